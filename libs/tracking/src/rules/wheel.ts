import type { TrackState, Wheel } from './track-state.js';

const MS_PER_MIN = 60_000;

/** Who drives, as far as it is known: who is on duty, else whose trip or job it is; null: nobody is. */
const driverOf = ({ duty, trip, pump }: Pick<TrackState, 'duty' | 'trip' | 'pump'>) =>
  duty?.driverId ?? trip?.driverId ?? pump?.driverId ?? null;

/** Of what the vehicle was driven on the operating day, what its driver drove himself, ms. */
export const drivenOnDayMs = ({ motion, wheel }: TrackState): number =>
  motion.drivenMs - (wheel?.day === motion.day ? wheel.othersMs : 0);

/**
 * Who is at the wheel after a change, and from when the vehicle's driving is his.
 *
 * A relief begins anew. Who comes back goes on where he was if he was away for less than a rest (policy
 * `alerts.fatigue.rest_min`), and his hours of the operating day are his own. While nobody is on duty
 * it stays as it was: a break is none of another driver.
 *
 * @param before the state before the change
 * @param after who is on duty and on what from then on
 * @param atMs when it changed, ms since 1970
 */
export function followWheel(
  before: TrackState,
  after: Pick<TrackState, 'duty' | 'trip' | 'pump'>,
  atMs: number,
  restMin: number,
): Wheel | null {
  const driverId = driverOf(after);
  const wheel = before.wheel ?? wheelOfOld(before);
  if (driverId === null || driverId === wheel?.driverId) return wheel;
  const { day, drivenMs } = before.motion;
  const isRecent = ({ leftAtMs }: { leftAtMs: number }) => atMs - leftAtMs < restMin * MS_PER_MIN;
  const others: Record<string, Wheel['others'][string]> = {};
  for (const [id, other] of Object.entries(wheel?.others ?? {})) {
    if (other.day === day || isRecent(other)) others[id] = other;
  }
  if (wheel !== null) {
    const own = drivenOnDayMs({ ...before, wheel });
    others[wheel.driverId] = { fromMs: wheel.fromMs, leftAtMs: atMs, day, drivenMs: own };
  }
  const { [driverId]: earlier, ...rest } = others;
  const ownMs = earlier?.day === day ? earlier.drivenMs : 0;
  const fromMs = earlier !== undefined && isRecent(earlier) ? earlier.fromMs : atMs;
  return { driverId, fromMs, day, othersMs: drivenMs - ownMs, others: rest };
}

/** What an earlier release remembered of a vehicle with a driver: he drove it all along. */
function wheelOfOld(state: TrackState): Wheel | null {
  const driverId = driverOf(state);
  if (driverId === null) return null;
  return { driverId, fromMs: null, day: state.motion.day, othersMs: 0, others: {} };
}
