import * as platform from '@tongyun/platform/data';

/** Every table of the product, for the migration commands and the drift spec. */
export const entities = [platform].flatMap((slice) => Object.values(slice));
