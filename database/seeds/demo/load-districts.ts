import { DecideDistrictService, DistrictQueries } from '@tongyun/fleet';
import type { DistrictId } from '@tongyun/kernel';
import { DEMO_ADMINISTRATION, type ServiceSource, serviceOf } from './demo-services.js';
import { type DemoDistrict, DISTRICT_REFORMS } from './districts.js';

/** Decides the districts of the city and what became of them, unless there are any. */
export async function loadDistricts(app: ServiceSource, now: Date): Promise<void> {
  if ((await serviceOf(app, DistrictQueries).inForce(now)).length > 0) return;
  const known = new Map<string, { id: DistrictId; corners: DemoDistrict['corners'] }>();
  for (const { from, decided, retired, reason } of DISTRICT_REFORMS) {
    const decide = async (
      { name, corners }: DemoDistrict,
      id: DistrictId | null,
      isRetired = false,
    ) => {
      const { districtId } = await serviceOf(app, DecideDistrictService).decide(
        DEMO_ADMINISTRATION,
        id,
        {
          name,
          crs: 'wgs84',
          area: { type: 'MultiPolygon', coordinates: [[closed(corners)]] },
          effectiveFrom: new Date(`${from}T00:00:00+08:00`),
          isRetired,
          reason,
        },
      );
      known.set(name, { id: districtId, corners });
    };
    for (const name of retired) {
      const { id, corners } = known.get(name)!;
      await decide({ name, corners }, id, true);
    }
    for (const { formerName, ...district } of decided) {
      await decide(district, formerName === undefined ? null : known.get(formerName)!.id);
    }
  }
}

const closed = (corners: DemoDistrict['corners']): [number, number][] =>
  [...corners, corners[0]!].map(([lng, lat]) => [lng, lat]);
