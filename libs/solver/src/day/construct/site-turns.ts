import type { DayOrder, OthersDischarge, Span } from '../problem/day-problem.js';

/**
 * When a place of an order's site is free of others' trucks, from a time on; the last span has no end.
 *
 * @param fromSec since when the order's own trucks have left it free
 */
export function freeSpans(
  { others = [] }: Pick<DayOrder, 'others'>,
  place: number,
  fromSec: number,
): Span[] {
  const spans: Span[] = [];
  let freeSec = fromSec;
  for (const other of others) {
    if (other.place !== place || other.dischargeToSec <= freeSec) continue;
    if (other.dischargeFromSec > freeSec) {
      spans.push({ fromSec: freeSec, toSec: other.dischargeFromSec });
    }
    freeSec = other.dischargeToSec;
  }
  return [...spans, { fromSec: freeSec, toSec: Infinity }];
}

type Pour = Pick<DayOrder, 'others' | 'firstToSec' | 'gapMaxSec' | 'brokenOffSec'>;

/**
 * By when a pour's next discharge has to begin, while partners' trucks keep it going; Infinity where
 * the pour was broken off after its last discharge.
 *
 * @param endSec the end of its own last discharge; −Infinity before there is any
 */
export function reachSec(
  { others = [], firstToSec, gapMaxSec, brokenOffSec = -Infinity }: Pour,
  endSec: number,
): number {
  const reachFrom = (sec: number): number => (sec <= brokenOffSec ? Infinity : sec + gapMaxSec);
  let end = endSec;
  let reach = endSec === -Infinity ? firstToSec : reachFrom(endSec);
  for (const { isOfPour, dischargeFromSec, dischargeToSec } of others) {
    if (!isOfPour || dischargeFromSec > reach) continue;
    end = Math.max(end, dischargeToSec);
    reach = reachFrom(end);
  }
  return reach;
}

/** A discharge of the order's own, and whether it is still a choice. */
export interface OwnDischarge extends Pick<OthersDischarge, 'dischargeFromSec' | 'dischargeToSec'> {
  readonly started: boolean;
}

/**
 * Whether no partner's truck comes too late after the order's own: nobody then keeps the pour going
 * between them. Pauses before own trucks are the cold joint's rule.
 */
export function leavesNoPause(
  { others = [], gapMaxSec }: Pick<DayOrder, 'others' | 'gapMaxSec'>,
  own: readonly OwnDischarge[],
): boolean {
  const partners = others.filter(({ isOfPour }) => isOfPour);
  return partners.every(({ dischargeFromSec }) => {
    const before = (one: { readonly dischargeFromSec: number }): boolean =>
      one.dischargeFromSec < dischargeFromSec;
    const theirsSec = lastEnd(partners.filter(before));
    const chosenSec = lastEnd(own.filter((one) => before(one) && !one.started));
    const startedSec = lastEnd(own.filter((one) => before(one) && one.started));
    const isAfterOwn = chosenSec > Math.max(theirsSec, startedSec);
    return !isAfterOwn || dischargeFromSec - chosenSec <= gapMaxSec;
  });
}

const lastEnd = (discharges: readonly { readonly dischargeToSec: number }[]): number =>
  discharges.reduce((sec, { dischargeToSec }) => Math.max(sec, dischargeToSec), -Infinity);
