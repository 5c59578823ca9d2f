import { seededRandom } from '@tongyun/kernel';
import { aDay, anOrder, aPump, aTruck, throughZones } from '../../../../../test/support/a-day.js';
import { placeOrder } from '../construct/place-order.js';
import type { DayProblem } from '../problem/day-problem.js';
import { DayState } from '../state/day-state.js';
import { DayNeighbourhood } from './day-neighbourhood.js';

const [plant] = aDay().plants;
const TOWN = [{ zone: 0, from: 0.4, to: 0.6 }];
/** Three pours one after the other, of one load each. */
const pours = (given: { plants?: readonly number[]; pumps?: number }) =>
  [1, 3, 5].map((place, index) => {
    const sec = (3 + 4 * index) * 3_600;
    const sources = [{ plant: given.plants?.[index] ?? 0, maxM3: Infinity }];
    const { pumps = 0 } = given;
    return anOrder({ place, volumeM3: 8, firstFromSec: sec, firstToSec: sec, sources, pumps });
  });

/** Whether a step that takes out the second of three pours, and does not put it in again, may stand. */
function mayLeaveOut(day: DayProblem): boolean {
  const state = new DayState(day);
  const placed = [0, 1, 2].map((order) => placeOrder(state, order, null));
  expect(placed).toEqual([true, true, true]);
  const chain = state.chains[1]!;
  state.unserve(1);
  const moved = new DayNeighbourhood(state, [0, 1, 2]);
  return moved.putIn({ removed: [], chains: [chain], isForUnserved: false }, seededRandom(1));
}

describe('a step of the search', () => {
  describe('that takes out a truck’s trip between two others', () => {
    const day = aDay({
      trucks: [aTruck({ duty: { fromSec: 0, toSec: 20 * 3_600 }, zoneSpans: [[]] })],
      plants: [plant!, { ...plant!, id: 'other', place: 7 }],
      orders: pours({ plants: [0, 0, 1] }),
    });

    it('may stand where the way that is left keeps out of zones', () => {
      expect(mayLeaveOut(day)).toBe(true);
    });

    it('may not where it leads through one that is shut', () => {
      expect(mayLeaveOut({ ...day, travel: throughZones(day.travel, [[1, 7, TOWN]]) })).toBe(false);
    });
  });

  describe('that takes out a pump’s job between two others', () => {
    const day = aDay({
      pumps: [aPump({ zoneSpans: [[]] })],
      orders: pours({ pumps: 1 }),
    });

    it('may stand where the way that is left keeps out of zones', () => {
      expect(mayLeaveOut(day)).toBe(true);
    });

    it('may not where it leads through one that is shut', () => {
      expect(mayLeaveOut({ ...day, travel: throughZones(day.travel, [[1, 5, TOWN]]) })).toBe(false);
    });
  });
});
