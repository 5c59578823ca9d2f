import { computeOfferCost, type RankedOffer, rankOffers } from './rank-offers.js';

const offer: RankedOffer = {
  kind: 'order',
  travelMin: 20,
  waitMin: 0,
  offTimeMin: 0,
  betterByMpa: 0,
  offVolumeM3: 0,
  carriedM3: 8,
  isDisplacing: false,
};
const costOf = (change: Partial<RankedOffer>) => computeOfferCost({ ...offer, ...change }).cost;

const ranked = (id: string, mayDivert: boolean, mayOverride: boolean, cost: number) => ({
  id,
  mayDivert,
  mayOverride,
  cost,
});

describe('computeOfferCost', () => {
  it('names what it consists of', () => {
    const { cost, parts } = computeOfferCost({ ...offer, waitMin: 5, isDisplacing: true });

    expect(parts).toMatchObject({ way: 20, waiting: 5, displaced: 15, lost_concrete: 0 });
    expect(cost).toBe(40);
  });

  it.each<{ change: Partial<RankedOffer>; why: string }>([
    { change: { travelMin: 30 }, why: 'the longer way' },
    { change: { betterByMpa: 10 }, why: 'good concrete for a poor pour' },
    { change: { offVolumeM3: 2 }, why: 'a volume that others must make up for' },
    { change: { kind: 'place', travelMin: 20 }, why: 'a place that has to be asked for' },
    { change: { kind: 'plant', travelMin: 5 }, why: 'concrete that is lost' },
  ])('is higher for $why', ({ change }) => {
    expect(costOf(change)).toBeGreaterThan(costOf({}));
  });
});

describe('rankOffers', () => {
  it('puts what may be done first, then what somebody may override, then by cost', () => {
    const offers = [
      ranked('unfit', false, false, 1),
      ranked('dear', true, true, 50),
      ranked('overridable', false, true, 2),
      ranked('cheap', true, true, 10),
    ];

    expect(rankOffers(offers).map(({ id }) => id)).toEqual([
      'cheap',
      'dear',
      'overridable',
      'unfit',
    ]);
  });
});
