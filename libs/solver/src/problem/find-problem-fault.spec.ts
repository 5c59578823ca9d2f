import { findProblemFault } from './find-problem-fault.js';
import type { Pour, PourProblem, Truck } from './pour-problem.js';

const problem = (
  change: Partial<PourProblem> = {},
  truck: Partial<Truck> = {},
  pour: Partial<Pour> = {},
): PourProblem => ({
  trucks: [{ id: 't', capacityM3: 10, dischargeMin: 20, ...truck }],
  pours: [{ id: 'p', demandM3: 20, fromMin: 0, toMin: 100, ...pour }],
  tripMin: [[30]],
  firstTripMin: [15],
  maxGapMin: 5,
  ...change,
});

describe('findProblemFault', () => {
  it('finds none in a problem of whole numbers, nor in one with nothing to do', () => {
    expect(findProblemFault(problem())).toBeNull();
    expect(
      findProblemFault({ trucks: [], pours: [], tripMin: [], firstTripMin: [], maxGapMin: 0 }),
    ).toBeNull();
  });

  it.each([
    { bad: problem({}, { capacityM3: 0 }), fault: 'truck t: capacityM3 0' },
    { bad: problem({}, { dischargeMin: Number.NaN }), fault: 'truck t: dischargeMin NaN' },
    { bad: problem({}, {}, { demandM3: 7.5 }), fault: 'pour p: demandM3 7.5' },
    { bad: problem({}, {}, { fromMin: 101 }), fault: 'pour p: 101–100' },
    { bad: problem({ firstTripMin: [] }), fault: 'pour p: firstTripMin undefined' },
    { bad: problem({ tripMin: [[-1]] }), fault: 'pour p: tripMin -1 to p' },
    { bad: problem({ maxGapMin: 2 ** 31 }), fault: 'maxGapMin 2147483648' },
  ])('names what is wrong: $fault', ({ bad, fault }) => {
    expect(findProblemFault(bad)).toBe(fault);
  });
});
