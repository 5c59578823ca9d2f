import { addMinutes } from '@tongyun/kernel';
import { type ObservedTrip, samplesOf } from './observed-trip.js';

const AT = new Date('2026-05-01T00:00:00Z');
const after = (min: number) => addMinutes(AT, min);

const aTrip = (change: Partial<ObservedTrip> = {}): ObservedTrip => ({
  plantId: 'north',
  siteId: 'tower',
  placingMethod: 'chute',
  pourKind: null,
  loadKind: 'concrete',
  batchedM3: 10,
  dischargedM3: 10,
  lineRateM3PerHour: 120,
  loadStartAt: AT,
  leftPlantAt: after(9),
  arrivedAt: after(39),
  placeFreeAt: null,
  unloadStartAt: after(47),
  unloadEndAt: after(72),
  isDiverted: false,
  roadMin: 20,
  ...change,
});
const valuesOf = (change: Partial<ObservedTrip> = {}) =>
  Object.fromEntries(samplesOf(aTrip(change)).map(({ kind, value }) => [kind, value]));

describe('what a trip says of durations', () => {
  it('is one value of each kind, in its unit', () => {
    expect(valuesOf()).toEqual({ loading: 4, travel: 1.5, waiting: 8, discharge: 2.5 });
  });

  it('counts each for the time at which it began', () => {
    expect(samplesOf(aTrip()).map(({ at }) => at)).toEqual([AT, after(9), after(39), after(47)]);
  });

  it('does not count the time behind another truck as waiting', () => {
    expect(valuesOf({ placeFreeAt: after(44) })).toMatchObject({ waiting: 3 });
    expect(valuesOf({ placeFreeAt: after(20) })).toMatchObject({ waiting: 8 });
  });

  it('says nothing of the way and the wait when it was sent elsewhere', () => {
    expect(valuesOf({ isDiverted: true })).toEqual({ loading: 4, discharge: 2.5 });
  });

  it('says nothing of discharge when it brought mortar for the pump', () => {
    expect(valuesOf({ loadKind: 'priming_mortar' })).not.toHaveProperty('discharge');
  });

  it('says nothing of what nobody timed', () => {
    expect(valuesOf({ loadStartAt: null, unloadStartAt: null })).toEqual({ travel: 1.5 });
    expect(valuesOf({ lineRateM3PerHour: null, roadMin: null })).toEqual({
      waiting: 8,
      discharge: 2.5,
    });
  });

  it('says nothing that cannot be: taps that came late or in one go', () => {
    expect(valuesOf({ leftPlantAt: AT })).not.toHaveProperty('loading');
    expect(valuesOf({ arrivedAt: after(10) })).not.toHaveProperty('travel');
    expect(valuesOf({ unloadEndAt: after(47) })).not.toHaveProperty('discharge');
    expect(valuesOf({ unloadStartAt: after(500) })).not.toHaveProperty('waiting');
  });
});
