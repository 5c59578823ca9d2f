import { distanceM, placeAt, wgs84 } from '@tongyun/geo';
import type { JudgeContext } from './context.js';
import type { TimedPoint } from './inputs.js';
import type { Passage } from './track-state.js';

/** From one fix to the next one that counts. */
export interface Leg {
  readonly from: TimedPoint;
  readonly to: TimedPoint;
  /** Binding zones that cover either end, and those that the straight way between them touches. */
  readonly fromIn: readonly string[];
  readonly toIn: readonly string[];
  readonly along: readonly string[];
}

/** When a vehicle was in a zone that it drove through: between fixes, as if at an even speed. */
export interface PassedSpan {
  readonly enteredAtMs: number;
  readonly leftAtMs: number;
  /** How far it drove in the zone. */
  readonly insideM: number;
}

const MS_PER_SEC = 1_000;
/** More than a truck drives in the time in which a straight way is believed. */
const MOST_PLACES = 100;

/**
 * Carries a passage over one more leg. It begins where the straight way from outside a zone touches it,
 * takes in fewer fixes inside than make an entry, and is sure once `endFixes` fixes in a row are
 * beyond.
 *
 * Not believed: a leg longer in time than policy allows; a way that comes out where it went in, or
 * goes back through, as one wild fix makes it; one no deeper in the zone than fixes wander.
 *
 * @param before null: none was under way
 * @returns null: there is none any more
 */
export function followPassage(
  zoneId: string,
  before: Passage | null,
  leg: Leg,
  context: JudgeContext,
): Passage | null {
  const { policy } = context;
  const isBelieved = leg.to.atMs - leg.from.atMs <= policy.passageMaxGapSec * MS_PER_SEC;
  const isIn = leg.toIn.includes(zoneId);
  if (before !== null && before.beyond > 0) {
    return isIn || leg.along.includes(zoneId) ? null : { ...before, beyond: before.beyond + 1 };
  }
  if (!isBelieved || (before === null && leg.fromIn.includes(zoneId))) return null;
  const way = [...(before?.way ?? [leg.from]), leg.to];
  if (isIn) return way.length > policy.zoneConfirmFixes ? null : { way, beyond: 0 };
  return isThrough(zoneId, way[0]!, leg.to, context) ? { way, beyond: 1 } : null;
}

/** Whether the straight way between two places lies deeper in a zone, somewhere, than fixes wander. */
function isThrough(
  zoneId: string,
  from: TimedPoint,
  to: TimedPoint,
  { zones, policy }: JudgeContext,
): boolean {
  const wholeM = lengthM(from, to);
  return zones.spansIn(zoneId, from, to).some((span) => {
    const length = span.to - span.from;
    const parts = Math.min(MOST_PLACES, Math.ceil((length * wholeM) / policy.zoneMarginM));
    return Array.from({ length: parts }, (_, nth) => span.from + (length * (nth + 0.5)) / parts)
      .map((fraction) => placeAt(from, to, fraction))
      .some(({ lng, lat }) => !zones.zonesNear(lng, lat, policy.zoneMarginM).includes(zoneId));
  });
}

/** Reads off a way when it was in a zone; null: the zone is another by now, and it was not. */
export function findPassedSpan(
  zoneId: string,
  way: readonly TimedPoint[],
  { zones }: JudgeContext,
): PassedSpan | null {
  const parts = way.slice(1).flatMap((to, nth) => {
    const from = way[nth]!;
    const timeAt = (fraction: number) => Math.round(from.atMs + (to.atMs - from.atMs) * fraction);
    return zones.spansIn(zoneId, from, to).map((span) => ({
      fromMs: timeAt(span.from),
      toMs: timeAt(span.to),
      insideM: (span.to - span.from) * lengthM(from, to),
    }));
  });
  const [first] = parts;
  if (first === undefined) return null;
  return {
    enteredAtMs: first.fromMs,
    leftAtMs: parts.at(-1)!.toMs,
    insideM: parts.reduce((sum, { insideM }) => sum + insideM, 0),
  };
}

const lengthM = (from: TimedPoint, to: TimedPoint): number =>
  distanceM(wgs84(from.lng, from.lat), wgs84(to.lng, to.lat));
