import type { DrawZoneRequest } from '@tongyun/contracts';
import {
  CreateEnterpriseService,
  CreatePlantService,
  DecidePlantLicenceService,
  PlantQueries,
} from '@tongyun/fleet';
import { addMinutes, newId, type PlantId, type ZoneId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ComplianceModule } from './compliance.module.js';
import { DrawZoneService } from './draw-zone.service.js';

const now = new Date('2026-11-23T02:00:00Z');
const tomorrow = addMinutes(now, 1_440);
const admin = anAuthority('concrete_admin');

/** A lake between 119 and 119.1 degrees east, and a plant in the middle of it. */
const LAKE: DrawZoneRequest = {
  kind: 'eco_sensitive',
  name: '两江一湖',
  crs: 'wgs84',
  area: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [119, 29.5],
          [119.1, 29.5],
          [119.1, 29.6],
          [119, 29.6],
          [119, 29.5],
        ],
      ],
    ],
  },
  hours: [],
  binds: ['mixer'],
  effectiveFrom: now,
  reason: '风景名胜区总体规划',
};

describe('plants in eco-sensitive zones', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let lake: ZoneId;
  let byTheLake: PlantId;
  let inTown: PlantId;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [ComplianceModule], { now: () => now });
    const { id: enterpriseId } = await module.get(CreateEnterpriseService).create(admin, {
      name: `商砼 ${newId()}`,
      shortName: '商砼',
      district: '淳安',
      mode: 'dispatch',
    });
    const aPlant = async (name: string, lng: number) =>
      (
        await module.get(CreatePlantService).create(admin, {
          enterpriseId,
          name,
          position: { lng, lat: 29.55, crs: 'wgs84' },
          fenceRadiusM: 200,
          licenceNo: null,
        })
      ).id;
    byTheLake = await aPlant('湖畔站', 119.05);
    inTown = await aPlant('城区站', 119.2);
    lake = (await module.get(DrawZoneService).draw(admin, null, LAKE)).zoneId;
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const zonesAt = (at: Date) => module.get(PlantQueries).ecoZonesAt([byTheLake, inTown], at);

  const license = (plantId: PlantId) =>
    module.get(DecidePlantLicenceService).decide(admin, plantId, {
      licenceState: 'licensed',
      licenceNo: 'ZJ-1',
      isBranch: false,
      reason: '限期搬迁前有效',
    });

  it('are named with the zones, from the day that these hold', async () => {
    expect(await zonesAt(addMinutes(now, -1))).toEqual(new Map());
    expect(await zonesAt(now)).toEqual(new Map([[byTheLake, ['两江一湖']]]));
  });

  it('are licensed with the zones kept in the decision', async () => {
    await license(byTheLake);
    await license(inTown);

    const kept: { plant_id: string; eco_zones: string[] }[] = await database.dataSource.query(
      'SELECT plant_id, eco_zones FROM plant_decision ORDER BY decided_at, id',
    );
    expect(kept).toEqual([
      { plant_id: byTheLake, eco_zones: ['两江一湖'] },
      { plant_id: inTown, eco_zones: [] },
    ]);
  });

  it('are named by the change that is planned, though one for the time before it came later', async () => {
    const nextWeek = addMinutes(now, 7 * 1_440);
    const { zoneId } = await module
      .get(DrawZoneService)
      .draw(admin, null, { ...LAKE, name: '库区', effectiveFrom: now });
    for (const [name, effectiveFrom] of [
      ['库区一期', nextWeek],
      ['库区试行', now],
    ] as const) {
      await module.get(DrawZoneService).draw(admin, zoneId, { ...LAKE, name, effectiveFrom });
    }

    expect((await zonesAt(now)).get(byTheLake)).toContain('库区试行');
    expect((await zonesAt(nextWeek)).get(byTheLake)).toContain('库区一期');
    await module.get(DrawZoneService).draw(admin, zoneId, { ...LAKE, isRetired: true });
    await module
      .get(DrawZoneService)
      .draw(admin, zoneId, { ...LAKE, isRetired: true, effectiveFrom: nextWeek });
  });

  it('are free of them once a zone of another kind, or none, takes its place', async () => {
    await module
      .get(DrawZoneService)
      .draw(admin, lake, { ...LAKE, isRetired: true, effectiveFrom: tomorrow });
    await module
      .get(DrawZoneService)
      .draw(admin, null, { ...LAKE, kind: 'built_up', effectiveFrom: tomorrow });

    expect(await zonesAt(tomorrow)).toEqual(new Map());
  });
});
