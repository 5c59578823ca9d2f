import type { Effect, ReasonView } from '@tongyun/contracts';

const EFFECTS: readonly Effect[] = ['forbids_road', 'forbids_work', 'notice'];

export interface ReasonGroup {
  readonly effect: Effect;
  readonly reasons: readonly ReasonView[];
}

/**
 * Groups reasons by what they do, those that bar the road first: only they make the verdict, and
 * an officer who reads on must see that the rest is not a matter of traffic.
 */
export const groupReasons = (reasons: readonly ReasonView[]): readonly ReasonGroup[] =>
  EFFECTS.map((effect) => ({
    effect,
    reasons: reasons.filter((reason) => reason.effect === effect),
  })).filter((group) => group.reasons.length > 0);
