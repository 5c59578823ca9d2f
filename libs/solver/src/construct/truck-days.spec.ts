import type { PourProblem } from '../problem/pour-problem.js';
import { TruckDays } from './truck-days.js';

/** One truck, two pours: 10 min from the yard, 20 min between them, 15 min from a pour back to it. */
const problem: PourProblem = {
  trucks: [{ id: 't', capacityM3: 10, dischargeMin: 30 }],
  pours: [0, 1].map((nth) => ({ id: `p${nth}`, demandM3: 10, fromMin: 0, toMin: 600 })),
  tripMin: [
    [15, 20],
    [20, 15],
  ],
  firstTripMin: [10, 10],
  maxGapMin: 5,
};

describe('TruckDays', () => {
  it('sends a truck out from the yard first', () => {
    const days = new TruckDays(problem);

    expect(days.earliest(0, 0, 0, 600)).toBe(10);
    expect(days.earliest(0, 0, 100, 600)).toBe(100);
    expect(days.earliest(0, 0, 0, 9)).toBe(-1);
  });

  it('fits a delivery between two others only when the next one stays in time', () => {
    const days = new TruckDays(problem);
    days.insert(0, 0, 10);
    days.insert(0, 0, 200);

    expect(days.earliest(0, 1, 0, 600)).toBe(60); // 10 + 30 + 20
    expect(days.earliest(0, 1, 151, 600)).toBe(250); // 151 + 30 + 20 > 200: behind the second
    expect(days.earliest(0, 1, 150, 600)).toBe(150);
  });

  it('says how far a delivery can be put off', () => {
    const days = new TruckDays(problem);
    days.insert(0, 0, 10);
    days.insert(0, 1, 100);

    expect(days.latest(0, 0)).toBe(50); // 100 - 20 - 30
    expect(days.latest(0, 1)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('forgets what is removed', () => {
    const days = new TruckDays(problem);
    days.insert(0, 0, 10);
    days.insert(0, 1, 100);
    days.remove(0, 10);

    expect(days.earliest(0, 0, 0, 600)).toBe(10);
    expect(days.placeOf(0, 100)).toBe(0);
  });
});
