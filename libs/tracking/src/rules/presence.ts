import type { TimedPoint } from './inputs.js';
import type { Presence } from './track-state.js';

/** Which side of a border a fix is on; `band`: too near to it to say. */
export type Side = 'inside' | 'band' | 'outside';

export const NEVER_INSIDE: Presence = {
  isInside: false,
  contrary: [],
  crossing: [],
  isFresh: false,
};

/** How many fixes in a row make a crossing. */
export interface CrossingFixes {
  readonly enter: number;
  readonly leave: number;
}

/** Of plants and sites: one wild fix neither brings a truck there nor takes it away. */
export const FENCE_FIXES: CrossingFixes = { enter: 2, leave: 2 };

/** Whether there is anything to remember: what is left out was never inside. */
export const isWorthKeeping = ({ isInside, isFresh, contrary }: Presence): boolean =>
  isInside || isFresh || contrary.length > 0;

/**
 * Carries a presence over one more fix, so that jitter at a border makes no crossing.
 *
 * A fix in the band says nothing either way; one on the side already believed forgets what spoke
 * against it; enough in a row on the other side are a crossing, which began with the first of them.
 */
export function followPresence(
  presence: Presence,
  side: Side,
  point: TimedPoint,
  fixes: CrossingFixes,
): Presence {
  const calm = presence.isFresh ? { ...presence, isFresh: false } : presence;
  if (side === 'band') return calm;

  const isInside = side === 'inside';
  if (isInside === presence.isInside) {
    return presence.contrary.length === 0 ? calm : { ...calm, contrary: [] };
  }
  const contrary = [...presence.contrary, point];
  return contrary.length >= (isInside ? fixes.enter : fixes.leave)
    ? { isInside, contrary: [], crossing: contrary, isFresh: true }
    : { ...calm, contrary };
}
