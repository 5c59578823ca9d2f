import { forbids, type Reason } from '@tongyun/permission';
import { isInRegister } from './of-one-plate.js';

export type RoadsideVerdict =
  'may_pass' | 'may_not_pass' | 'not_registered' | 'near_border' | 'cannot_verify';

export interface RoadsideCase {
  /**
   * What the plate stands for: `unknown` for none, or one that nobody has entered; `ambiguous` for
   * several of different colours.
   */
  readonly vehicle: 'known' | 'unknown' | 'ambiguous';
  /** Null: no registration was ever begun. */
  readonly registrationState: string | null;
  /** False: neither did the officer state a place nor is a fresh position known. */
  readonly isPlaceKnown: boolean;
  /** The reasons in the zones that surely cover the place, and off the routes that it surely misses. */
  readonly atLeast: readonly Reason[];
  /**
   * The reasons in every zone that may cover it: those whose border lies within the position's
   * accuracy too, or all zones there are when no place is known. Routes are missed as if the place
   * were exact.
   */
  readonly atMost: readonly Reason[];
}

/**
 * Judges in one word whether a vehicle may be where it stands. Only reasons that forbid the road
 * count; whatever else is wrong is listed beneath.
 *
 * More zones never make a verdict milder, so when the fewest and the most zones that may cover the
 * place agree, the verdict is sure. Where they do not, it is `near_border`; without any place it
 * is `cannot_verify`, never a leave to pass, and `not_registered` for what is that wherever it is. A
 * registration that is suspended is no missing one: the reasons say that it is.
 */
export function judgeRoadside(roadsideCase: RoadsideCase): RoadsideVerdict {
  const { vehicle, isPlaceKnown, atLeast, atMost } = roadsideCase;
  if (vehicle === 'ambiguous') return 'cannot_verify';
  if (vehicle === 'unknown') return 'not_registered';

  const [mildest, strictest] = [verdictOf(atLeast), verdictOf(atMost)];
  if (mildest === strictest) return mildest;
  if (isPlaceKnown) return 'near_border';
  return isInRegister(roadsideCase) ? 'cannot_verify' : 'not_registered';
}

function verdictOf(reasons: readonly Reason[]): RoadsideVerdict {
  if (!forbids(reasons, 'forbids_road')) return 'may_pass';
  const isUnregistered = reasons.some(
    ({ code, effect }) => code === 'not_registered' && effect === 'forbids_road',
  );
  return isUnregistered ? 'not_registered' : 'may_not_pass';
}
