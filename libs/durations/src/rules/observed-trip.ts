import { minutesBetween } from '@tongyun/kernel';
import type { DurationKind, PlacingMethod, PourKind } from './duration-key.js';

/** The times of a trip that has discharged, and what they are measured against. */
export interface ObservedTrip {
  readonly plantId: string;
  readonly siteId: string;
  readonly placingMethod: PlacingMethod;
  readonly pourKind: PourKind | null;
  readonly loadKind: 'concrete' | 'priming_mortar' | 'wet_mortar';
  readonly batchedM3: number;
  /** What of it came out at the site. */
  readonly dischargedM3: number;
  /** Of the line that batched it, or the plant's fastest; null: the plant has none entered. */
  readonly lineRateM3PerHour: number | null;
  readonly loadStartAt: Date | null;
  readonly leftPlantAt: Date | null;
  readonly arrivedAt: Date | null;
  /** When the truck before it at the same order was empty, if that was after it arrived. */
  readonly placeFreeAt: Date | null;
  readonly unloadStartAt: Date | null;
  readonly unloadEndAt: Date | null;
  /** Sent to another place than it set out for: its way and its wait are nobody's. */
  readonly isDiverted: boolean;
  /** What the road answered for the hour it left at. */
  readonly roadMin: number | null;
}

/** One observed value of a kind, in its unit, and when it happened. */
export interface Sample {
  readonly kind: DurationKind;
  readonly value: number;
  readonly at: Date;
}

/** What can be true, in the unit of the kind; anything beyond is a slip of a tap or of a hand. */
export const PLAUSIBLE: Readonly<
  Record<DurationKind, { readonly min: number; readonly max: number }>
> = {
  loading: { min: 0, max: 120 },
  travel: { min: 0.2, max: 6 },
  waiting: { min: 0, max: 240 },
  discharge: { min: 0.1, max: 60 },
};

/** Whether a value of a kind can be true, in its unit. */
export const isPlausible = (kind: DurationKind, value: number): boolean =>
  value >= PLAUSIBLE[kind].min && value <= PLAUSIBLE[kind].max;

const MIN_PER_HOUR = 60;

/** What a finished trip says of each duration; nothing of those whose times are not known. */
export function samplesOf(trip: ObservedTrip): Sample[] {
  const samples = [loadingOf(trip), travelOf(trip), waitingOf(trip), dischargeOf(trip)];
  return samples.filter((one): one is Sample => one !== null && isPlausible(one.kind, one.value));
}

function loadingOf(trip: ObservedTrip): Sample | null {
  const { loadStartAt, leftPlantAt, lineRateM3PerHour, batchedM3 } = trip;
  if (!loadStartAt || !leftPlantAt || lineRateM3PerHour === null) return null;
  const tookMin = minutesBetween(loadStartAt, leftPlantAt);
  if (tookMin <= 0) return null;
  const batchingMin = (batchedM3 / lineRateM3PerHour) * MIN_PER_HOUR;
  return { kind: 'loading', value: Math.max(0, tookMin - batchingMin), at: loadStartAt };
}

function travelOf({ leftPlantAt, arrivedAt, roadMin, isDiverted }: ObservedTrip): Sample | null {
  if (!leftPlantAt || !arrivedAt || !roadMin || isDiverted) return null;
  return {
    kind: 'travel',
    value: minutesBetween(leftPlantAt, arrivedAt) / roadMin,
    at: leftPlantAt,
  };
}

function waitingOf(trip: ObservedTrip): Sample | null {
  const { arrivedAt, placeFreeAt, unloadStartAt, isDiverted } = trip;
  if (!arrivedAt || !unloadStartAt || isDiverted) return null;
  const from = placeFreeAt !== null && placeFreeAt > arrivedAt ? placeFreeAt : arrivedAt;
  return { kind: 'waiting', value: minutesBetween(from, unloadStartAt), at: arrivedAt };
}

/** Mortar that primes a pump says nothing of how fast concrete goes. */
function dischargeOf(trip: ObservedTrip): Sample | null {
  const { unloadStartAt, unloadEndAt, loadKind, dischargedM3 } = trip;
  if (!unloadStartAt || !unloadEndAt || loadKind !== 'concrete' || dischargedM3 <= 0) return null;
  const value = minutesBetween(unloadStartAt, unloadEndAt) / dischargedM3;
  return { kind: 'discharge', value, at: unloadStartAt };
}
