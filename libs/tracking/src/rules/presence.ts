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

/** Presences by the name of the fence or the id of the zone. */
export type Presences = Readonly<Record<string, Presence>>;

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
 * The presences that are kept after an input: the very ones before it where none is another by now,
 * so that most fixes leave the state as it is.
 */
export function presencesAfter(
  before: Presences,
  kept: readonly (readonly [string, Presence])[],
): Presences {
  if (kept.length === 0) return Object.keys(before).length === 0 ? before : {};
  const after: Presences = Object.fromEntries(kept);
  const names = Object.keys(after);
  const isSame =
    names.length === Object.keys(before).length &&
    names.every((name) => after[name] === before[name]);
  return isSame ? before : after;
}

/** Presences that no fix has said anything about: none of them is a fresh crossing any more. */
export const calmed = (presences: Presences): Presences =>
  presencesAfter(
    presences,
    Object.entries(presences).map(([name, presence]) => [name, calm(presence)]),
  );

/** A presence that no fix has said anything about. */
export const calm = (presence: Presence): Presence =>
  presence.isFresh ? { ...presence, isFresh: false } : presence;

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
  const before = calm(presence);
  if (side === 'band') return before;

  const isInside = side === 'inside';
  if (isInside === presence.isInside) {
    return before.contrary.length === 0 ? before : { ...before, contrary: [] };
  }
  const contrary = [...presence.contrary, point];
  return contrary.length >= (isInside ? fixes.enter : fixes.leave)
    ? { isInside, contrary: [], crossing: contrary, isFresh: true }
    : { ...before, contrary };
}
