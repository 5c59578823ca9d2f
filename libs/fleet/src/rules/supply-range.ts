import { distanceM, isCovered, type PolygonArea, type Wgs84 } from '@tongyun/geo';

/** The fields of a plant's range that this rule reads; either `radiusM` or `area` is set. */
export interface SupplyRange {
  /** Great-circle metres from the plant. */
  readonly radiusM: number | null;
  readonly area: PolygonArea | null;
}

export interface RangeVerdict {
  readonly isInside: boolean;
  /** Great-circle metres from plant to site. */
  readonly distanceM: number;
  /** The radius compared with; null when the range is drawn as an area. */
  readonly limitM: number | null;
}

/**
 * Judges whether a site lies in the range that a plant may supply.
 *
 * A radius counts its limit, an area its border, as inside. A range that states neither covers
 * nothing, so a row that was written wrongly never opens the city to a plant.
 */
export function judgeRange(
  plantPosition: Wgs84,
  range: SupplyRange,
  sitePosition: Wgs84,
): RangeVerdict {
  const toSiteM = distanceM(plantPosition, sitePosition);
  const isInside =
    range.area === null
      ? range.radiusM !== null && toSiteM <= range.radiusM
      : isCovered(sitePosition, range.area);
  return { isInside, distanceM: toSiteM, limitM: range.radiusM };
}
