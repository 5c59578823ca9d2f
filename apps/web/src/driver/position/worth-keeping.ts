import { distanceM, wgs84 } from '@tongyun/geo';

export interface PhoneFix {
  readonly at: Date;
  /** WGS-84 degrees, as browsers give them. */
  readonly lng: number;
  readonly lat: number;
  /** Radius within which the phone is with 95 % confidence, metres. */
  readonly accuracyM: number;
}

/** Coarser than this (cell towers only) says nothing about a fence. */
const COARSEST_M = 200;
const EVERY_SEC = 10;
const STANDING_EVERY_SEC = 60;
const MOVED_M = 20;

/**
 * Judges whether a fix is worth the battery and the queue: one each ten seconds on the move, one
 * a minute when standing, none that is too coarse to place a truck.
 *
 * @param last the fix kept before; null when there is none
 */
export function isWorthKeeping(fix: PhoneFix, last: PhoneFix | null): boolean {
  if (fix.accuracyM > COARSEST_M) return false;
  if (last === null) return true;
  const sinceSec = (fix.at.getTime() - last.at.getTime()) / 1_000;
  if (sinceSec < EVERY_SEC) return false;
  const movedM = distanceM(wgs84(fix.lng, fix.lat), wgs84(last.lng, last.lat));
  return sinceSec >= STANDING_EVERY_SEC || movedM >= MOVED_M;
}
