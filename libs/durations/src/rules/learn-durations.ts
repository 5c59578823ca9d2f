import { groupBy } from '@tongyun/kernel';
import { type DurationKey, keysOf, nameOf } from './duration-key.js';
import { type ObservedTrip, type Sample, samplesOf } from './observed-trip.js';
import { type LearntValue, learnValue } from './robust-quantile.js';

export interface LearntDuration extends LearntValue {
  readonly key: DurationKey;
}

/** Finer than anybody drives or pours; keeps a value the same while nothing new is learnt. */
const PARTS = 100;

/**
 * What finished trips come to, key by key: each counts for its own hour and site as well as for all
 * that is wider. Values are rounded to a hundredth of their unit.
 *
 * @param share of the trips that are no slower, [0, 1]
 * @param hourOf the local hour of an instant, 0 to 23
 */
export function learnDurations(
  trips: readonly ObservedTrip[],
  share: number,
  hourOf: (at: Date) => number,
): LearntDuration[] {
  const counted = trips.flatMap((trip) =>
    samplesOf(trip).flatMap((sample) => countsFor(trip, sample, hourOf(sample.at))),
  );
  return [...groupBy(counted, ({ key }) => nameOf(key)).values()].flatMap((all) => {
    const learnt = learnValue(
      all.map(({ value }) => value),
      share,
    );
    if (learnt === null) return [];
    const value = Math.round(learnt.value * PARTS) / PARTS;
    return [{ key: all[0]!.key, value, sampleCount: learnt.sampleCount }];
  });
}

const countsFor = (trip: ObservedTrip, { kind, value }: Sample, hour: number) =>
  keysOf(kind, { ...trip, hour }).map((key) => ({ key, value }));
