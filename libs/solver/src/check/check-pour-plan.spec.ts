import type { Delivery } from '../plan/pour-plan.js';
import type { PourProblem } from '../problem/pour-problem.js';
import { checkPourPlan } from './check-pour-plan.js';

const problem: PourProblem = {
  trucks: ['a', 'b'].map((id) => ({ id, capacityM3: 10, dischargeMin: 20 })),
  pours: [{ id: 'p', demandM3: 20, fromMin: 100, toMin: 200 }],
  tripMin: [[30]],
  firstTripMin: [15],
  maxGapMin: 5,
};
const codesOf = (deliveries: readonly Delivery[], servedM3 = 20): string[] =>
  checkPourPlan(problem, { deliveries, servedM3 }).map(({ code }) => code);
const at = (truck: number, startMin: number): Delivery => ({ pour: 0, truck, startMin });

describe('checkPourPlan', () => {
  it('finds nothing wrong with a chain at its limits', () => {
    expect(codesOf([at(0, 100), at(1, 125)])).toEqual([]);
    expect(codesOf([at(1, 180), at(0, 155)])).toEqual([]);
    expect(codesOf([], 0)).toEqual([]);
  });

  it.each([
    { plan: [at(0, 99), at(1, 120)], code: 'outside_window', why: 'before the window' },
    { plan: [at(0, 160), at(1, 181)], code: 'outside_window', why: 'its end is late' },
    { plan: [at(0, 100), at(1, 119)], code: 'deliveries_overlap', why: 'by a minute' },
    { plan: [at(0, 100), at(1, 126)], code: 'gap_too_long', why: 'by a minute' },
    { plan: [at(0, 100)], code: 'demand_not_covered', why: 'half of it' },
    { plan: [at(0, 100), at(0, 149)], code: 'truck_too_early', why: 'by a minute' },
    { plan: [at(0, 100), at(2, 120)], code: 'unknown_delivery', why: 'no such truck' },
    { plan: [at(0, 100), at(1, 120.5)], code: 'unknown_delivery', why: 'no whole minute' },
  ])('finds $code: $why', ({ plan, code }) => {
    expect(codesOf(plan)).toContain(code);
  });

  it('counts what is served itself', () => {
    expect(codesOf([at(0, 100), at(1, 120)], 30)).toEqual(['value_misstated']);
  });

  it('has a truck start from the yard', () => {
    const far = { ...problem, firstTripMin: [101] };

    expect(
      checkPourPlan(far, { deliveries: [at(0, 100), at(1, 120)], servedM3: 20 }).map(
        (it) => it.code,
      ),
    ).toEqual(['truck_too_early']);
  });
});
