import { computeCost, rankCandidates, type RankedRole } from './rank-candidates.js';

const ideal: RankedRole = {
  emptyM: 0,
  lateMin: 0,
  wastedM3: 0,
  waitMin: 0,
  isTight: false,
  isOffDuty: false,
  heldCount: 0,
};
const costOf = (change: Partial<RankedRole>) => computeCost({ ...ideal, ...change }).cost;

const candidate = (vehicleId: string, mayAssign: boolean, cost: number) => ({
  vehicleId,
  mayAssign,
  cost,
});

describe('computeCost', () => {
  it('costs nothing to send the truck that waits, fits and is on time', () => {
    expect(costOf({})).toBe(0);
  });

  it.each([
    { change: { emptyM: 5_000 }, part: 'empty_distance', cost: 10 },
    { change: { lateMin: 10 }, part: 'lateness', cost: 30 },
    { change: { wastedM3: 2 }, part: 'drum_waste', cost: 8 },
    { change: { waitMin: 60 }, part: 'waiting', cost: 3 },
    { change: { isTight: true }, part: 'tight_return', cost: 45 },
    { change: { isOffDuty: true }, part: 'off_duty', cost: 20 },
    { change: { heldCount: 2 }, part: 'fairness', cost: 10 },
  ] as const)('explains $cost minutes as $part', ({ change, part, cost }) => {
    const answer = computeCost({ ...ideal, ...change });

    expect(answer.cost).toBeCloseTo(cost, 9);
    expect(answer.parts[part]).toBeCloseTo(cost, 9);
  });

  it.each([
    { better: { wastedM3: 4 }, worse: { lateMin: 10 }, why: 'a big drum in time' },
    { better: { isOffDuty: true }, worse: { isTight: true }, why: 'a sure truck' },
    { better: { emptyM: 4_000 }, worse: { emptyM: 8_000 }, why: 'the nearer one' },
  ])('prefers $why', ({ better, worse }) => {
    expect(costOf(better)).toBeLessThan(costOf(worse));
  });
});

describe('rankCandidates', () => {
  it('puts those that may go first, then the cheapest, and is stable', () => {
    const ranked = rankCandidates([
      candidate('d', false, 0),
      candidate('c', true, 20),
      candidate('b', true, 10),
      candidate('a', true, 10),
    ]);

    expect(ranked.map(({ vehicleId }) => vehicleId)).toEqual(['a', 'b', 'c', 'd']);
  });
});
