import { distanceM, distanceToBorderM, isCovered, wgs84 } from '@tongyun/geo';
import type { PlantRange } from './context.js';
import type { Side } from './presence.js';

export interface RangePlace {
  readonly side: Side;
  /** Great-circle metres from the plant. */
  readonly distanceM: number;
}

/**
 * Judges where a loaded truck is against the supply range of the plant that batched it.
 *
 * The range itself counts its border as inside; beyond it a band of `marginM` metres says nothing,
 * for a receiver's error must not make a violation. A range measured by road is compared with the
 * great circle, which is never longer: who is beyond it so is beyond it by road too.
 */
export function judgeRangePlace(
  range: PlantRange,
  point: { readonly lng: number; readonly lat: number },
  marginM: number,
): RangePlace {
  const awayM = distanceM(wgs84(range.lng, range.lat), wgs84(point.lng, point.lat));
  return { side: sideOf(range, point, awayM, marginM), distanceM: awayM };
}

function sideOf(
  { radiusM, area }: PlantRange,
  point: { readonly lng: number; readonly lat: number },
  awayM: number,
  marginM: number,
): Side {
  if (area !== null) {
    if (isCovered(point, area)) return 'inside';
    return distanceToBorderM(point, area) <= marginM ? 'band' : 'outside';
  }
  if (radiusM === null || awayM <= radiusM) return 'inside';
  return awayM <= radiusM + marginM ? 'band' : 'outside';
}
