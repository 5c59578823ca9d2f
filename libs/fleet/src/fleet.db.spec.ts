import type { CreateVehicleRequest } from '@tongyun/contracts';
import { wgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  addMinutes,
  type EnterpriseId,
  newId,
  SYSTEM_SCOPE,
  type VehicleId,
} from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { aMixer } from '../../../test/support/a-mixer.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AgreeUseService } from './agree-use.service.js';
import { CreateDriverService } from './create-driver.service.js';
import { CreateEnterpriseService } from './create-enterprise.service.js';
import { CreatePlantService } from './create-plant.service.js';
import { CreateVehicleService } from './create-vehicle.service.js';
import { DriverQueries } from './driver-queries.service.js';
import { EndUseService } from './end-use.service.js';
import { EnterpriseQueries } from './enterprise-queries.service.js';
import { FleetModule } from './fleet.module.js';
import { PlantQueries } from './plant-queries.service.js';
import { judgeRange } from './rules/supply-range.js';
import { SetPlantRangeService } from './set-plant-range.service.js';
import { UseQueries } from './use-queries.service.js';
import { VehicleQueries } from './vehicle-queries.service.js';

const now = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');

describe('the fleet', () => {
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

  const anEnterprise = (name = `商砼 ${newId()}`) =>
    module
      .get(CreateEnterpriseService)
      .create(admin, { name, shortName: '商砼', district: '余杭', mode: 'dispatch' });
  const enter = (scope = admin, change: Partial<CreateVehicleRequest> = {}) =>
    module.get(CreateVehicleService).create(scope, aMixer(change));
  const vehicles = () => module.get(VehicleQueries);
  const aPlant = (enterpriseId: string) =>
    module.get(CreatePlantService).create(admin, {
      enterpriseId,
      name: '良渚站',
      position: { lng: 120.0, lat: 30.4, crs: 'wgs84' },
      fenceRadiusM: 200,
      licenceNo: null,
    });

  const agreeOn = (vehicleId: VehicleId, enterpriseId: string, from: number, to: number | null) =>
    module.get(AgreeUseService).agree(admin, vehicleId, {
      enterpriseId,
      kind: 'hired',
      validFrom: addMinutes(now, from),
      validTo: to === null ? null : addMinutes(now, to),
    });
  const endUse = (scope: AccessScope, vehicleId: VehicleId, id: string) =>
    module.get(EndUseService).end(scope, vehicleId, id, { reason: '工程提前完工' });
  const aUsedVehicle = async () => {
    const [owner, one, other] = [await anEnterprise(), await anEnterprise(), await anEnterprise()];
    const { id } = await enter(admin, { ownerEnterpriseId: owner.id });
    return { id, owner: owner.id, one: one.id, other: other.id };
  };

  it('refuses a second enterprise of the same name', async () => {
    const { name } = await anEnterprise();

    await expect(anEnterprise(name)).rejects.toMatchObject({ code: 'ENTERPRISE_NAME_TAKEN' });
  });

  it('licenses no plant by itself that was entered without a licence number', async () => {
    const { id } = await anEnterprise();
    const licensed = module.get(CreatePlantService).create(admin, {
      enterpriseId: id,
      name: '勾庄站',
      position: { lng: 120.0, lat: 30.4, crs: 'wgs84' },
      fenceRadiusM: 200,
      licenceNo: 'HZ-0815',
    });

    expect(await aPlant(id)).toMatchObject({ licenceState: 'unlicensed', licenceNo: null });
    expect(await licensed).toMatchObject({ licenceState: 'licensed', licenceNo: 'HZ-0815' });
  });

  it('makes the owner the lawful user of a new vehicle', async () => {
    const { id: enterpriseId } = await anEnterprise();

    const vehicle = await enter(anEmployee(enterpriseId), { ownerEnterpriseId: enterpriseId });

    const usable = await vehicles().usableBy(SYSTEM_SCOPE, enterpriseId, now);
    expect(usable).toMatchObject([
      { vehicle: { id: vehicle.id }, uses: [{ kind: 'own', enterpriseId, validTo: null }] },
    ]);
  });

  it('does not let an enterprise enter a vehicle for another, or for nobody', async () => {
    const [ours, theirs] = [await anEnterprise(), await anEnterprise()];
    const dispatcher = anEmployee(ours.id);

    await expect(enter(dispatcher, { ownerEnterpriseId: theirs.id })).rejects.toMatchObject({
      code: 'ENTERPRISE_NOT_FOUND',
    });
    await expect(enter(dispatcher)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([
    { plateNo: '浙A12345D', plateColor: 'yellow' as const, why: 'eight places on yellow' },
    { plateNo: '浙AD12345', plateColor: 'yellow_green' as const, why: 'letter not last' },
    { plateNo: '浙A1234挂', plateColor: 'yellow' as const, why: 'a mixer is no trailer' },
    { plateNo: '浙A1234学', plateColor: 'yellow' as const, why: 'nobody learns to drive on it' },
  ])('refuses $plateNo in $plateColor ($why)', async ({ plateNo, plateColor }) => {
    await expect(enter(admin, { plateNo, plateColor })).rejects.toMatchObject({
      code: 'PLATE_INVALID',
    });
  });

  it.each(['blue', 'green', 'black', 'white', 'other'] as const)(
    'refuses a mixer with a %s plate: heavy vehicles have none',
    async (plateColor) => {
      await expect(enter(admin, { plateNo: '浙A1C919', plateColor })).rejects.toMatchObject({
        code: 'PLATE_COLOR_UNFIT',
        details: { plateColor, possible: ['yellow', 'yellow_green'] },
      });
    },
  );

  it('refuses a plate that another vehicle carries', async () => {
    const plateNo = '浙A8A8A8';
    await enter(admin, { plateNo, plateColor: 'yellow' });

    await expect(enter(admin, { plateNo: '浙a·8a8a8' })).rejects.toMatchObject({
      code: 'PLATE_TAKEN',
    });
  });

  it('refuses a second pump with the same equipment number', async () => {
    const pump = {
      kind: 'trailer_pump',
      plateNo: null,
      plateColor: null,
      equipmentNo: `HBT80-${newId()}`,
    } as const;
    await enter(admin, pump);

    await expect(enter(admin, pump)).rejects.toMatchObject({ code: 'EQUIPMENT_NO_TAKEN' });
    const typed = ` ${pump.equipmentNo.toLowerCase()}`;
    await expect(enter(admin, { ...pump, equipmentNo: typed })).rejects.toMatchObject({
      code: 'EQUIPMENT_NO_TAKEN',
    });
    expect(await vehicles().findByEquipmentNo(SYSTEM_SCOPE, typed)).toHaveLength(1);
  });

  it('shows an enterprise the vehicles it owns or has agreed to use, and no others', async () => {
    const [owner, user, stranger] = [
      await anEnterprise(),
      await anEnterprise(),
      await anEnterprise(),
    ];
    const { id } = await enter(admin, { ownerEnterpriseId: owner.id });

    await module.get(AgreeUseService).agree(anEmployee(owner.id), id, {
      enterpriseId: user.id,
      kind: 'hired',
      validFrom: now,
      validTo: addMinutes(now, 60),
    });

    expect((await vehicles().get(anEmployee(user.id), id)).id).toBe(id);
    await expect(vehicles().get(anEmployee(stranger.id), id)).rejects.toMatchObject({
      code: 'VEHICLE_NOT_FOUND',
    });
    const usableAt = async (at: Date) =>
      (await vehicles().usableBy(SYSTEM_SCOPE, user.id, at)).map(({ vehicle }) => vehicle.id);
    expect(await usableAt(addMinutes(now, 59))).toEqual([id]);
    expect(await usableAt(addMinutes(now, 60))).toEqual([]);
  });

  it('lets only the owner agree to the use of a vehicle', async () => {
    const [owner, user] = [await anEnterprise(), await anEnterprise()];
    const { id } = await enter(admin, { ownerEnterpriseId: owner.id });
    const agree = (enterpriseId: string, validTo: Date | null = null) =>
      module
        .get(AgreeUseService)
        .agree(anEmployee(user.id), id, { enterpriseId, kind: 'hired', validFrom: now, validTo });

    await expect(agree(user.id)).rejects.toMatchObject({ code: 'VEHICLE_NOT_FOUND' });
    await module
      .get(AgreeUseService)
      .agree(admin, id, { enterpriseId: user.id, kind: 'loaned', validFrom: now, validTo: null });
    await expect(agree(user.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  describe('the use of a vehicle by others', () => {
    it('is agreed by its owner from now on, of times that are over by the administration alone', async () => {
      const { id, owner, one } = await aUsedVehicle();
      const agreed = { enterpriseId: one, kind: 'hired', validTo: null } as const;
      const agree = (scope: AccessScope, validFrom: Date) =>
        module.get(AgreeUseService).agree(scope, id, { ...agreed, validFrom });
      const hiredFrom = async () =>
        (await module.get(UseQueries).ofVehicle(admin, id))
          .filter(({ kind }) => kind === 'hired')
          .map(({ validFrom }) => validFrom);
      const yesterday = addMinutes(now, -1_440);

      await expect(agree(anEmployee(owner), yesterday)).rejects.toMatchObject({
        code: 'USE_IN_THE_PAST',
        details: { validFrom: yesterday },
      });
      expect(await hiredFrom()).toEqual([]);

      await agree(anEmployee(owner), addMinutes(now, -1));
      await agree(admin, yesterday);
      expect(await hiredFrom()).toEqual([addMinutes(now, -1), yesterday]);
    });

    it('is one enterprise’s at a time, and from its end on another’s', async () => {
      const { id, one, other } = await aUsedVehicle();
      const first = await agreeOn(id, one, 0, 600);

      const overlaps = { code: 'USE_OVERLAPS', details: { validFrom: now } };
      await expect(agreeOn(id, other, -60, 1)).rejects.toMatchObject(overlaps);
      await expect(agreeOn(id, other, 599, null)).rejects.toMatchObject(overlaps);
      await agreeOn(id, one, 300, null);
      expect(await agreeOn(id, other, -60, 0)).toMatchObject({ enterpriseId: other });
      await expect(agreeOn(id, other, 600, 660)).rejects.toMatchObject({ code: 'USE_OVERLAPS' });
      expect(first).toMatchObject({ enterpriseId: one, endedAt: null });
    });

    it('goes to one of two who agree on it at the same time', async () => {
      const { id, one, other } = await aUsedVehicle();

      const both = await Promise.allSettled([agreeOn(id, one, 0, 60), agreeOn(id, other, 0, 60)]);

      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });

    it('is ended by who gave the vehicle or who has it, once, and who and why is kept', async () => {
      const { id, owner, one, other } = await aUsedVehicle();
      const user = anEmployee(one);
      const { id: given } = await agreeOn(id, one, -60, null);
      const { id: coming } = await agreeOn(id, one, 60, 120);
      const stranger = anEmployee(other);

      await expect(endUse(stranger, id, given)).rejects.toMatchObject({
        code: 'VEHICLE_NOT_FOUND',
      });
      const ended = await endUse(user, id, given);
      await endUse(anEmployee(owner), id, coming);

      expect(ended).toMatchObject({
        endedAt: now,
        endReason: '工程提前完工',
        endedBy: user.userId,
      });
      await expect(endUse(user, id, given)).rejects.toMatchObject({ code: 'USE_ENDED' });
      expect(await vehicles().usableBy(SYSTEM_SCOPE, one, now)).toEqual([]);
      expect(await vehicles().usableBy(SYSTEM_SCOPE, one, addMinutes(now, 90))).toEqual([]);
      expect(await agreeOn(id, other, 0, null)).toMatchObject({ enterpriseId: other });
    });

    it('is not ended under a trip of who has it, by either of them, but before it and after', async () => {
      const { id, owner, one } = await aUsedVehicle();
      const { id: running } = await agreeOn(id, one, -60, 60);
      const { id: coming } = await agreeOn(id, one, 60, 120);
      await database.dataSource.query(
        `INSERT INTO trip (id, assignment_id, enterprise_id, order_id, load_id, plant_id, site_id,
           vehicle_id, driver_id, stage, planned_m3, assigned_at, started_at, stage_evidence)
         VALUES ($1, $1, $2, $1, $1, $1, $1, $3, $1, 'en_route', 12, $4, $4, '{}')`,
        [newId(), one, id, addMinutes(now, -30)],
      );

      const atWork = { code: 'USE_VEHICLE_AT_WORK', details: { vehicleId: id } };
      await expect(endUse(anEmployee(owner), id, running)).rejects.toMatchObject(atWork);
      await expect(endUse(anEmployee(one), id, running)).rejects.toMatchObject(atWork);
      await endUse(anEmployee(one), id, coming);

      await database.dataSource.query('UPDATE trip SET ended_at = $1 WHERE vehicle_id = $2', [
        now,
        id,
      ]);
      expect(await endUse(anEmployee(owner), id, running)).toMatchObject({ endedAt: now });
    });

    it('is read by who gives it in full, by who has it as far as it is his', async () => {
      const { id, owner, one, other } = await aUsedVehicle();
      await agreeOn(id, one, 0, 60);
      await agreeOn(id, other, 60, 120);
      const read = async (enterpriseId: EnterpriseId) =>
        (await module.get(UseQueries).ofVehicle(anEmployee(enterpriseId), id)).map((use) => [
          use.kind,
          use.enterpriseId,
        ]);

      expect(await read(owner)).toEqual([
        ['hired', other],
        ['hired', one],
        ['own', owner],
      ]);
      expect(await read(one)).toEqual([['hired', one]]);
    });

    it('cannot be ended where it is its owner’s own', async () => {
      const { id, owner } = await aUsedVehicle();
      const [own] = await module.get(UseQueries).ofVehicle(anEmployee(owner), id);

      await expect(endUse(anEmployee(owner), id, own!.id)).rejects.toMatchObject({
        code: 'USE_IS_OWN',
      });
    });
  });

  it('keeps every range of a plant and answers with the one in force', async () => {
    const { id: enterpriseId } = await anEnterprise();
    const plant = await aPlant(enterpriseId);
    const set = (radiusM: number, effectiveFrom: Date) =>
      module.get(SetPlantRangeService).set(admin, plant.id, {
        radiusM,
        area: null,
        measure: 'great_circle',
        effectiveFrom,
        reason: 'by the year’s plan',
      });
    const plants = module.get(PlantQueries);
    expect(await plants.rangeAt(plant.id, now)).toBeNull();

    await set(30_000, addMinutes(now, -60));
    await set(20_000, addMinutes(now, 60));

    expect((await plants.get(anEmployee(enterpriseId), plant.id)).position).toEqual(
      wgs84(120.0, 30.4),
    );
    expect(await plants.rangeAt(plant.id, addMinutes(now, -61))).toBeNull();
    expect((await plants.rangeAt(plant.id, now))?.radiusM).toBe(30_000);
    expect((await plants.rangeAt(plant.id, addMinutes(now, 60)))?.radiusM).toBe(20_000);
  });

  it('keeps a range that is drawn, and refuses one that is not closed or goes by road', async () => {
    const plant = await aPlant((await anEnterprise()).id);
    const ring: [number, number][] = [
      [119.9, 30.3],
      [120.1, 30.3],
      [120.1, 30.5],
      [119.9, 30.3],
    ];
    const set = (corners: [number, number][], measure: 'great_circle' | 'road' = 'great_circle') =>
      module.get(SetPlantRangeService).set(admin, plant.id, {
        radiusM: null,
        area: { type: 'Polygon', coordinates: [corners] },
        measure,
        effectiveFrom: now,
        reason: 'along the river',
      });

    await set(ring);

    const range = await module.get(PlantQueries).rangeAt(plant.id, now);
    expect(range).toMatchObject({ radiusM: null, area: { coordinates: [ring] } });
    expect(judgeRange(plant.position, range!, wgs84(120.05, 30.35)).isInside).toBe(true);
    await expect(set(ring.slice(0, 3))).rejects.toMatchObject({ code: 'RANGE_SHAPE_INVALID' });
    await expect(set(ring, 'road')).rejects.toMatchObject({ code: 'RANGE_MEASURE_UNSUPPORTED' });
  });

  it('refuses a second driver with the same phone in an enterprise', async () => {
    const [ours, theirs] = [await anEnterprise(), await anEnterprise()];
    const aDriver = (enterpriseId: string) =>
      module.get(CreateDriverService).create(admin, {
        enterpriseId,
        name: '张师傅',
        phone: '13900000001',
        licenceClass: 'B2',
      });
    await aDriver(ours.id);
    await aDriver(theirs.id);

    await expect(aDriver(ours.id)).rejects.toMatchObject({ code: 'DRIVER_PHONE_TAKEN' });
    expect(
      await module.get(DriverQueries).ofEnterprise(anEmployee(theirs.id), ours.id),
    ).toHaveLength(0);
  });

  it('pages through a list without losing or repeating a row', async () => {
    const names = ['甲', '乙', '丙'].map((mark) => `分页 ${mark} ${newId()}`);
    for (const name of names) await anEnterprise(name);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 2, ...(cursor === undefined ? {} : { cursor }) };
      const rows = await module.get(EnterpriseQueries).list(admin, query);
      const page = rows.slice(0, 2);
      seen.push(...page.map(({ name }) => name));
      const last = page.at(-1)!;
      cursor =
        rows.length > 2 ? Buffer.from(`${last.name}\n${last.id}`).toString('base64url') : undefined;
    } while (cursor !== undefined);

    expect(seen.filter((name) => names.includes(name)).toSorted()).toEqual(names.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
  });
});
