import type { AlertCode, DeclareTripRequest, EnterpriseFigures } from '@tongyun/contracts';
import { AlertEntity } from '@tongyun/alerts/data';
import { RegistrationEntity, RoadPassEntity } from '@tongyun/compliance/data';
import { ComplianceModule } from '@tongyun/compliance';
import { LoadEntity, OrderEntity, TripEntity } from '@tongyun/deliveries/data';
import { AgreeUseService, ChangeEnterpriseModeService, FleetModule } from '@tongyun/fleet';
import {
  EnterpriseEntity,
  PlantEntity,
  PlantLineEntity,
  UseAgreementEntity,
  VehicleEntity,
} from '@tongyun/fleet/data';
import {
  type AccessScope,
  addMinutes,
  type AlertId,
  type AlertMuteId,
  type AssignmentId,
  type DriverId,
  DomainError,
  type LoadId,
  newId,
  type OrderId,
  type PassId,
  type SiteId,
  type TripId,
  type UserId,
  SYSTEM_SCOPE,
} from '@tongyun/kernel';
import { VehicleTrackEntity } from '@tongyun/tracking/data';
import ExcelJS from 'exceljs';
import type { TestingModule } from '@nestjs/testing';
import { anAlertEpisode } from '../../../test/support/an-alert-episode.js';
import { anOrderRow } from '../../../test/support/an-order-row.js';
import {
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../test/support/concrete-works.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { CityQueries } from './city-queries.service.js';
import { DeclaredTripEntity } from './data/declared-trip.entity.js';
import { DeclaredTripQueries } from './declared-trip-queries.service.js';
import { DeclareTripsService } from './declare-trips.service.js';
import { OversightModule } from './oversight.module.js';

// 10:00 of a Monday in Shanghai.
const now = new Date('2026-11-23T02:00:00Z');
const TODAY = { from: '2026-11-23', to: '2026-11-23' };
const commission = anAuthority('commission');

describe('the city', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let city: CityQueries;
  let dispatching: ConcreteWorks;
  let declaring: ConcreteWorks;
  let mixer: VehicleEntity;
  let clockNow = now;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [FleetModule, ComplianceModule, OversightModule], {
      now: () => clockNow,
    });
    city = module.get(CityQueries);
    const { manager } = database.dataSource;
    dispatching = await buildWorks(manager);
    declaring = await buildWorks(manager);
    await manager.update(
      EnterpriseEntity,
      { id: dispatching.enterpriseId },
      { district: '余杭', name: '甲', mode: 'dispatch' },
    );
    await manager.update(
      EnterpriseEntity,
      { id: declaring.enterpriseId },
      { district: '萧山', name: '乙', mode: 'declared' },
    );
    mixer = await dispatching.addMixer();
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const figuresOf = async (
    { enterpriseId }: ConcreteWorks,
    scope: AccessScope = commission,
    days = TODAY,
  ): Promise<EnterpriseFigures | undefined> =>
    (await city.figures(scope, days)).enterprises.find((row) => row.enterpriseId === enterpriseId);
  const addTrip = (change: Partial<TripEntity>) =>
    database.dataSource.manager.insert(TripEntity, {
      id: newId<TripId>(),
      assignmentId: newId<AssignmentId>(),
      enterpriseId: dispatching.enterpriseId,
      orderId: newId<OrderId>(),
      loadId: newId<LoadId>(),
      plantId: dispatching.plantId,
      siteId: newId<SiteId>(),
      vehicleId: mixer.id,
      driverId: newId<DriverId>(),
      stage: 'back_at_plant',
      plannedM3: 12,
      assignedAt: addMinutes(now, -300),
      startedAt: addMinutes(now, -240),
      unloadEndAt: addMinutes(now, -60),
      endedAt: addMinutes(now, -10),
      stageEvidence: {},
      ...change,
    });
  const addAlert = (code: AlertCode, change: Partial<AlertEntity> = {}) => {
    const { position, ...episode } = anAlertEpisode({ code });
    return database.dataSource.manager.insert(AlertEntity, {
      ...episode,
      ...position,
      reasons: [],
      evidence: [...episode.evidence],
      id: newId<AlertId>(),
      enterpriseId: dispatching.enterpriseId,
      vehicleId: mixer.id,
      state: 'open',
      openedAt: addMinutes(now, -30),
      endedAt: now,
      ...change,
    });
  };
  const aDeclaredTrip = (
    plateNo: string,
    change: Partial<DeclareTripRequest> = {},
  ): DeclareTripRequest => ({
    enterpriseId: declaring.enterpriseId,
    tripNo: 'YC-1',
    plantId: declaring.plantId,
    plateNo,
    plateColor: 'yellow',
    siteName: '江南大道',
    grade: 'C30',
    m3: 11.5,
    leftPlantAt: addMinutes(now, -90),
    dischargedAt: addMinutes(now, -20),
    ...change,
  });
  const declare = (
    trips: readonly DeclareTripRequest[],
    scope: AccessScope = anEmployee(declaring.enterpriseId),
  ) => module.get(DeclareTripsService).declare(scope, trips);

  it('counts vehicles, passes and people of each enterprise as they stand now', async () => {
    const { manager } = database.dataSource;
    const spare = await dispatching.addMixer();
    await dispatching.addPump(37);
    await dispatching.addDriver();
    await dispatching.addDriver(['skill']);
    const wronglyPassed = await dispatching.addDriver();
    await manager.query(
      `INSERT INTO training_withdrawal (id, result_id, reason, decided_by, decided_at)
       SELECT $2, id, '录错', recorded_by, $3 FROM training_result
       WHERE driver_id = $1 AND kind = 'safety'`,
      [wronglyPassed.id, newId(), now],
    );
    await manager.insert(PlantLineEntity, {
      id: newId(),
      plantId: dispatching.plantId,
      name: '1号线',
      rateM3PerHour: 180,
      createdAt: now,
    });
    await manager.update(RegistrationEntity, { vehicleId: spare.id }, { state: 'suspended' });
    await issuePass({ validTo: addMinutes(now, 60) });
    await issuePass({ validTo: addMinutes(now, -60) });
    await hear(mixer, now);

    expect(await figuresOf(dispatching)).toMatchObject({
      district: '余杭',
      mode: 'dispatch',
      plants: 1,
      lines: 1,
      designM3PerYear: 324_600,
      mixers: 2,
      pumps: 1,
      registeredVehicles: 2,
      vehiclesWithPass: 1,
      vehiclesHeard: 1,
      drivers: 3,
      trainedDrivers: 1,
    });
  });

  it('counts the vehicle of a haulage firm with who uses it by an agreement in force, and with nobody after', async () => {
    const hauled = await dispatching.addMixer({ ownerEnterpriseId: null, ownerName: '恒达运输' });
    const before = (await figuresOf(declaring))!.mixers;
    const agreed = await module.get(AgreeUseService).agree(SYSTEM_SCOPE, hauled.id, {
      enterpriseId: declaring.enterpriseId,
      kind: 'hired',
      validFrom: addMinutes(now, -60),
      validTo: addMinutes(now, 60),
    });
    const counted = async () => (await figuresOf(declaring))!.mixers - before;

    expect(await counted()).toBe(1);
    await database.dataSource.query(`UPDATE use_agreement SET ended_at = $2 WHERE id = $1`, [
      agreed.id,
      addMinutes(now, -1),
    ]);
    expect(await counted()).toBe(0);
  });

  it('counts what was discharged within the period, and alerts by their kind', async () => {
    await addTrip({ batchedM3: 10 });
    await addTrip({ unloadEndAt: new Date('2026-11-22T15:59:00Z') }); // a minute before midnight
    await addTrip({ stage: 'refused', unloadEndAt: null });
    await addAlert('overspeed');
    await addAlert('overspeed');
    await addAlert('no_pass', { openedAt: addMinutes(now, -2_000) });
    await addAlert('fatigue', { state: 'false_alarm' });
    await addAlert('late_return', { level: 'notice' });
    await addAlert('over_radius', { muteId: newId<AlertMuteId>() });

    expect(await figuresOf(dispatching)).toMatchObject({
      trips: 1,
      m3: 10,
      alerts: { overspeed: 2 },
    });
    const twoDays = { from: '2026-11-22', to: '2026-11-23' };
    expect(await figuresOf(dispatching, commission, twoDays)).toMatchObject({ trips: 2, m3: 22 });
    expect(await city.days(commission, twoDays)).toEqual([
      { on: '2026-11-22', trips: 1, m3: 12, alerts: 1 },
      { on: '2026-11-23', trips: 1, m3: 10, alerts: 2 },
    ]);
    expect(await city.violators(commission, TODAY)).toEqual([
      {
        vehicleId: mixer.id,
        plateNo: mixer.plateNo,
        enterpriseName: '甲',
        trips: 1,
        alerts: 2,
        byCode: { overspeed: 2 },
      },
    ]);
  });

  it('is seen by a bureau as far as its district goes, and by an enterprise as far as itself', async () => {
    const bureau = anAuthority('district_bureau', { district: '萧山' });
    const seen = async (scope: AccessScope, query = {}) =>
      (await city.figures(scope, { ...TODAY, ...query })).enterprises.map(({ name }) => name);

    expect((await seen(commission)).toSorted()).toEqual(['乙', '甲']);
    expect(await seen(bureau)).toEqual(['乙']);
    expect(await seen(bureau, { district: '余杭' })).toEqual([]);
    expect(await seen(commission, { district: '余杭' })).toEqual(['甲']);
    expect(await seen(commission, { enterpriseId: declaring.enterpriseId })).toEqual(['乙']);
    expect(await city.violators(bureau, TODAY)).toEqual([]);
    expect(await city.days(bureau, TODAY)).toMatchObject([{ trips: 0, alerts: 0 }]);
  });

  it('measures the period against the yearly plan, where there is one', async () => {
    const { planM3, days } = await city.figures(commission, {
      from: '2015-01-01',
      to: '2015-12-31',
    });

    expect([planM3, days]).toEqual([49e6, 365]);
    expect((await city.figures(commission, TODAY)).planM3).toBeNull();
  });

  it.each([
    { from: '2026-11-23', to: '2026-11-22', why: 'it ends before it begins' },
    { from: '2025-01-01', to: '2026-11-22', why: 'it is longer than a year' },
  ])('refuses a period because $why', async ({ from, to }) => {
    await expect(city.figures(commission, { from, to })).rejects.toMatchObject({
      code: 'CITY_PERIOD_INVALID',
    });
  });

  it('takes declared trips once, however often they are told', async () => {
    const { plateNo } = await declaring.addMixer();
    const trip = aDeclaredTrip(plateNo!);
    const page = { limit: 50 };

    expect(await declare([trip, aDeclaredTrip(plateNo!, { tripNo: 'YC-2' })])).toEqual({
      taken: 2,
      completed: 0,
      known: 0,
    });
    expect(await declare([trip])).toEqual({ taken: 0, completed: 0, known: 1 });
    expect(await refusalOf(declare([{ ...trip, m3: 9 }]))).toBe('DECLARED_TRIP_CHANGED');
    expect(await figuresOf(declaring)).toMatchObject({
      trips: 0,
      declaredTrips: 2,
      declaredM3: 23,
    });
    expect(await module.get(DeclaredTripQueries).list(commission, page)).toHaveLength(2);
    expect(
      await module.get(DeclaredTripQueries).list(anEmployee(dispatching.enterpriseId), page),
    ).toEqual([]);
  });

  it('takes a number once that several bring at the same time', async () => {
    const { plateNo } = await declaring.addMixer();
    const once = async (tripNo: string) => {
      const trip = aDeclaredTrip(plateNo!, { tripNo });
      const answers = await Promise.all([1, 2, 3, 4].map(() => declare([trip])));
      return answers.map(({ taken, known }) => `${taken} ${known}`).toSorted();
    };

    // The first round opens the connections, so that the others do meet.
    for (const tripNo of ['YC-30', 'YC-31', 'YC-32']) {
      expect(await once(tripNo)).toEqual(['0 1', '0 1', '0 1', '1 0']);
      await database.dataSource.manager.delete(DeclaredTripEntity, { tripNo });
    }
  });

  it('takes the discharge of a trip that was declared under way, once', async () => {
    const { plateNo } = await declaring.addMixer();
    const under = aDeclaredTrip(plateNo!, { tripNo: 'YC-20', dischargedAt: null });
    const done = { ...under, dischargedAt: addMinutes(now, -5) };
    await declare([under]);

    expect(await declare([done])).toEqual({ taken: 0, completed: 1, known: 0 });
    expect(await declare([done, under])).toEqual({ taken: 0, completed: 0, known: 2 });
    const otherwise = { ...done, dischargedAt: addMinutes(now, -4) };
    expect(await refusalOf(declare([otherwise]))).toBe('DECLARED_TRIP_CHANGED');
    const trips = await module.get(DeclaredTripQueries).list(commission, { limit: 50 });
    expect(trips.find(({ tripNo }) => tripNo === 'YC-20')).toMatchObject({
      dischargedAt: addMinutes(now, -5),
    });
    await database.dataSource.manager.delete(DeclaredTripEntity, { tripNo: 'YC-20' });
  });

  it('counts a declared trip on the day of its discharge, in sum, chart and workbook', async () => {
    const { plateNo } = await declaring.addMixer();
    const midnight = new Date('2026-11-22T16:00:00Z');
    const [yesterday, today] = ['2026-11-22', '2026-11-23'];
    const of = (on: string) => ({ from: on, to: on, enterpriseId: declaring.enterpriseId });
    const exportedOn = async (on: string) => {
      const workbook = new ExcelJS.Workbook();
      const file = await module.get(DeclaredTripQueries).export(commission, of(on));
      await workbook.xlsx.load(new Uint8Array(file).buffer);
      return JSON.stringify(workbook.worksheets[0]!.getSheetValues());
    };
    const told = async () => {
      const sums: number[] = [];
      const charted: number[] = [];
      for (const on of [yesterday, today]) {
        sums.push((await figuresOf(declaring, commission, of(on)))!.declaredM3);
        charted.push((await city.days(commission, of(on)))[0]!.m3);
      }
      return { sums, charted };
    };
    const before = await told();
    const times = {
      leftPlantAt: addMinutes(midnight, -30),
      dischargedAt: addMinutes(midnight, 30),
    };

    await declare([aDeclaredTrip(plateNo!, { tripNo: 'YC-40', m3: 9, ...times })]);

    const [none = 0, some = 0] = before.sums;
    expect(await told()).toEqual({ sums: [none, some + 9], charted: [none, some + 9] });
    expect(await exportedOn(yesterday)).not.toContain('YC-40');
    expect(await exportedOn(today)).toContain('YC-40');
    await database.dataSource.manager.delete(DeclaredTripEntity, { tripNo: 'YC-40' });
  });

  it('refuses declared trips all together when one of them cannot be', async () => {
    const { plateNo } = await declaring.addMixer();
    const good = aDeclaredTrip(plateNo!, { tripNo: 'YC-9' });
    const cases: [Partial<DeclareTripRequest>, string][] = [
      [{ plateNo: '浙A00000' }, 'VEHICLE_NOT_FOUND'],
      [{ plantId: dispatching.plantId }, 'PLANT_NOT_FOUND'],
      [{ leftPlantAt: addMinutes(now, 5), dischargedAt: null }, 'DECLARED_TRIP_TIMES'],
      [{ dischargedAt: addMinutes(now, -120) }, 'DECLARED_TRIP_TIMES'],
      [{ dischargedAt: addMinutes(now, 5) }, 'DECLARED_TRIP_TIMES'],
      [{ enterpriseId: dispatching.enterpriseId }, 'ENTERPRISE_NOT_FOUND'],
    ];
    for (const [change, code] of cases) {
      const bad = aDeclaredTrip(plateNo!, { tripNo: 'YC-10', ...change });
      expect(await refusalOf(declare([good, bad]))).toBe(code);
    }
    const foreign = { ...good, enterpriseId: dispatching.enterpriseId };

    expect(await refusalOf(declare([foreign], anEmployee(dispatching.enterpriseId)))).toBe(
      'ENTERPRISE_DOES_NOT_DECLARE',
    );
    expect(await declare([good])).toEqual({ taken: 1, completed: 0, known: 0 }); // none of the tries took it
  });

  it('sets declared trips beside the runs that positions show', async () => {
    const truck = await declaring.addMixer({ drumCapacityM3: 10 });
    // In the plant, out to 3 km and back, twice; at the second gate it hesitates.
    const path: [km: number, minute: number][] = [
      [0, 0],
      [3, 10],
      [0, 50],
      [3, 60],
      [0, 63],
      [3, 66],
    ];
    for (const [km, minute] of path) await fix(truck, km, addMinutes(now, minute - 120));
    const runsOfToday = () => city.trackedRuns(commission, declaring.enterpriseId, TODAY);

    expect(await runsOfToday()).toMatchObject([{ on: '2026-11-23', runs: 2, runsM3: 20 }]);
    // A haulage firm's, hired after its first run.
    const hauled = await declaring.addMixer({
      ownerEnterpriseId: null,
      ownerName: '恒达运输',
      drumCapacityM3: 7,
    });
    for (const [km, minute] of path) await fix(hauled, km, addMinutes(now, minute - 120));
    await module.get(AgreeUseService).agree(SYSTEM_SCOPE, hauled.id, {
      enterpriseId: declaring.enterpriseId,
      kind: 'hired',
      validFrom: addMinutes(now, -75),
      validTo: null,
    });
    expect(await runsOfToday()).toMatchObject([{ runs: 3, runsM3: 27 }]);
    await expect(
      city.trackedRuns(commission, declaring.enterpriseId, {
        from: '2026-11-01',
        to: '2026-11-23',
      }),
    ).rejects.toMatchObject({ code: 'CITY_PERIOD_INVALID' });
  });

  it('finds who stands idle near a place, the nearest first', async () => {
    const near = await declaring.addMixer();
    const far = await declaring.addMixer();
    const silent = await declaring.addMixer();
    const busy = await declaring.addMixer();
    await hear(near, now, 2);
    await hear(far, now, 30);
    await hear(silent, addMinutes(now, -60), 2);
    await hear(busy, now, 2);
    await addTrip({
      enterpriseId: declaring.enterpriseId,
      vehicleId: busy.id,
      stage: 'en_route',
      unloadEndAt: null,
      endedAt: null,
    });
    const at = { ...eastOfPlant(2.5), radiusKm: 10 };

    const { vehicles, plants } = await city.idleNear(commission, at);
    const seen = vehicles.map(({ vehicleId }) => vehicleId);

    expect(seen[0]).toBe(near.id);
    expect(vehicles[0]!.distanceM).toBeGreaterThan(400);
    expect(vehicles[0]!.distanceM).toBeLessThan(600);
    for (const other of [far, silent, busy]) expect(seen).not.toContain(other.id);
    expect(plants).toHaveLength(2);
    expect(
      (await city.idleNear(anAuthority('district_bureau', { district: '余杭' }), at)).plants,
    ).toHaveLength(1);
  });

  it.each([
    { why: 'has not discharged', left: -90, discharged: null, isIdle: false },
    { why: 'is to discharge later', left: -90, discharged: 10, isIdle: false },
    { why: 'has discharged', left: -90, discharged: -20, isIdle: true },
    { why: 'left so long ago that it is over', left: -241, discharged: null, isIdle: true },
    { why: 'has not left', left: 1, discharged: null, isIdle: true },
  ])('takes one whose declared trip $why for idle: $isIdle', async (trip) => {
    const declared = await declaring.addMixer();
    await hear(declared, now, 2);
    const tripNo = newId<string>();
    await database.dataSource.manager.insert(DeclaredTripEntity, {
      id: newId<string>(),
      enterpriseId: declaring.enterpriseId,
      tripNo,
      plantId: declaring.plantId,
      vehicleId: declared.id,
      siteName: '江南大道',
      grade: 'C30',
      m3: 11.5,
      leftPlantAt: addMinutes(now, trip.left),
      dischargedAt: trip.discharged === null ? null : addMinutes(now, trip.discharged),
      declaredBy: newId<UserId>(),
      declaredAt: addMinutes(now, -80),
    });

    const { vehicles } = await city.idleNear(commission, { ...eastOfPlant(2.5), radiusKm: 10 });

    const seen = vehicles.map(({ vehicleId }) => vehicleId);
    expect(seen.includes(declared.id)).toBe(trip.isIdle);
    await database.dataSource.manager.delete(DeclaredTripEntity, { tripNo });
  });

  it('finds what a haulage firm has idle there under the enterprise that uses it now', async () => {
    const { manager } = database.dataSource;
    const [used, returned] = [await declaring.addMixer(), await declaring.addMixer()];
    for (const [{ id }, validTo] of [[used, null] as const, [returned, now] as const]) {
      await manager.update(
        VehicleEntity,
        { id },
        { ownerEnterpriseId: null, ownerName: '恒达运输' },
      );
      await manager.insert(UseAgreementEntity, {
        id: newId(),
        vehicleId: id,
        enterpriseId: dispatching.enterpriseId,
        kind: 'hired',
        validFrom: addMinutes(now, -60),
        validTo,
        decidedBy: newId<UserId>(),
        decidedAt: now,
      });
    }
    for (const each of [used, returned]) await hear(each, now, 2);
    const at = { ...eastOfPlant(2.5), radiusKm: 10 };
    const seenAs = async (scope: AccessScope) =>
      (await city.idleNear(scope, at)).vehicles
        .filter(({ vehicleId }) => [used.id, returned.id].some((id) => id === vehicleId))
        .map(({ vehicleId, enterpriseName }) => ({ vehicleId, enterpriseName }));

    expect(await seenAs(anAuthority('district_bureau', { district: '余杭' }))).toEqual([
      { vehicleId: used.id, enterpriseName: '甲' },
    ]);
    expect(await seenAs(commission)).toContainEqual({
      vehicleId: returned.id,
      enterpriseName: null,
    });
  });

  describe('of the plants near a place', () => {
    const at = { ...eastOfPlant(2.5), radiusKm: 10 };
    let works: ConcreteWorks;

    beforeEach(async () => {
      const { manager } = database.dataSource;
      works = await buildWorks(manager);
      const line = { plantId: works.plantId, name: '1号线', rateM3PerHour: 60, createdAt: now };
      await manager.insert(PlantLineEntity, { ...line, id: newId<string>() });
    });
    const seen = async () =>
      (await city.idleNear(commission, at)).plants.find(({ plantId }) => plantId === works.plantId);
    const load = (change: Partial<TripEntity> = {}) =>
      addTrip({
        plantId: works.plantId,
        enterpriseId: works.enterpriseId,
        stage: 'loading',
        plannedM3: 15,
        unloadEndAt: null,
        endedAt: null,
        ...change,
      });

    it('lists those with half of their output to spare, and what of it is taken', async () => {
      expect(await seen()).toMatchObject({ m3PerHour: 60, workM3: 0 });
      await load({ vehicleId: (await works.addMixer()).id });
      await load({ vehicleId: (await works.addMixer()).id });
      await load({ vehicleId: (await works.addMixer()).id, stage: 'en_route' });
      expect(await seen()).toMatchObject({ m3PerHour: 60, workM3: 30 });

      await load({ vehicleId: (await works.addMixer()).id, plannedM3: 1 });

      expect(await seen()).toBeUndefined();
    });

    it('counts what is planned for the hour and has nobody to drive it yet', async () => {
      const { manager } = database.dataSource;
      const plan = async (dueInMin: number) => {
        const order = anOrderRow({
          enterpriseId: works.enterpriseId,
          plantId: works.plantId,
          siteId: newId<SiteId>(),
          firstOnSiteAt: addMinutes(now, dueInMin),
        });
        await manager.insert(OrderEntity, order);
        await manager.insert(LoadEntity, {
          id: newId<LoadId>(),
          orderId: order.id,
          loadNo: 1,
          kind: 'concrete',
          plannedM3: 31,
          dueAt: addMinutes(now, dueInMin),
          state: 'planned',
        });
      };
      await plan(60);
      expect(await seen()).toMatchObject({ workM3: 0 });

      await plan(59);

      expect(await seen()).toBeUndefined();
    });

    it('counts what one that declares its trips says has left in the last hour', async () => {
      const declared = (m3: number, leftPlantAt: Date) =>
        database.dataSource.manager.insert(DeclaredTripEntity, {
          id: newId<string>(),
          enterpriseId: works.enterpriseId,
          tripNo: newId<string>(),
          plantId: works.plantId,
          vehicleId: mixer.id,
          siteName: '江南大道',
          grade: 'C30',
          m3,
          leftPlantAt,
          declaredBy: newId<UserId>(),
          declaredAt: now,
        });
      await declared(20, addMinutes(now, -61));
      await declared(12, addMinutes(now, -10));

      expect(await seen()).toMatchObject({ workM3: 12 });
    });

    it('lists none that may not supply', async () => {
      await database.dataSource.manager.update(
        PlantEntity,
        { id: works.plantId },
        { licenceState: 'suspended' },
      );

      expect(await seen()).toBeUndefined();
    });
  });

  it('takes trips of the days before its enterprise stopped declaring, and none after', async () => {
    const { enterpriseId, plantId, addMixer } = await buildWorks(database.dataSource.manager);
    await database.dataSource.manager.update(
      EnterpriseEntity,
      { id: enterpriseId },
      { mode: 'declared' },
    );
    const { plateNo } = await addMixer();
    const told = (tripNo: string, leftPlantAt: Date) =>
      declare(
        [
          aDeclaredTrip(plateNo!, {
            enterpriseId,
            plantId,
            tripNo,
            leftPlantAt,
            dischargedAt: null,
          }),
        ],
        anEmployee(enterpriseId),
      );
    clockNow = addMinutes(now, -60);
    await module
      .get(ChangeEnterpriseModeService)
      .change(
        anAuthority('concrete_admin'),
        enterpriseId,
        { mode: 'dispatch', reason: '改由平台调度' },
        '*',
      );
    clockNow = now;

    expect(await told('T-1', addMinutes(now, -90))).toEqual({ taken: 1, completed: 0, known: 0 });
    expect(await refusalOf(told('T-2', addMinutes(now, -30)))).toBe('ENTERPRISE_DOES_NOT_DECLARE');
  });

  const issuePass = ({ validTo }: { validTo: Date }) =>
    database.dataSource.manager.insert(RoadPassEntity, {
      id: newId<PassId>(),
      passNo: newId<string>(),
      vehicleId: mixer.id,
      zoneIds: [],
      hours: [],
      validFrom: addMinutes(now, -6_000),
      validTo,
      issuingBody: 'traffic_police',
      state: 'valid',
      issuedBy: newId<UserId>(),
      issuedAt: now,
    });
  const hear = ({ id }: VehicleEntity, at: Date, km = 50) =>
    database.dataSource.manager.insert(VehicleTrackEntity, {
      vehicleId: id,
      state: {},
      fixAt: at,
      receivedAt: at,
      lng: eastOfPlant(km).lng,
      lat: eastOfPlant(km).lat,
    });
  const fix = ({ id }: VehicleEntity, km: number, at: Date) => {
    const { lng, lat } = eastOfPlant(km);
    return database.dataSource.query(
      `INSERT INTO fix (vehicle_id, at, arrival, shard, source, received_at, crs,
         lng_sent, lat_sent, lng, lat)
       VALUES ($1, $2, extract(epoch FROM $2::timestamptz)::bigint, 0, 'terminal', $2, 'wgs84',
         $3, $4, $3, $4)`,
      [id, at, lng, lat],
    );
  };
});

const refusalOf = async (act: Promise<unknown>): Promise<string> => {
  const error: unknown = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof DomainError ? error.code : `${error}`;
};
