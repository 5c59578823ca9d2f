import { aDay, anOrder, aTruck } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import { checkDayPlan, type DayPlan, type DayProblem, findNewFaults } from '../index.js';

const isOverdue = 0;
const isGhost = 1;
const isToCome = 2;
/** Three pours of one load each: one that nobody has begun, one that waits for a call, one to come. */
const morning: DayProblem = aDay({
  trucks: [aTruck(), aTruck(), aTruck(), aTruck()],
  orders: [
    anOrder({ volumeM3: 8 }),
    anOrder({ volumeM3: 8, priority: 2 }),
    anOrder({ volumeM3: 8, firstFromSec: 9 * 3_600, firstToSec: 9.5 * 3_600 }),
  ],
});
const plan = solveSoundly(morning, { seed: 1, spent: () => 1 });
const loadOf = (order: number) => plan.loads.find((load) => load.order === order)!;
const idle = [0, 1, 2, 3].find((truck) => plan.loads.every((load) => load.truck !== truck))!;
/** As of when the first two should both have begun to load. */
const now: DayProblem = {
  ...morning,
  nowSec: Math.max(loadOf(isOverdue).loadFromSec, loadOf(isGhost).loadFromSec) + 1,
};

/** The plan with one order's load changed, and the faults that it has by that. */
const newOf = (order: number, change: Partial<DayPlan['loads'][number]>) => {
  const loads = plan.loads.map((load) => (load.order === order ? { ...load, ...change } : load));
  return findNewFaults(checkDayPlan(now, plan), checkDayPlan(now, { ...plan, loads }));
};

describe('what is new in the faults of a changed plan', () => {
  it('is nothing where others have fallen due, or wait for a call that did not come', () => {
    const known = checkDayPlan(now, plan).map(({ code, order }) => [code, order]);
    expect(known).toEqual([
      ['already_past', isOverdue],
      ['already_past', isGhost],
    ]);

    expect(newOf(isToCome, { truck: idle })).toEqual([]);
  });

  it('is what the changed load breaks itself', () => {
    const broken = newOf(isToCome, { truck: idle, dischargeFromSec: 0 });

    expect(broken.length).toBeGreaterThan(0);
    expect(broken.every(({ order }) => order === isToCome)).toBe(true);
  });

  it('is that an overdue load is put into another past', () => {
    const { loadFromSec } = loadOf(isOverdue);

    expect(newOf(isOverdue, { loadFromSec: loadFromSec - 60 })).toContainEqual(
      expect.objectContaining({ code: 'already_past', order: isOverdue }),
    );
  });

  it('is a fault that was there once and is there twice', () => {
    const fault = { code: 'truck_busy', order: 0, detail: 'truck 1' };

    expect(findNewFaults([fault], [fault, fault])).toEqual([fault]);
  });
});
