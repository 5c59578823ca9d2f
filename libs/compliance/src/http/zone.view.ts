import { multiPolygon, type ZoneView } from '@tongyun/contracts';
import type { ZoneVersionEntity } from '../data/zone-version.entity.js';

export const toZoneView = (zone: ZoneVersionEntity): ZoneView => ({
  zoneId: zone.zoneId,
  version: zone.version,
  kind: zone.kind,
  name: zone.name,
  area: multiPolygon.parse(zone.area),
  hours: zone.hours,
  binds: zone.binds,
  plateColors: zone.plateColors,
  plates: zone.plates,
  barredEmissionClasses: zone.barredEmissionClasses,
  exemptRoads: zone.exemptRoads,
  speedLimitKph: zone.speedLimitKph,
  effectiveFrom: zone.effectiveFrom.toISOString(),
});
