import type { Effect, ReasonCode, ReasonView } from '@tongyun/contracts';

/** What a reason means to an officer: an effect, or what bars the road as soon as a zone is entered. */
export type Weight = Effect | 'forbids_zones';

const WEIGHTS: readonly Weight[] = ['forbids_road', 'forbids_zones', 'forbids_work', 'notice'];

/** Outside of every zone these bar the work alone, and inside of one the road too. */
const OF_REGISTRATION: readonly ReasonCode[] = ['not_registered', 'registration_suspended'];

export interface ReasonGroup {
  readonly weight: Weight;
  readonly reasons: readonly ReasonView[];
}

const weightOf = ({ code, effect }: ReasonView): Weight =>
  effect === 'forbids_work' && OF_REGISTRATION.includes(code) ? 'forbids_zones' : effect;

/**
 * Groups reasons by what they do, those that bar the road first: only they make the verdict, and
 * an officer who reads on must see that the rest is not a matter of traffic.
 */
export const groupReasons = (reasons: readonly ReasonView[]): readonly ReasonGroup[] =>
  WEIGHTS.map((weight) => ({
    weight,
    reasons: reasons.filter((reason) => weightOf(reason) === weight),
  })).filter((group) => group.reasons.length > 0);
