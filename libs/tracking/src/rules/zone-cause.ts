import { addMinutes, addSeconds } from '@tongyun/kernel';
import { spansInHours, type ZoneFact } from '@tongyun/permission';
import type { JudgeContext } from './context.js';
import type { JudgeInput } from './inputs.js';
import type { Presence } from './track-state.js';

/** Assumed: what is online has reported several times by then; what is heard of later comes by itself. */
const AT_ONCE_MIN = 10;
/** A vehicle is judged over the second that begins with an input. */
const JUDGED_SEC = 1;
/** Longer than any hours of a day. */
const LOOK_BACK_MIN = 48 * 60;

/**
 * Names what a zone did to every vehicle in it at once, when one of them comes to be in violation: it
 * was drawn or redrawn around them, or its hours began while they were inside; null: neither.
 *
 * Hours that began count for ten minutes.
 *
 * @param presence the vehicle's in the zone, as it is after `input`
 */
export function findZoneCause(
  { zoneId, version, hours }: Pick<ZoneFact, 'zoneId' | 'version' | 'hours'>,
  presence: Presence,
  { kind, at }: Pick<JudgeInput, 'kind' | 'at'>,
  { timeZone, policy }: Pick<JudgeContext, 'timeZone' | 'policy'>,
): string | null {
  if (presence.isFresh) return kind === 'facts_changed' ? `zone ${zoneId} v${version}` : null;
  if (hours.length === 0) return null;
  const window = { from: addMinutes(at, -LOOK_BACK_MIN), to: addSeconds(at, JUDGED_SEC) };
  const beganAt = spansInHours(hours, window, timeZone, policy.calendar).at(-1)?.from;
  if (beganAt === undefined || beganAt <= window.from) return null;
  if (addMinutes(beganAt, AT_ONCE_MIN) < at) return null;
  const wasInside = (presence.crossing[0]?.atMs ?? 0) < beganAt.getTime();
  return wasInside ? `zone ${zoneId} v${version} from ${beganAt.toISOString()}` : null;
}
