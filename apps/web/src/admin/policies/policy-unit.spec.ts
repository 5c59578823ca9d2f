import { unitOf } from './policy-unit.js';

describe('unitOf', () => {
  it.each([
    { key: 'concrete.discharge_within_min', unit: 'min', why: 'minutes' },
    { key: 'passes.trained_drivers_min', unit: 'drivers', why: 'at least so many' },
    { key: 'roadside.questions_of_officer_per_min', unit: 'perMin', why: 'for each minute' },
    { key: 'trip.discharge_min_per_m3', unit: 'minPerM3', why: 'for each cubic metre' },
    { key: 'batching.volume_tolerance_m3', unit: 'm3', why: 'cubic metres' },
    { key: 'diversion.slump_tolerance_mm', unit: 'mm', why: 'not metres' },
    { key: 'noise.night_hours', unit: 'hours', why: 'read by its end alone' },
    { key: 'order.grades', unit: null, why: 'no number' },
  ])('of $key is $unit: $why', ({ key, unit }) => {
    expect(unitOf(key)).toBe(unit);
  });
});
