import type { DrawZoneRequest } from '@tongyun/contracts';
import { wgs84 } from '@tongyun/geo';
import { addMinutes, newId, type ZoneId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ComplianceModule } from './compliance.module.js';
import { DrawZoneService } from './draw-zone.service.js';
import { ZoneQueries } from './zone-queries.service.js';

const now = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');

/** A square from a south-western corner, `sideDeg` degrees wide. */
const squareAt = (lng: number, lat: number, sideDeg = 0.1): DrawZoneRequest['area'] => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [lng, lat],
        [lng + sideDeg, lat],
        [lng + sideDeg, lat + sideDeg],
        [lng, lat + sideDeg],
        [lng, lat],
      ],
    ],
  ],
});
const aRequest = (change: Partial<DrawZoneRequest>): DrawZoneRequest => ({
  kind: 'built_up',
  name: '建成区',
  crs: 'wgs84',
  area: squareAt(120, 30),
  hours: [],
  binds: ['mixer'],
  effectiveFrom: now,
  reason: 'by the city’s notice',
  ...change,
});

describe('zones', () => {
  let database: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [ComplianceModule], { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const draw = (change: Partial<DrawZoneRequest>, zoneId: ZoneId | null = null) =>
    module.get(DrawZoneService).draw(admin, zoneId, aRequest(change));
  const namesAt = async (lng: number, lat: number, at = now) =>
    (await module.get(ZoneQueries).zonesAt(wgs84(lng, lat), at)).map(({ fact }) => fact.name);

  it('judges by a zone as soon as it is drawn', async () => {
    expect(await namesAt(121.05, 31.05)).toEqual([]);
    const before = (await module.get(ZoneQueries).inForce(now)).version;

    await draw({ name: '新城', area: squareAt(121, 31) });

    expect(await namesAt(121.05, 31.05)).toEqual(['新城']);
    expect((await module.get(ZoneQueries).inForce(now)).version).not.toBe(before);
  });

  it('moves a zone from the day that its new version names', async () => {
    const { zoneId } = await draw({ name: '旧区', area: squareAt(122, 31) });
    const tomorrow = addMinutes(now, 1_440);

    const next = await draw(
      { name: '新区', area: squareAt(122.5, 31), effectiveFrom: tomorrow },
      zoneId,
    );

    expect(next).toMatchObject({ zoneId, version: 2 });
    expect(await namesAt(122.05, 31.05)).toEqual(['旧区']);
    expect(await namesAt(122.05, 31.05, tomorrow)).toEqual([]);
    expect(await namesAt(122.55, 31.05, tomorrow)).toEqual(['新区']);
  });

  it('redraws no zone for a time that is over, whatever was judged by it', async () => {
    const effectiveFrom = addMinutes(now, -1_440);
    const { zoneId } = await draw({ name: '旧界', area: squareAt(122, 33), effectiveFrom });
    const change = { name: '新界', area: squareAt(122.5, 33), effectiveFrom: addMinutes(now, -61) };

    await expect(draw(change, zoneId)).rejects.toMatchObject({
      code: 'ZONE_IN_THE_PAST',
      details: { earliest: addMinutes(now, -60) },
    });

    expect(await namesAt(122.05, 33.05)).toEqual(['旧界']);
    expect(await namesAt(122.55, 33.05)).toEqual([]);
  });

  it('takes no change that begins before the last one, for it would never hold', async () => {
    const { zoneId } = await draw({ name: '旧线', area: squareAt(122, 35) });
    await draw({ name: '新线', area: squareAt(122.5, 35), effectiveFrom: now }, zoneId);
    const change = { name: '更正', area: squareAt(122.8, 35) };

    await expect(
      draw({ ...change, effectiveFrom: addMinutes(now, -2) }, zoneId),
    ).rejects.toMatchObject({
      code: 'ZONE_IN_THE_PAST',
      details: { earliest: now },
    });
    await draw({ ...change, effectiveFrom: now }, zoneId);

    expect(await namesAt(122.55, 35.05)).toEqual([]);
    expect(await namesAt(122.85, 35.05)).toEqual(['更正']);
  });

  it('keeps a change that is planned when the zone is redrawn for the time before it', async () => {
    const { zoneId } = await draw({ name: '一期', area: squareAt(122, 34) });
    const tomorrow = addMinutes(now, 1_440);
    await draw({ name: '三期', area: squareAt(122, 34), effectiveFrom: tomorrow }, zoneId);

    await draw({ name: '二期', area: squareAt(122, 34) }, zoneId);

    expect(await namesAt(122.05, 34.05)).toEqual(['二期']);
    expect(await namesAt(122.05, 34.05, tomorrow)).toEqual(['三期']);
  });

  it('ends a zone that is retired', async () => {
    const { zoneId } = await draw({ name: '撤销区', area: squareAt(123, 31) });

    await draw({ name: '撤销区', area: squareAt(123, 31), isRetired: true }, zoneId);

    expect(await namesAt(123.05, 31.05)).toEqual([]);
  });

  it('moves what was drawn on a shifted map to WGS-84', async () => {
    const { area } = await draw({ name: '高德所画', crs: 'gcj02', area: squareAt(119, 30) });

    const [lng, lat] = area.coordinates[0]![0]![0]!;
    expect(119 - lng!).toBeGreaterThan(0.003); // a shift of some 470 m east in this region
    expect(lat).not.toBe(30);
  });

  it('leaves out the strip of a road at its border', async () => {
    const { exemptRoads } = await draw({
      name: '不含石祥路',
      area: squareAt(117, 30),
      exemptRoads: [
        {
          name: '石祥路',
          path: [
            [117, 30],
            [117.1, 30],
          ],
          halfWidthM: 25,
        },
      ],
    });

    expect(exemptRoads).toMatchObject([{ name: '石祥路', halfWidthM: 25 }]);
    expect(await namesAt(117.05, 30.0002)).toEqual([]); // 22 m off the middle line
    expect(await namesAt(117.05, 30.0003)).toEqual(['不含石祥路']); // 33 m
  });

  it('refuses a zone that its exempt roads take whole', async () => {
    const road = { name: '环线', halfWidthM: 100 } as const;
    const path: [number, number][] = [
      [116, 30],
      [116.001, 30.001],
    ];

    await expect(
      draw({ area: squareAt(116, 30, 0.001), exemptRoads: [{ ...road, path }] }),
    ).rejects.toMatchObject({ code: 'ZONE_SHAPE_INVALID' });
  });

  it('tells which borders a position is near', async () => {
    await draw({ name: '界线', area: squareAt(118, 30) });
    const zones = module.get(ZoneQueries);
    const near = async (withinM: number) =>
      (await zones.zonesNear(wgs84(117.9999, 30.05), withinM, now)).map(({ fact }) => fact.name);

    expect(await near(5)).toEqual([]); // it is 9.6 m off
    expect(await near(15)).toEqual(['界线']);
  });

  it.each([
    {
      why: 'a ring that is left open',
      ring: [
        [120, 30],
        [120.1, 30],
        [120.1, 30.1],
        [120, 30.1],
      ],
    },
    {
      why: 'a ring that crosses itself',
      ring: [
        [120, 30],
        [120.1, 30.1],
        [120.1, 30],
        [120, 30.1],
        [120, 30],
      ],
    },
  ])('refuses $why', async ({ ring }) => {
    const area = { type: 'MultiPolygon', coordinates: [[ring as [number, number][]]] } as const;

    await expect(draw({ area: area as unknown as DrawZoneRequest['area'] })).rejects.toMatchObject({
      code: 'ZONE_SHAPE_INVALID',
    });
  });

  it('refuses a version of a zone that does not exist', async () => {
    await expect(draw({}, newId<ZoneId>())).rejects.toMatchObject({ code: 'ZONE_NOT_FOUND' });
  });
});
