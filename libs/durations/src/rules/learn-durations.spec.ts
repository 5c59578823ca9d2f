import { addMinutes } from '@tongyun/kernel';
import { keysOf, nameOf } from './duration-key.js';
import { learnDurations } from './learn-durations.js';
import type { ObservedTrip } from './observed-trip.js';

const AT = new Date('2026-05-01T00:00:00Z');

/** A trip that began to discharge at an hour and took so many minutes for each cubic metre. */
const discharged = (hour: number, minPerM3: number, siteId = 'tower'): ObservedTrip => ({
  plantId: 'north',
  siteId,
  placingMethod: 'chute',
  pourKind: null,
  loadKind: 'concrete',
  batchedM3: 10,
  dischargedM3: 10,
  lineRateM3PerHour: null,
  loadStartAt: null,
  leftPlantAt: null,
  arrivedAt: null,
  placeFreeAt: null,
  unloadStartAt: addMinutes(AT, hour * 60),
  unloadEndAt: addMinutes(AT, hour * 60 + minPerM3 * 10),
  isDiverted: false,
  roadMin: null,
});
const learn = (trips: readonly ObservedTrip[]) => {
  const learnt = learnDurations(trips, 0.5, (at) => at.getUTCHours());
  return new Map(learnt.map(({ key, value, sampleCount }) => [nameOf(key), [value, sampleCount]]));
};
const keysAt = (hour: number, siteId = 'tower') =>
  keysOf('discharge', {
    plantId: 'north',
    siteId,
    placingMethod: 'chute',
    pourKind: null,
    hour,
  }).map(nameOf);

describe('learning durations', () => {
  it('learns nothing from no trips', () => {
    expect(learn([])).toEqual(new Map());
  });

  it('counts a trip for its hour and for all that is wider', () => {
    expect([...learn([discharged(7, 2)]).keys()].toSorted()).toEqual(keysAt(7).toSorted());
  });

  it('tells hours and sites apart, and knows the plant as a whole', () => {
    const trips = [
      discharged(7, 2),
      discharged(7, 2),
      discharged(9, 4),
      discharged(9, 4, 'bridge'),
    ];
    const learnt = learn(trips);
    const [hour, site, , plant] = keysAt(7);

    expect(learnt.get(hour!)).toEqual([2, 2]);
    expect(learnt.get(keysAt(9)[0]!)).toEqual([4, 1]);
    expect(learnt.get(site!)![1]).toBe(3);
    expect(learnt.get(plant!)).toEqual([3, 4]);
  });
});
