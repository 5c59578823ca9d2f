import type { Interval } from '@tongyun/kernel';
import type { Span } from '@tongyun/solver';
import { type DayFacts, type FactOrder, secOf } from './day-facts.js';

/**
 * The hours of its site in which a pour goes on, in seconds of the day: those in which its first truck
 * is wanted, or that it has come to by now, else the next; hours that are over where there are none.
 * A pour does not go on over a time at which its site is closed: that would be a cold joint.
 */
export function findOpenSpan(
  facts: Pick<DayFacts, 'day' | 'now'>,
  { access }: Pick<FactOrder, 'access'>,
  wantedAt: Date,
): Span {
  const at = wantedAt > facts.now ? wantedAt : facts.now;
  const over: Interval = { from: at, to: at };
  const [open = over] = spansAfter(access, at);
  return toSpan(facts, open);
}

/** The hours of its site after those in which a pour goes on; null: there are none that are known. */
export function findNextSpan(
  facts: Pick<DayFacts, 'day' | 'now'>,
  { access }: Pick<FactOrder, 'access'>,
  wantedAt: Date,
): Span | null {
  const at = wantedAt > facts.now ? wantedAt : facts.now;
  const [, next] = spansAfter(access, at);
  return next === undefined ? null : toSpan(facts, next);
}

/** Those that are not over at a time, in order. */
const spansAfter = (access: readonly Interval[], at: Date): readonly Interval[] =>
  access.filter((span) => span.to > at);

const toSpan = (facts: Pick<DayFacts, 'day'>, { from, to }: Interval): Span => ({
  fromSec: secOf(facts, from),
  toSec: secOf(facts, to),
});
