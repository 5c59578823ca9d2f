import type { VehicleFact, ZoneFact } from '@tongyun/permission';
import type { JudgeContext, JudgePolicy } from './context.js';
import { findZoneAlert, reasonsAgainst } from './zone-alert.js';

const MS_PER_MINUTE = 60_000;
/** A fix is judged over the second that begins with it, which may reach into the next minute. */
const JUDGED_MS = 1_000;

/** What was found for one minute. */
interface Clearance {
  readonly minute: number;
  readonly policy: JudgePolicy;
  readonly timeZone: string;
  readonly isClear: boolean;
}

/** The last minute of each vehicle in each zone, as long as their facts are those. */
const clearances = new WeakMap<VehicleFact, WeakMap<ZoneFact, Clearance>>();

/**
 * Whether no alert is due to a vehicle in a zone in the whole minute around an instant: then none is
 * at the instant, for permission finds over a time all that it finds in any part of it. False says
 * nothing of the instant itself.
 *
 * Most fixes are of vehicles that may be where they are, several a minute, so it is kept.
 */
export function isClearedFor(
  vehicle: VehicleFact,
  zone: ZoneFact,
  at: Date,
  context: JudgeContext,
): boolean {
  const { policy, timeZone } = context;
  const minute = Math.floor(at.getTime() / MS_PER_MINUTE);
  const ofVehicle = clearances.get(vehicle) ?? new WeakMap<ZoneFact, Clearance>();
  const known = ofVehicle.get(zone);
  if (known?.minute === minute && known.policy === policy && known.timeZone === timeZone) {
    return known.isClear;
  }
  const from = new Date(minute * MS_PER_MINUTE);
  const to = new Date((minute + 1) * MS_PER_MINUTE + JUDGED_MS);
  const isClear = findZoneAlert(reasonsAgainst(vehicle, zone, { from, to }, context)) === null;
  clearances.set(vehicle, ofVehicle.set(zone, { minute, policy, timeZone, isClear }));
  return isClear;
}
