import * as accounts from '@tongyun/accounts/data';
import * as alerts from '@tongyun/alerts/data';
import * as audit from '@tongyun/audit/data';
import * as compliance from '@tongyun/compliance/data';
import * as credit from '@tongyun/credit/data';
import * as deliveries from '@tongyun/deliveries/data';
import * as dispatch from '@tongyun/dispatch/data';
import * as durations from '@tongyun/durations/data';
import * as fleet from '@tongyun/fleet/data';
import * as intake from '@tongyun/intake/data';
import * as oversight from '@tongyun/oversight/data';
import * as platform from '@tongyun/platform/data';
import * as policy from '@tongyun/policy/data';
import * as supervision from '@tongyun/supervision/data';
import * as tracking from '@tongyun/tracking/data';

/** Every table of the product, for the migration commands and the drift spec. */
export const entities = [
  platform,
  accounts,
  policy,
  fleet,
  compliance,
  deliveries,
  alerts,
  tracking,
  durations,
  dispatch,
  supervision,
  credit,
  audit,
  oversight,
  intake,
].flatMap((slice) => Object.values(slice));
