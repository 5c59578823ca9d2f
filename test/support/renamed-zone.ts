import { ZoneVersionEntity } from '@tongyun/compliance/data';
import { newId, type UserId, type ZoneId } from '@tongyun/kernel';
import type { EntityManager } from 'typeorm';

/** A name of a zone, and from when on the zone has it. */
interface ZoneName {
  readonly name: string;
  readonly effectiveFrom: Date;
}

/** Puts a zone on record that was given these names, in this order of deciding. */
export async function addRenamedZone(
  manager: EntityManager,
  names: readonly ZoneName[],
): Promise<ZoneId> {
  const zoneId = newId<ZoneId>();
  const ring = [
    [120, 30],
    [120.1, 30],
    [120.1, 30.1],
    [120, 30],
  ];
  const rows = names.map(({ name, effectiveFrom }, nth) => ({
    id: newId<string>(),
    zoneId,
    version: nth + 1,
    kind: 'built_up' as const,
    name,
    area: { type: 'MultiPolygon' as const, coordinates: [[ring]] },
    hours: [],
    binds: [],
    plateColors: [],
    plates: null,
    barredEmissionClasses: [],
    exemptRoads: [],
    speedLimitKph: null,
    isRetired: false,
    effectiveFrom,
    decidedBy: newId<UserId>(),
    decidedAt: effectiveFrom,
    reason: 'by the city’s notice',
  }));
  await manager.insert(ZoneVersionEntity, rows);
  return zoneId;
}
