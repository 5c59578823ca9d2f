import { pick } from '@tongyun/kernel';
import type { DayOrder } from '../problem/day-problem.js';
import type { DayState } from '../state/day-state.js';
import { buildChain } from './build-chain.js';
import type { Freedom } from './find-trip.js';
import type { Pace } from './pace.js';

const STEP_SEC = 600;
/** Pauses between discharges that are tried, as shares of the longest allowed one. */
const PAUSES = [0, 0.25, 0.5, 0.75] as const;

/**
 * Plans an order as early in its window, and as fast, as works; false when nothing does.
 *
 * A slower pour needs fewer trucks at once: each comes again in time for a later load.
 */
export function placeOrder(state: DayState, orderIndex: number, freedom: Freedom | null): boolean {
  const all = [...paces(state.problem.orders[orderIndex]!)];
  const tried =
    freedom === null ? all : someOf(leaveRoom(state, orderIndex, all, freedom), freedom);
  for (const pace of tried) {
    if (buildChain(state, orderIndex, pace, freedom)) return true;
  }
  return false;
}

/** How many paces a step of the search tries of one order, about. */
const TRIED = 10;

/** What is under way goes on at once; the rest may begin at any step of its window. */
export function* paces(order: DayOrder): Generator<Pace> {
  const { started, firstFromSec, firstToSec, gapMaxSec } = order;
  for (const share of PAUSES) {
    const pauseSec = share * Math.min(gapMaxSec, 3_600);
    if (started.length > 0) {
      yield { startSec: -Infinity, pauseSec };
      continue;
    }
    for (let sec = firstFromSec; sec <= firstToSec; sec += STEP_SEC) {
      yield { startSec: sec, pauseSec };
    }
  }
}

/**
 * The paces from some pause on, while another order at the site is not served yet: a pour without pauses
 * keeps the place to itself.
 */
function leaveRoom(
  state: DayState,
  orderIndex: number,
  all: readonly Pace[],
  { random }: Freedom,
): readonly Pace[] {
  const isAwaited = state.sites.matesOf(orderIndex).some((mate) => state.chains[mate] === null);
  if (!isAwaited) return all;
  const leastSec = pick(random, all).pauseSec;
  return all.filter(({ pauseSec }) => pauseSec >= leastSec);
}

/** A few of the paces in their sequence, the first always among them. */
function someOf(all: readonly Pace[], { random }: Freedom): Pace[] {
  const most = (TRIED - 1) / Math.max(1, all.length - 1);
  return all.filter((_, index) => index === 0 || random() < most);
}
