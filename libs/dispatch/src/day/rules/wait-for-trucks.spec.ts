import { aDay } from '../../../../../test/support/a-day.js';
import type { FixedLoad } from './begun.js';
import type { DayPolicy } from './day-facts.js';
import { waitForTrucks } from './wait-for-trucks.js';

const dayBegan = new Date('2026-11-30T00:00:00Z');
const at = (minute: number): Date => new Date(+dayBegan + minute * 60_000);
/** The plant is place 0, the two sites are ten and twenty minutes from it. */
const facts = {
  plants: [{}] as never[],
  now: at(100),
  day: { from: dayBegan, to: at(1_440) },
  policy: { washMin: 5, toldAgainMin: 10 } as DayPolicy,
};
const load = (loadId: string, fromMin: number, given: Partial<FixedLoad> = {}): FixedLoad => ({
  loadId,
  truck: 0,
  plant: 0,
  line: 0,
  place: 0,
  m3: 10,
  kind: 'concrete',
  refusedM3: 0,
  loadFromSec: fromMin * 60,
  loadToSec: (fromMin + 7) * 60,
  arriveSec: (fromMin + 17) * 60,
  dischargeFromSec: (fromMin + 17) * 60,
  dischargeToSec: (fromMin + 35) * 60,
  leaveSec: (fromMin + 38) * 60,
  ...given,
});
const held = (loadId: string, fromMin: number, given: Partial<FixedLoad> = {}): FixedLoad =>
  load(loadId, fromMin, { isHeld: true, ...given });
const begins = (...orders: FixedLoad[][]): Record<string, number> =>
  Object.fromEntries(
    waitForTrucks(facts, aDay().travel, orders)
      .flat()
      .map(({ loadId, loadFromSec }) => [loadId, loadFromSec / 60]),
  );

describe('what is held of a truck that is late', () => {
  it('begins when the truck is back and washed out, while nobody need be told', () => {
    // Off the first site at minute 138, back at 148, washed out at 153.
    expect(begins([load('first', 100)], [held('second', 145)])).toEqual({
      first: 100,
      second: 153,
    });
    expect(begins([load('first', 100), held('second', 153)])).toEqual({ first: 100, second: 153 });
  });

  it('stays where it is held when the truck is later than that', () => {
    expect(begins([load('first', 100), held('second', 142)])).toEqual({ first: 100, second: 142 });
  });

  it('begins now when it should have by now, not long ago', () => {
    expect(begins([held('due', 91), held('overdue', 89, { truck: 1 })])).toEqual({
      due: 100,
      overdue: 89,
    });
  });

  it('delays what is held of the same truck after it', () => {
    expect(begins([held('due', 95), held('next', 148)])).toEqual({ due: 100, next: 153 });
  });

  it('never delays what has begun', () => {
    expect(begins([load('first', 60), load('second', 70)])).toEqual({ first: 60, second: 70 });
  });
});
