import { wgs84 } from '@tongyun/geo';
import type { DayFacts } from './day-facts.js';
import { findJams } from './find-jams.js';
import type { TrafficEvent } from './plan-content.js';

const from = new Date('2026-11-29T20:00:00Z');
const atHour = (hour: number): string => new Date(+from + hour * 3_600_000).toISOString();
/** Hundredths of a degree of longitude at the equator, 1,113 m each. */
const at = (id: string, hundredths: number) => ({ id, position: wgs84(hundredths / 100, 0) });
const facts = {
  day: { from },
  plants: [at('plant', 0), at('other', 4)],
  orders: [at('order', 10), at('near', 11), at('far', 30)],
} as unknown as DayFacts;
const told: TrafficEvent = {
  kind: 'traffic',
  at: atHour(2),
  reason: 'an accident',
  from: atHour(3),
  until: atHour(5),
  factor: 2,
};
const placesOf = (given: Partial<TrafficEvent>) =>
  findJams(facts, [{ ...told, ...given }]).map(({ places }) => places);

describe('the jams of a day', () => {
  it('last from when they begin until they end', () => {
    const lasts = { fromSec: 3 * 3_600, toSec: 5 * 3_600, factor: 2 };

    expect(findJams(facts, [{ ...told, orderId: 'order' }])).toMatchObject([lasts]);
  });

  it('begin when they were told where a plan does not say from when', () => {
    const { from: _from, ...older } = told;

    expect(findJams(facts, [{ ...older, orderId: 'order' }])).toMatchObject([{ fromSec: 7_200 }]);
  });

  it.each([
    { why: 'a site', where: { orderId: 'order' }, places: [2] },
    { why: 'a plant', where: { plantId: 'other' }, places: [1] },
    {
      why: 'a site and what is around it',
      where: { orderId: 'order', withinM: 1_200 },
      places: [2, 3],
    },
    {
      why: 'a plant and what is around it',
      where: { plantId: 'plant', withinM: 5_000 },
      places: [0, 1],
    },
  ])('are those of $why', ({ where, places }) => {
    expect(placesOf(where)).toEqual([places]);
    expect(findJams(facts, [{ ...told, ...where }])[0]!.isBetween).toBe(false);
  });

  it('are those between a site and a plant where both are named', () => {
    const [jam] = findJams(facts, [{ ...told, orderId: 'far', plantId: 'plant' }]);

    expect(jam).toMatchObject({ places: [0, 4], isBetween: true });
  });

  it('are none of what is not of the day any more', () => {
    expect(placesOf({ orderId: 'gone' })).toEqual([]);
    expect(placesOf({ orderId: 'gone', plantId: 'plant' })).toEqual([]);
  });
});
