import { buildChain, type Stuck } from '../construct/build-chain.js';
import { choosePumps } from '../construct/choose-pumps.js';
import { findTrip } from '../construct/find-trip.js';
import { paces } from '../construct/place-order.js';
import type { DayState } from '../state/day-state.js';

/** Why an order is not served: where its chain breaks off at best, and which rules stand in the way there. */
export interface UnservedReason {
  readonly order: number;
  /** A load, a pump at the beginning, or a pump that has to be gone before the end. */
  readonly lacks: 'load' | 'pump' | 'pump_called';
  /** How many loads could be brought before it breaks off. */
  readonly loadsPlaced: number;
  /** How often each rule was the first in the way of a truck or a pump that was tried. */
  readonly codes: Readonly<Record<string, number>>;
}

/** Null when the order can be served as things stand; nothing is changed either way. */
export function explainUnserved(state: DayState, order: number): UnservedReason | null {
  let best: UnservedReason | null = null;
  for (const pace of paces(state.problem.orders[order]!)) {
    const served = buildChain(state, order, pace, null, {
      onStuck: (stuck) => {
        const reason = reasonOf(state, order, stuck);
        if (best === null || reason.loadsPlaced > best.loadsPlaced) best = reason;
      },
    });
    if (served) {
      state.unserve(order);
      return null;
    }
  }
  return best;
}

function reasonOf(state: DayState, order: number, stuck: Stuck): UnservedReason {
  const codes: Record<string, number> = {};
  const count = (code: string) => {
    codes[code] = (codes[code] ?? 0) + 1;
  };
  if (stuck.what === 'load') {
    const { isFirst, latestSec } = stuck.want;
    const opensLate = isFirst && state.problem.orders[order]!.open.fromSec > latestSec;
    if (opensLate) count('site_hours');
    else findTrip(state, stuck.want, null, count);
  }
  if (stuck.what === 'pump') choosePumps(state, order, stuck, null, count);
  if (stuck.what === 'partner') count('cold_joint');
  if (stuck.what === 'pump_called') count(stuck.code);
  return {
    order,
    lacks: stuck.what === 'partner' ? 'load' : stuck.what,
    loadsPlaced: stuck.what === 'pump' ? 0 : stuck.placed,
    codes,
  };
}
