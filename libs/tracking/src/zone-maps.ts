import type { ZonesInForce } from '@tongyun/compliance';
import { spansInside } from '@tongyun/geo';
import type { ZoneMap } from './rules/context.js';

/** Zones in force as the steps ask for them, made once for the same zones. */
export class ZoneMaps {
  private readonly built = new WeakMap<ZonesInForce, ZoneMap>();

  of(inForce: ZonesInForce): ZoneMap {
    const known = this.built.get(inForce);
    if (known) return known;
    const map = toZoneMap(inForce);
    this.built.set(inForce, map);
    return map;
  }
}

function toZoneMap({ zones, version, index }: ZonesInForce): ZoneMap {
  const known = new Map(zones.map((zone) => [zone.fact.zoneId, zone]));
  return {
    version,
    zonesAt: (lng, lat) => index.zonesAt(lng, lat),
    zonesNear: (lng, lat, withinM) => index.zonesNear(lng, lat, withinM),
    zonesAlong: (from, to) => index.zonesAlong(from, to),
    spansIn(zoneId, from, to) {
      const zone = known.get(zoneId);
      return zone === undefined ? [] : spansInside(from, to, zone.area);
    },
    factOf: (zoneId) => known.get(zoneId)?.fact,
    lowestSpeedLimitKph: Math.min(...zones.flatMap((zone) => zone.speedLimitKph ?? [])),
    speedLimitOf: (zoneId) => known.get(zoneId)?.speedLimitKph ?? null,
  };
}
