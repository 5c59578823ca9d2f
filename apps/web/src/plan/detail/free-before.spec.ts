import { aLoad, at } from '../example-plan.js';
import { freeBefore } from './free-before.js';

describe('freeBefore', () => {
  const load = aLoad('asked', '10:00');
  const loads = [
    aLoad('earlier', '08:00'),
    load,
    aLoad('elsewhere', '09:00', { vehicleId: 'other' }),
  ];

  it('says since when the truck of a load is free', () => {
    expect(freeBefore(loads, load)).toEqual({
      at: new Date(at('09:30')).toISOString(),
      spareMin: 30,
    });
  });

  it('knows a first load', () => {
    expect(freeBefore(loads, loads[0]!)).toBeNull();
  });
});
