import type { Interval, Role } from '@tongyun/kernel';
import { bindsVehicle } from './binds-vehicle.js';
import type { PermissionFacts, ZoneFact, ZoneKind, ZonePlace } from './facts.js';
import { spansInHours } from './local-hours.js';
import { findPassGaps, type PassGap } from './pass-gaps.js';
import type { Effect, ReasonCode, Sentence } from './reason.js';
import { overlapOf } from './spans.js';

/** Kinds of zone for which registration and a pass are demanded (R3; restricted roads by rules §3). */
const PASS_ZONE_KINDS: readonly ZoneKind[] = [
  'built_up',
  'industrial_park',
  'central_town',
  'restricted_zone',
];

/** A zone that binds this vehicle, and when within the window it does. */
export interface ZoneHold {
  readonly zone: ZoneFact;
  readonly during: readonly Interval[];
  readonly place: ZonePlace | undefined;
}

/** The facts together with what several reasons read out of them, worked out once. */
export interface JudgedCase {
  readonly facts: PermissionFacts;
  /** Never empty: an instant is judged as the millisecond that begins with it. */
  readonly window: Interval;
  readonly holds: readonly ZoneHold[];
  /** Those of them that demand a pass. */
  readonly demands: readonly ZoneHold[];
  /** Where a demanded pass is missing, with the cause. */
  readonly passGaps: readonly PassGap[];
}

/** What one rule has found: a reason, and the parts of the window in which it stands. */
export interface Finding {
  readonly code: ReasonCode;
  readonly effect: Effect;
  readonly sentence: Sentence;
  readonly compared: Record<string, unknown>;
  readonly overridableBy: Role[];
  readonly during: readonly Interval[];
}

/**
 * One rule. It is pointwise: what it finds within a part of the window is what it finds when asked
 * about that part alone, which is what keeps `judge` and `allowedIntervals` equal.
 */
export type ReasonRule = (judged: JudgedCase) => Finding[];

/** Prepares facts for the rules. */
export function caseOf(facts: PermissionFacts, interval: Interval): JudgedCase {
  const window =
    interval.from < interval.to
      ? interval
      : { from: interval.from, to: new Date(interval.from.getTime() + 1) };
  const holds = findHolds(facts, window);
  const demands = holds.filter(({ zone }) => PASS_ZONE_KINDS.includes(zone.kind));
  return { facts, window, holds, demands, passGaps: findPassGaps(facts, demands) };
}

function findHolds(facts: PermissionFacts, window: Interval): ZoneHold[] {
  return facts.zones.flatMap(({ zone, stay, place }) => {
    if (!bindsVehicle(zone, facts.vehicle)) return [];
    const within = stay ? overlapOf(stay, window) : window;
    if (!within) return [];
    const during = spansInHours(zone.hours, within, facts.timeZone, facts.calendar);
    return during.length > 0 ? [{ zone, during, place }] : [];
  });
}
