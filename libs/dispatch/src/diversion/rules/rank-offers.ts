/** What ranking reads of an offer for concrete that is on the road. */
export interface RankedOffer {
  readonly kind: 'order' | 'place' | 'plant';
  readonly travelMin: number;
  readonly waitMin: number;
  /** Minutes from the wanted time, either way; 0 where none is wanted. */
  readonly offTimeMin: number;
  /** Strength beyond what is asked for, MPa. */
  readonly betterByMpa: number;
  /** Between the drum and the load that it becomes, m³. */
  readonly offVolumeM3: number;
  readonly carriedM3: number;
  /** Somebody else was told to bring that load. */
  readonly isDisplacing: boolean;
}

/** Named parts of the cost, each in minutes of a truck's time. */
export interface OfferCostParts {
  readonly way: number;
  readonly waiting: number;
  readonly off_time: number;
  readonly better_grade: number;
  readonly off_volume: number;
  readonly displaced: number;
  readonly lost_concrete: number;
  readonly asking: number;
}

/** Ours, to be tuned on the first city's data; each turns its quantity into truck minutes. */
const MIN_PER_OFF_TIME_MIN = 0.25;
const MIN_PER_BETTER_MPA = 0.5; // C35 for C30 costs less than a kilometre
const MIN_PER_OFF_M3 = 4; // as empty drum does in ranking candidates
const DISPLACED_MIN = 15; // one driver is told anew
const MIN_PER_LOST_M3 = 15; // what goes back is mostly thrown away
const ASKING_MIN = 10; // the site has to find a place for it first

/** Computes what an offer costs, in minutes of a truck's time; lower is better. */
export function computeOfferCost(offer: RankedOffer): { cost: number; parts: OfferCostParts } {
  const parts: OfferCostParts = {
    way: offer.travelMin,
    waiting: offer.waitMin,
    off_time: offer.offTimeMin * MIN_PER_OFF_TIME_MIN,
    better_grade: offer.betterByMpa * MIN_PER_BETTER_MPA,
    off_volume: offer.offVolumeM3 * MIN_PER_OFF_M3,
    displaced: offer.isDisplacing ? DISPLACED_MIN : 0,
    lost_concrete: offer.kind === 'plant' ? offer.carriedM3 * MIN_PER_LOST_M3 : 0,
    asking: offer.kind === 'place' ? ASKING_MIN : 0,
  };
  const cost = Object.values(parts).reduce((sum: number, part: number) => sum + part, 0);
  return { cost, parts };
}

/** Orders offers: what may be done first, then what may be overridden, then by cost. */
export const rankOffers = <
  Offer extends { mayDivert: boolean; mayOverride: boolean; cost: number },
>(
  offers: readonly Offer[],
): Offer[] =>
  offers.toSorted(
    (one, other) =>
      Number(other.mayDivert) - Number(one.mayDivert) ||
      Number(other.mayOverride) - Number(one.mayOverride) ||
      one.cost - other.cost,
  );
