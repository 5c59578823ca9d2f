import type { Interval } from '@tongyun/kernel';
import type { PermissionFacts } from './facts.js';
import { findAll } from './judge.js';
import { without } from './spans.js';

/**
 * The longest intervals within `day` that nothing forbids, in order of time: for every interval of
 * the day, `judge` finds no forbidding reason exactly when it lies inside one of these.
 *
 * A stay given for a zone stays where it is: only zones with `stay: null` move with the interval.
 */
export function allowedIntervals(facts: PermissionFacts, day: Interval): Interval[] {
  const forbidden = findAll(facts, day)
    .filter(({ effect }) => effect !== 'notice')
    .flatMap(({ during }) => [...during]);
  return without([day], forbidden);
}
