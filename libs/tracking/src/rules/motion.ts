import { distanceM, wgs84 } from '@tongyun/geo';
import { operatingDayOf } from '@tongyun/kernel';
import type { JudgeContext } from './context.js';
import type { FixInput, TimedPoint } from './inputs.js';
import type { Motion, TrackState } from './track-state.js';

const MS_PER_MIN = 60_000;
const KPH_OF_M_PER_MS = 3_600;
/** Receivers wander by this much while the vehicle stands. */
const WANDER_M = 50;
/** Silence longer than this is no driving: nobody knows what the vehicle did. */
const DRIVEN_GAP_MS = 10 * MS_PER_MIN;

/**
 * How long the vehicle is driven and since when it stands, carried over one more fix: `state.last` is
 * the one before, and what it did since then is read off both.
 *
 * Driving goes on over stops shorter than a rest (policy `alerts.fatigue.rest_min`: 20 min,
 * implementing regulation of the Road Traffic Safety Law §62(7)). A silence may have been a rest, but for
 * the time that the way over it takes.
 */
export function followMotion(state: TrackState, fix: FixInput, context: JudgeContext): Motion {
  const { policy, timeZone } = context;
  const { motion, last } = state;
  const atMs = fix.at.getTime();
  const sinceLastMs = last === null ? 0 : atMs - last.atMs;
  const isMoving = speedOf(state, fix) >= policy.movingFromKph;

  const wasMoving = last !== null && motion.stop === null;
  const drove = wasMoving && sinceLastMs > 0 && sinceLastMs <= DRIVEN_GAP_MS ? sinceLastMs : 0;
  const day = operatingDayOf(fix.at, policy.operatingDayStartHour, timeZone);
  const drivenMs = (day === motion.day ? motion.drivenMs : 0) + drove;

  const restMs = policy.drivingRestMin * MS_PER_MIN;
  const standingMs = motion.stop === null ? sinceLastMs : atMs - motion.stop.atMs;
  const hasRested = standingMs - drivenUnheardMs(state, fix, policy.maxSpeedKph) >= restMs;
  const drivenSinceMs = hasRested ? null : motion.drivenSinceMs;
  if (isMoving) return { stop: null, drivenSinceMs: drivenSinceMs ?? atMs, day, drivenMs };
  const stop = motion.stop ?? { atMs, lng: fix.lng, lat: fix.lat };
  return { stop, drivenSinceMs, day, drivenMs };
}

/** How long at the least it must have driven in a silence before a fix to be where it is: that was no rest. */
function drivenUnheardMs({ last }: TrackState, fix: FixInput, maxSpeedKph: number): number {
  if (last === null || fix.at.getTime() - last.atMs <= DRIVEN_GAP_MS) return 0;
  return (goneM(last, fix) / maxSpeedKph) * KPH_OF_M_PER_MS;
}

/** What the device says, else what the way since the last fix took. */
function speedOf({ last }: TrackState, fix: FixInput): number {
  if (fix.speedKph !== null) return fix.speedKph;
  if (last === null) return 0;
  const spentMs = fix.at.getTime() - last.atMs;
  return spentMs <= 0 ? 0 : (goneM(last, fix) / spentMs) * KPH_OF_M_PER_MS;
}

/** Straight on, less what receivers wander. */
const goneM = (from: TimedPoint, to: FixInput): number =>
  Math.max(0, distanceM(wgs84(from.lng, from.lat), wgs84(to.lng, to.lat)) - WANDER_M);
