import type { DecideDistrictRequest } from '@tongyun/contracts';
import { wgs84 } from '@tongyun/geo';
import { newId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { anAuthority, anEmployee } from '../../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { CreateEnterpriseService } from '../create-enterprise.service.js';
import { CreatePlantService } from '../create-plant.service.js';
import { FleetModule } from '../fleet.module.js';
import { DecideDistrictService } from './decide-district.service.js';
import { DistrictQueries } from './district-queries.service.js';

const now = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');
const day = (on: string) => new Date(`${on}T00:00:00+08:00`);

/** Between two meridians, from 30.2 to 30.4 degrees north. */
const strip = (fromLng: number, toLng: number): DecideDistrictRequest['area'] => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [fromLng, 30.2],
        [toLng, 30.2],
        [toLng, 30.4],
        [fromLng, 30.4],
        [fromLng, 30.2],
      ],
    ],
  ],
});
const inTheEast = wgs84(120.35, 30.3);

describe('districts', () => {
  let database: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [FleetModule], { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    await database.dataSource.query(`SET session_replication_role = replica`);
    await database.dataSource.query(`DELETE FROM district_version`);
    await database.dataSource.query(`SET session_replication_role = DEFAULT`);
  });

  const decide = (
    change: Partial<DecideDistrictRequest>,
    id: Parameters<DecideDistrictService['decide']>[1] = null,
  ) =>
    module.get(DecideDistrictService).decide(admin, id, {
      name: '余杭区',
      crs: 'wgs84',
      area: strip(120, 120.4),
      effectiveFrom: day('2011-01-01'),
      isRetired: false,
      reason: '区划',
      ...change,
    });
  const queries = () => module.get(DistrictQueries);
  const anEnterprise = (district: string) =>
    module
      .get(CreateEnterpriseService)
      .create(admin, { name: `商砼 ${newId()}`, shortName: '商砼', district, mode: 'dispatch' });

  const plantAt = (enterpriseId: string, name: string, lng: number) =>
    module.get(CreatePlantService).create(admin, {
      enterpriseId,
      name,
      position: { lng, lat: 30.3, crs: 'wgs84' },
      fenceRadiusM: 200,
      licenceNo: null,
    });

  /** Split in two in 2021: the west keeps the name, the east is new. */
  const split = async () => {
    const { districtId } = await decide({});
    await decide({ area: strip(120, 120.2), effectiveFrom: day('2021-04-09') }, districtId);
    await decide({
      name: '临平区',
      area: strip(120.2, 120.4),
      effectiveFrom: day('2021-04-09'),
    });
  };

  it.each([
    { on: '2010-12-31', name: null, why: 'before any was decided' },
    { on: '2021-04-08', name: '余杭区', why: 'the last day of the old ones' },
    { on: '2021-04-09', name: '临平区', why: 'the first day of the new ones' },
  ])('say that a place lay in $name on $on ($why)', async ({ on, name }) => {
    await split();

    const found = await queries().ofPlace(inTheEast, day(on));

    expect(found?.name ?? null).toBe(name);
  });

  it('name no district that is no more, and still know it for its time', async () => {
    const { districtId } = await decide({ name: '江干区' });
    await decide({ name: '江干区', isRetired: true, effectiveFrom: day('2021-04-09') }, districtId);

    expect(await queries().inForce(now)).toEqual([]);
    expect(await queries().inForce(day('2020-06-01'))).toMatchObject([{ name: '江干区' }]);
  });

  it('are turned into WGS-84 once', async () => {
    const { area } = await decide({ crs: 'gcj02' });

    const [lng] = area.coordinates[0]![0]![0]!;
    expect(lng).toBeGreaterThan(119.99);
    expect(lng).toBeLessThan(119.999);
  });

  it('name the plants that lie in each, to an enterprise its own', async () => {
    await split();
    const [ours, theirs] = [await anEnterprise('临平区'), await anEnterprise('余杭区')];
    await plantAt(ours.id, '塘栖站', 120.35);
    await plantAt(theirs.id, '良渚站', 120.05);
    const inForce = await queries().inForce(now);
    const namesFor = async (scope = admin) => {
      const names = await queries().plantNamesIn(scope, inForce);
      return inForce.map(({ id, name }) => [name, names.get(id) ?? []]);
    };

    expect(await namesFor()).toEqual([
      ['临平区', ['塘栖站']],
      ['余杭区', ['良渚站']],
    ]);
    expect(await namesFor(anEmployee(ours.id))).toEqual([
      ['临平区', ['塘栖站']],
      ['余杭区', []],
    ]);
  });

  it('are the only ones that a new enterprise may name, where any is decided', async () => {
    await expect(anEnterprise('江干区')).resolves.toMatchObject({ district: '江干区' });
    await split();

    await expect(anEnterprise('江干区')).rejects.toMatchObject({
      code: 'DISTRICT_NOT_IN_FORCE',
      details: { names: ['临平区', '余杭区'] },
    });
    await expect(anEnterprise('临平区')).resolves.toMatchObject({ district: '临平区' });
  });

  it('have one name each at a time', async () => {
    await decide({});

    await expect(decide({ area: strip(121, 121.2) })).rejects.toMatchObject({
      code: 'DISTRICT_NAME_TAKEN',
    });
  });

  it.each([
    { id: newId<never>(), change: {}, code: 'DISTRICT_NOT_FOUND' },
    {
      id: null,
      change: {
        area: {
          type: 'MultiPolygon' as const,
          coordinates: [
            [
              [
                [120, 30],
                [120.1, 30.1],
                [120.1, 30],
                [120, 30.1],
                [120, 30],
              ] as [number, number][],
            ],
          ],
        },
      },
      code: 'DISTRICT_SHAPE_INVALID',
    },
  ])('are refused with $code, and nothing is added', async ({ id, change, code }) => {
    await expect(decide(change, id)).rejects.toMatchObject({ code });

    expect(await queries().inForce(now)).toEqual([]);
  });
});
