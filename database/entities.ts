import * as accounts from '@tongyun/accounts/data';
import * as platform from '@tongyun/platform/data';

/** Every table of the product, for the migration commands and the drift spec. */
export const entities = [platform, accounts].flatMap((slice) => Object.values(slice));
