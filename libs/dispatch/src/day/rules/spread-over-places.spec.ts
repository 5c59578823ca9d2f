import type { FixedLoad } from './begun.js';
import { spreadOverPlaces } from './spread-over-places.js';

const load = (loadId: string, dischargeFromSec: number, dischargeToSec: number): FixedLoad => ({
  loadId,
  truck: 0,
  plant: 0,
  line: 0,
  place: 0,
  m3: 10,
  kind: 'concrete',
  refusedM3: 0,
  loadFromSec: 0,
  loadToSec: 0,
  arriveSec: 0,
  dischargeFromSec,
  dischargeToSec,
  leaveSec: dischargeToSec,
});
const spread = (...orders: Parameters<typeof spreadOverPlaces>[0]) =>
  Object.fromEntries(spreadOverPlaces(orders));

describe('the places of loads that have begun', () => {
  it('are different ones for two orders of a site that has two', () => {
    expect(
      spread(
        { site: 0, places: 2, loads: [load('a', 0, 900)] },
        { site: 0, places: 2, loads: [load('b', 300, 1_200), load('c', 950, 1_500)] },
      ),
    ).toEqual({ a: 0, b: 1, c: 0 });
  });

  it('are those that an order may take, full as they are', () => {
    expect(
      spread(
        { site: 0, places: 1, loads: [load('a', 0, 900), load('c', 400, 700)] },
        { site: 0, places: 2, loads: [load('b', 300, 1_200)] },
      ),
    ).toEqual({ a: 0, b: 1, c: 0 });
  });

  it('are nobody’s concern at another site', () => {
    expect(
      spread(
        { site: 0, places: 1, loads: [load('a', 0, 900)] },
        { site: 1, places: 2, loads: [load('b', 300, 1_200)] },
      ),
    ).toEqual({ a: 0, b: 0 });
  });
});
