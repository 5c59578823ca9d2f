import { aDay, anOrder, aTruck, hours } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import { checkDayPlan, type DayProblem, priceDayPlan } from '../index.js';
import type { Turn } from './goal.js';
import { waitingAtPlant } from './waiting-at-plant.js';

const MIN = 60;
/** A turn of ten minutes on a line. */
const turn = (readyMin: number, loadMin: number, given: Partial<Turn> = {}): Turn => ({
  readySec: readyMin * MIN,
  queuesFromSec: readyMin * MIN,
  line: 0,
  loadFromSec: loadMin * MIN,
  loadToSec: (loadMin + 10) * MIN,
  isStarted: false,
  isFirstOfDay: false,
  ...given,
});

const pour = (firstFromSec: number, place: number) =>
  anOrder({ volumeM3: 10, place, firstFromSec, firstToSec: firstFromSec + 1_800 });
/** Two pours end at once; their trucks come back together for two more that begin at once. */
const aRush = (plantWaitPerMin: number): DayProblem => {
  const day = aDay();
  return aDay({
    weights: { ...day.weights, plantWaitPerMin, firstLatePerMin: 0.01, fairnessPerHour2: 0 },
    trucks: [aTruck(), aTruck(), aTruck({ duty: hours(2, 14), endPlace: 1 })],
    orders: [pour(7_200, 1), pour(7_200, 2), pour(11_400, 1), pour(11_400, 2)],
  });
};
const waitedMin = (day: DayProblem): number => {
  const plan = solveSoundly(day, { seed: 1, spent: (step) => step / 150 });
  expect(checkDayPlan(day, plan)).toEqual([]);
  expect(plan.loads).toHaveLength(4);
  return priceDayPlan(day, plan).plants[0]!['waiting_at_plant']!;
};

describe('waiting at the plant as a goal', () => {
  it.each([
    { turns: [], min: 0, why: 'nobody comes' },
    { turns: [turn(0, 30)], min: 0, why: 'a truck is parked until it is wanted' },
    { turns: [turn(20, 20), turn(25, 30)], min: 5, why: 'one queues behind another' },
    { turns: [turn(20, 20), turn(0, 30)], min: 10, why: 'it was parked before the line began' },
    { turns: [turn(20, 20), turn(0, 31)], min: 0, why: 'the line stood still before its turn' },
    {
      turns: [turn(20, 20), turn(20, 30), turn(20, 40)],
      min: 30,
      why: 'three came back at once',
    },
    { turns: [turn(20, 20), turn(20, 30, { line: 1 })], min: 0, why: 'its own line stood still' },
    {
      turns: [turn(20, 20), turn(0, 30, { isFirstOfDay: true })],
      min: 0,
      why: 'its driver is called in for it',
    },
    { turns: [turn(20, 20), turn(20, 30, { isStarted: true })], min: 0, why: 'it has begun' },
  ])('are $min minutes where $why', ({ turns, min }) => {
    expect(waitingAtPlant.ofPlant(turns)).toBe(min);
    expect(waitingAtPlant.ofPlant(turns.toReversed())).toBe(min);
  });

  it('is searched away at its price', () => {
    expect(waitedMin(aRush(100))).toBeLessThanOrEqual(waitedMin(aRush(0)));
    expect(waitedMin(aRush(100))).toBe(0);
  });
});
