import { type DriveLimits, judgeDrive, type Wgs84 } from '@tongyun/geo';

/** A place at an instant. */
export interface SeenAt {
  readonly position: Wgs84;
  readonly at: Date;
}

export type ApartVerdict =
  | { readonly state: 'not_compared' }
  | {
      readonly state: 'matched' | 'apart';
      readonly distanceM: number;
      /** The most metres that the time between allows. */
      readonly limitM: number;
    };

/**
 * Judges whether a plate that a camera read can be the vehicle whose terminal reports elsewhere.
 *
 * They are apart when nobody could have driven from one place to the other in the time between
 * the two: the rule that a terminal's own fixes are judged by.
 *
 * @param fix the terminal's fix nearest in time; null when there is none near enough
 */
export function judgeApart(
  sighting: SeenAt,
  fix: SeenAt | null,
  limits: DriveLimits,
): ApartVerdict {
  if (fix === null) return { state: 'not_compared' };
  const { isPossible, ...measured } = judgeDrive(inTime(sighting), inTime(fix), limits);
  return { state: isPossible ? 'matched' : 'apart', ...measured };
}

const inTime = ({ position: { lng, lat }, at }: SeenAt) => ({ lng, lat, atMs: at.getTime() });
