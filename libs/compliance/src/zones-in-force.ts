import { createHash } from 'node:crypto';
import type { ExemptRoad } from '@tongyun/contracts';
import type { GeofenceIndex, MultiPolygonArea } from '@tongyun/geo';
import type { ZoneFact } from '@tongyun/permission';
import type { ZoneVersionEntity } from './data/zone-version.entity.js';
import { followZoneIndex, type ZoneIndex } from './rules/zone-index.js';

export interface ZoneInForce {
  readonly fact: ZoneFact;
  readonly area: MultiPolygonArea;
  /** km/h; null: it has none of its own. */
  readonly speedLimitKph: number | null;
  readonly exemptRoads: readonly ExemptRoad[];
}

/** The zones of one instant. The same `version` means the same zones. */
export interface ZonesInForce {
  readonly version: string;
  readonly zones: readonly ZoneInForce[];
  /** Which of them hold a place. */
  readonly index: GeofenceIndex;
}

type StatedZone = Pick<
  ZoneVersionEntity,
  | 'zoneId'
  | 'version'
  | 'name'
  | 'kind'
  | 'area'
  | 'hours'
  | 'binds'
  | 'plateColors'
  | 'plates'
  | 'barredEmissionClasses'
  | 'speedLimitKph'
  | 'exemptRoads'
>;

/**
 * Puts the zones that are in force together behind an index.
 *
 * @param before the index of the zones before, from which that of these is made; null: anew
 */
export function indexZones(
  rows: readonly StatedZone[],
  before: ZoneIndex | null,
): { readonly inForce: ZonesInForce; readonly built: ZoneIndex } {
  const zones = rows.map(toZoneInForce);
  const built = followZoneIndex(
    before,
    zones.map(({ fact: { zoneId, version }, area }) => ({ id: zoneId, version, area })),
  );
  return { inForce: { version: versionOf(rows), zones, index: built.index }, built };
}

const toZoneInForce = (row: StatedZone): ZoneInForce => {
  const { zoneId, version, name, kind, hours, binds, barredEmissionClasses } = row;
  const { plateColors, plates } = row;
  return {
    fact: { zoneId, version, name, kind, hours, binds, plateColors, plates, barredEmissionClasses },
    area: row.area,
    speedLimitKph: row.speedLimitKph,
    exemptRoads: row.exemptRoads,
  };
};

/** Names a set of versions; 12 hex digits tell any number of zones a city will have apart. */
function versionOf(rows: readonly Pick<StatedZone, 'zoneId' | 'version'>[]): string {
  const hash = createHash('sha256');
  for (const { zoneId, version } of rows) hash.update(`${zoneId}/${version};`);
  return `zones-${hash.digest('hex').slice(0, 12)}`;
}
