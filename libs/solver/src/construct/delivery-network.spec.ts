import type { PourProblem } from '../problem/pour-problem.js';
import { DeliveryNetwork, NONE } from './delivery-network.js';

/** Two trucks, two pours: 10 min from the yard, 20 min between pours, 15 min from a pour back to it. */
const problem: PourProblem = {
  trucks: ['a', 'b'].map((id) => ({ id, capacityM3: 10, dischargeMin: 30 })),
  pours: ['p', 'q'].map((id) => ({ id, demandM3: 30, fromMin: 0, toMin: 200 })),
  tripMin: [
    [15, 20],
    [20, 15],
  ],
  firstTripMin: [10, 10],
  maxGapMin: 5,
};
const [P, Q] = [0, 1] as const;
const [A, B] = [0, 1] as const;

const startsOf = (network: DeliveryNetwork, pour: number) => {
  const from = network.deliveriesFrom[pour]!;
  return [...network.starts.subarray(from, from + network.counts[pour]!)];
};

describe('DeliveryNetwork', () => {
  it('sends a truck out from the yard first, and over the plant to its next pour', () => {
    const network = new DeliveryNetwork(problem);

    network.append(P, A, NONE);
    network.append(Q, A, network.deliveriesFrom[P]!);

    expect(startsOf(network, P)).toEqual([10]);
    expect(startsOf(network, Q)).toEqual([60]); // 10 + 30 + 20
  });

  /**
   *        10    25   40   55   60        90
   *  a at p       [=========]              could start at 10, but would then end 20 min ahead
   *  b at p                    [=========] ready at 60, out of q; 5 min are allowed
   */
  it('puts off what stands at a pour when the next delivery cannot follow in time', () => {
    const network = new DeliveryNetwork(problem);
    network.append(Q, B, NONE);
    network.append(P, A, NONE);

    expect(network.append(P, B, network.deliveriesFrom[Q]!)).not.toBe(NONE);

    expect(startsOf(network, Q)).toEqual([10]);
    expect(startsOf(network, P)).toEqual([25, 60]); // b is ready at 60: a may end at 55 at the earliest
  });

  it('pushes the truck’s next delivery, and what waits for that one at its pour', () => {
    const network = new DeliveryNetwork(problem);
    network.append(Q, A, NONE);
    network.append(Q, B, NONE);
    expect(startsOf(network, Q)).toEqual([10, 40]);

    network.append(P, A, NONE);

    expect(startsOf(network, P)).toEqual([10]);
    expect(startsOf(network, Q)).toEqual([60, 90]);
  });

  it('refuses what would make any delivery late, and what would wait for itself', () => {
    const network = new DeliveryNetwork({
      ...problem,
      pours: [problem.pours[P]!, { ...problem.pours[Q]!, toMin: 80 }],
    });
    network.append(Q, A, NONE);

    expect(network.append(P, A, NONE)).toBe(NONE); // q would end at 90
    expect(network.append(Q, A, network.deliveriesFrom[Q]!)).toBe(NONE); // 15 min to itself, 5 allowed
    expect(startsOf(network, Q)).toEqual([10]);
    expect(network.firstOf[A]).toBe(network.deliveriesFrom[Q]);
    expect(network.nexts[network.deliveriesFrom[Q]!]).toBe(NONE);
  });

  it('takes a delivery and its pushes back', () => {
    const network = new DeliveryNetwork(problem);
    network.append(Q, A, NONE);
    network.append(Q, B, NONE);
    const before = network.save();

    const mark = network.append(P, A, NONE);
    network.takeBack(P, mark);

    expect(startsOf(network, Q)).toEqual([10, 40]);
    expect(network.save().firstOf).toEqual(before.firstOf);
    expect(network.save().counts).toEqual(before.counts);
  });

  it('lets the others start earlier again when a pour is removed', () => {
    const network = new DeliveryNetwork(problem);
    network.append(Q, A, NONE);
    network.append(Q, B, NONE);
    network.append(P, A, NONE);

    network.remove(P);
    network.settle();

    expect(startsOf(network, P)).toEqual([]);
    expect(startsOf(network, Q)).toEqual([10, 40]);
  });

  it('goes back to what was saved', () => {
    const network = new DeliveryNetwork(problem);
    network.append(Q, A, NONE);
    const saved = network.save();
    network.remove(Q);
    network.append(P, A, NONE);

    network.restore(saved);

    expect(network.save()).toEqual(saved);
  });
});
