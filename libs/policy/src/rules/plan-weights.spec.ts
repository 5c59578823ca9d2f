import {
  planWeights,
  SHIPPED_PLAN_WEIGHTS,
  SHIPPED_WAY_OUT_PRICES,
  wayOutPrices,
  wayOutPricesOf,
  weightsOf,
} from './plan-weights.js';

const { plantWaitPerMin, wastePerM3, fairnessPerHour2, ...known } = SHIPPED_PLAN_WEIGHTS;

describe('the weights of a decision', () => {
  it('are as shipped for goals that were not known when it was taken', () => {
    const decided = { ...known, waitPerMin: 7 };

    expect(planWeights.safeParse(decided).success).toBe(true);
    expect(weightsOf(decided)).toEqual({
      ...decided,
      plantWaitPerMin,
      wastePerM3,
      fairnessPerHour2,
    });
  });

  it('are its own for all that it names', () => {
    const decided = { ...known, plantWaitPerMin: 0, wastePerM3: 3, fairnessPerHour2: 0.2 };

    expect(weightsOf(decided)).toEqual(decided);
  });

  it('are not below 0', () => {
    expect(planWeights.safeParse({ ...known, wastePerM3: -1 }).success).toBe(false);
  });
});

describe('the prices of a decision', () => {
  const { reliefOperator, otherPump, ...named } = SHIPPED_WAY_OUT_PRICES;

  it('are as shipped for ways out that were not known when it was taken', () => {
    const decided = { ...named, hiredPump: 7 };

    expect(wayOutPrices.safeParse(decided).success).toBe(true);
    expect(wayOutPricesOf(decided)).toEqual({ ...decided, reliefOperator, otherPump });
  });

  it('are its own for all that it names', () => {
    const decided = { ...named, reliefOperator: 0, otherPump: 3 };

    expect(wayOutPricesOf(decided)).toEqual(decided);
  });
});
