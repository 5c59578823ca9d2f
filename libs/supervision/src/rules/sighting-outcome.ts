import { distanceM, type Wgs84 } from '@tongyun/geo';
import { secondsBetween } from '@tongyun/kernel';

/** A place at an instant. */
export interface SeenAt {
  readonly position: Wgs84;
  readonly at: Date;
}

export interface SightingLimits {
  /** Metres that a camera's and a terminal's position may differ by. */
  readonly apartM: number;
  /** How fast a vehicle may have driven in the time between the two. */
  readonly maxSpeedKph: number;
}

export type ApartVerdict =
  | { readonly state: 'not_compared' }
  | {
      readonly state: 'matched' | 'apart';
      readonly distanceM: number;
      /** The most metres that the time between allows. */
      readonly limitM: number;
    };

const MPS_OF_KPH = 1 / 3.6;

/**
 * Judges whether a plate that a camera read can be the vehicle whose terminal reports elsewhere.
 *
 * They are apart when nobody could have driven from one place to the other in the time between
 * the two, be it earlier or later; the limit itself is still possible.
 *
 * @param fix the terminal's fix nearest in time; null when there is none near enough
 */
export function judgeApart(
  sighting: SeenAt,
  fix: SeenAt | null,
  { apartM, maxSpeedKph }: SightingLimits,
): ApartVerdict {
  if (fix === null) return { state: 'not_compared' };
  const betweenSec = Math.abs(secondsBetween(fix.at, sighting.at));
  const limitM = apartM + betweenSec * maxSpeedKph * MPS_OF_KPH;
  const metres = distanceM(sighting.position, fix.position);
  return { state: metres > limitM ? 'apart' : 'matched', distanceM: metres, limitM };
}
