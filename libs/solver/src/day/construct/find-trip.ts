import type { Random } from '@tongyun/kernel';
import { BUCKET_M3 } from '../objectives/unserved.js';
import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayState } from '../state/day-state.js';
import type { LoadWant } from './load-want.js';
import { firstForbidding } from './first-forbidding.js';
import { priceTrip } from './price-trip.js';
import { toLoad } from './to-load.js';
import { visitTries } from './visit-tries.js';

/** Less than this is not sent on its own unless it is all that is left, m³. */
const LEAST_M3 = 1;

export interface Freedom {
  readonly random: Random;
  /** Share by which prices are blurred, so that another search finds another plan; 0 for none. */
  readonly noise: number;
}

/** Told of every truck and line that was tried in vain, and of a quota used up, with the code of the first rule in the way. */
export type OnForbidden = (code: string) => void;

/**
 * The truck, line and time that bring a load at the least price and break no rule; null when none can.
 *
 * A truck loads as late as it can and still be there when its turn comes, or as soon as it is back.
 */
export function findTrip(
  state: DayState,
  want: LoadWant,
  freedom: Freedom | null,
  onForbidden?: OnForbidden,
): PlannedLoad | null {
  const order = state.problem.orders[want.order]!;
  let best: PlannedLoad | null = null;
  let bestPrice = Infinity;
  order.sources.forEach(({ plant, share }, index) => {
    const quotaM3 = want.kind === 'concrete' ? want.quotaM3[index]! : Infinity;
    // The end of a share has to come from its supplier, little as it may be.
    const leastM3 = share === undefined ? Math.min(LEAST_M3, want.m3) : BUCKET_M3;
    if (quotaM3 < leastM3) {
      onForbidden?.('quota');
      return;
    }
    visitTries(state, want, plant, quotaM3, onForbidden, (trip) => {
      const price = priceTrip(state, want, trip) * blur(freedom);
      if (price >= bestPrice && onForbidden === undefined) return;
      const forbidding = firstForbidding(trip, state);
      if (forbidding !== null) onForbidden?.(forbidding);
      else if (price < bestPrice) [best, bestPrice] = [toLoad(trip), price];
    });
  });
  return best;
}

const blur = (freedom: Freedom | null): number =>
  freedom === null || freedom.noise === 0 ? 1 : 1 + freedom.noise * freedom.random();
