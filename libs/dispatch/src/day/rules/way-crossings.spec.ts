import type { DayFacts } from './day-facts.js';
import { wayKey } from './day-facts.js';
import { toWayCrossings } from './way-crossings.js';

const whole = { zoneSet: 0, from: 0, to: 1 };
const end = { zoneSet: 1, from: 0.95, to: 1 };
const begin = { zoneSet: 1, from: 0, to: 0.05 };
const guessed = (...crossings: (typeof whole)[]) => ({ isByRoad: false, crossings });
const known = {
  policy: { zoneApproachMin: 10 },
  plants: [{ id: 'north' }, { id: 'south' }],
  orders: [{ id: 'one' }, { id: 'two' }],
  ways: new Map([
    [wayKey('north', 'south'), guessed(end)],
    [wayKey('north', 'one'), guessed(end)],
    [wayKey('one', 'south'), guessed(begin)],
    [wayKey('one', 'two'), guessed(begin, end)],
    [wayKey('two', 'one'), { isByRoad: true, crossings: [begin, whole] }],
    [wayKey('two', 'gone'), guessed(whole)],
  ]),
} as unknown as DayFacts;
/** Every way takes 40 minutes. */
const table = { places: 4, freeSec: new Float32Array(16).fill(2_400) };

describe('the zones on the ways of a day', () => {
  it('are known by the two places of each, and are no shorter than the approach where a guess ends at a site', () => {
    expect([...toWayCrossings(known, table)]).toEqual([
      [1, [{ zone: 1, from: 0.95, to: 1 }]],
      [2, [{ zone: 1, from: 0.75, to: 1 }]],
      [9, [{ zone: 1, from: 0, to: 0.25 }]],
      [
        11,
        [
          { zone: 1, from: 0, to: 0.25 },
          { zone: 1, from: 0.75, to: 1 },
        ],
      ],
      [
        14,
        [
          { zone: 1, from: 0, to: 0.05 },
          { zone: 0, from: 0, to: 1 },
        ],
      ],
    ]);
  });

  it('are none where no zone is in force', () => {
    expect(toWayCrossings({ ...known, ways: new Map() }, table).size).toBe(0);
  });
});
