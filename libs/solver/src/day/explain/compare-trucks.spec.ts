import { aBusyDay, aDay, anOrder, aTruck, hours } from '../../../../../test/support/a-day.js';
import { solveSoundly } from '../../../../../test/support/sound-plans.js';
import {
  checkDayPlan,
  compareTrucks,
  type DayPlan,
  type DayProblem,
  priceDayPlan,
} from '../index.js';

const planOf = (day: DayProblem): DayPlan => solveSoundly(day, { seed: 1, spent: () => 1 });
/** One pour of one load, with trucks as given; the first of them brings it. */
function aChoice(others: Parameters<typeof aTruck>[0][]) {
  const alone = aDay({ trucks: [aTruck()], orders: [anOrder({ volumeM3: 10 })] });
  const plan = planOf(alone);
  const day = { ...alone, trucks: [aTruck(), ...others.map((other) => aTruck(other))] };
  const [load] = plan.loads;
  return { day, plan, load: load! };
}

describe('why a load’s truck and no other', () => {
  it('names the second best with what it would make worse, over the whole plan', () => {
    const { day, plan, load } = aChoice([
      { startPlace: 3, endPlace: 3 },
      { startPlace: 1, endPlace: 1 },
    ]);

    const { others, kept, approachKm } = compareTrucks(day, plan, load);

    expect([approachKm, kept]).toEqual([0, []]);
    expect(others.map(({ truck }) => truck)).toEqual([2, 1]);
    const [second] = others;
    const swapped = { ...plan, loads: plan.loads.map((one) => ({ ...one, truck: 2 })) };
    expect(checkDayPlan(day, swapped)).toEqual([]);
    expect(second).toMatchObject({
      approachKm: 5,
      loadFromSec: load.loadFromSec,
      lateMin: 0,
      waitMin: 0,
      emptyKm: 0,
    });
    expect(second!.points).toBeCloseTo(
      priceDayPlan(day, swapped).points - priceDayPlan(day, plan).points,
      6,
    );
  });

  it('has a truck that is not back in time come later, when the rules allow it', () => {
    const { day, plan, load } = aChoice([{}]);
    const late = { ...day.trucks[1]!, duty: hours((load.loadFromSec + 600) / 3_600, 14) };

    const { others } = compareTrucks({ ...day, trucks: [day.trucks[0]!, late] }, plan, load);

    expect(others).toEqual([
      expect.objectContaining({ truck: 1, loadFromSec: load.loadFromSec + 600 }),
    ]);
    expect(others[0]!.lateMin).toBeGreaterThan(0);
    expect(others[0]!.points).toBeGreaterThan(0);
  });

  it('compares trucks for a load that should have begun by now as well', () => {
    const { day, plan, load } = aChoice([{}]);

    const { others, kept } = compareTrucks({ ...day, nowSec: load.loadFromSec + 60 }, plan, load);

    expect(kept).toEqual([]);
    expect(others).toEqual([expect.objectContaining({ truck: 1, loadFromSec: load.loadFromSec })]);
  });

  it.each([
    { why: 'a drum too small', truck: { drumM3: 6 }, code: 'drum' },
    { why: 'nobody lent it', truck: { worksFor: [1] }, code: 'no_agreement' },
    { why: 'off duty then', truck: { duty: hours(10, 14) }, code: 'truck_duty' },
    { why: 'forbidden', truck: { forbidden: ['not_registered'] }, code: 'not_registered' },
  ])('says which rule keeps a truck away: $why', ({ truck, code }) => {
    const { day, plan, load } = aChoice([truck]);

    expect(compareTrucks(day, plan, load)).toMatchObject({
      others: [],
      kept: [{ truck: 1, approachKm: 0, code }],
    });
  });

  it.each([1, 2, 3])('only names trucks that break no rule (busy day %i)', (seed) => {
    const day = aBusyDay(seed);
    const plan = planOf(day);
    const [load] = plan.loads;

    const { others, kept } = compareTrucks(day, plan, load!);

    expect(others.length + kept.length).toBe(day.trucks.length - 1);
    for (const { truck, loadFromSec, points } of others) {
      if (loadFromSec !== load!.loadFromSec) continue;
      const loads = plan.loads.map((one) => (one === load ? { ...one, truck } : one));
      expect(checkDayPlan(day, { ...plan, loads })).toEqual([]);
      expect(points).toBeCloseTo(
        priceDayPlan(day, { ...plan, loads }).points - priceDayPlan(day, plan).points,
        6,
      );
    }
  });
});
