import { UserEntity } from '@tongyun/accounts/data';
import { AlertEpisodes } from '@tongyun/alerts';
import { AlertEntity } from '@tongyun/alerts/data';
import {
  DecidePassService,
  DecideRegistrationService,
  DrawZoneService,
  IssuePassService,
} from '@tongyun/compliance';
import { RegistrationEntity, RoadPassEntity, TrainingResultEntity } from '@tongyun/compliance/data';
import type {
  AlertCode,
  AlertLevel,
  DrawnRoutes,
  RoadsideQuery,
  RoadsideView,
} from '@tongyun/contracts';
import { DeliveriesModule } from '@tongyun/deliveries';
import { DutyEntity } from '@tongyun/deliveries/data';
import { AgreeUseService, type Vehicle } from '@tongyun/fleet';
import { EnterpriseEntity, PlantRangeEntity } from '@tongyun/fleet/data';
import { addMinutes, type AlertMuteId, newId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { SetPolicyService } from '@tongyun/policy';
import { RoutingModule } from '@tongyun/routing';
import { VehicleTrackEntity } from '@tongyun/tracking/data';
import type { TestingModule } from '@nestjs/testing';
import { aPlate } from '../../../test/support/a-mixer.js';
import { anAlertEpisode } from '../../../test/support/an-alert-episode.js';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import { putOnTheRoad } from '../../../test/support/put-on-the-road.js';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { RoadsideCheckEntity } from './data/roadside-check.entity.js';
import { SupervisionHttpModule } from './http/index.js';
import { RoadsideController } from './http/roadside.controller.js';

const now = new Date('2026-11-23T02:00:00Z');
const officer = anAuthority('police', { agency: '余杭交警大队' });

/** A built-up area of 0.1° × 0.1° with its western border at 119°E. */
const ZONE_RING: [number, number][] = [
  [119, 30],
  [119.1, 30],
  [119.1, 30.1],
  [119, 30.1],
  [119, 30],
];
const inside = { lng: 119.05, lat: 30.05, crs: 'wgs84' } as const;
const outside = { lng: 118.9, lat: 30.05, crs: 'wgs84' } as const;
/** Some 9.6 m west of the border. */
const beside = { lng: 118.9999, lat: 30.05, crs: 'wgs84' } as const;

const daysAgo = (days: number): Date => addMinutes(now, -days * 24 * 60);

describe('the roadside question', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let zoneId: string;
  let clock = now;

  beforeAll(async () => {
    database = await openTestDatabase();
    const modules = [RoutingModule.with({}), DeliveriesModule, SupervisionHttpModule];
    module = await openTestModule(database, modules, { now: () => clock });
    works = await buildWorks(database.dataSource.manager);
    const zone = await module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      kind: 'built_up',
      name: '建成区',
      crs: 'wgs84',
      area: { type: 'MultiPolygon', coordinates: [[ZONE_RING]] },
      hours: [],
      binds: ['mixer'],
      effectiveFrom: addMinutes(now, -1),
      reason: 'by the city’s notice',
    });
    zoneId = zone.zoneId;
    await database.dataSource.getRepository(UserEntity).insert({
      id: officer.userId,
      displayName: '警员',
      roles: ['police'],
      badgeNo: '110042',
      createdAt: now,
    });
  });
  afterEach(() => {
    clock = now;
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const ask = (plate: string, query: RoadsideQuery = {}): Promise<RoadsideView> =>
    module
      .get(RoadsideController, { strict: false })
      .ask(officer, plate, { purpose: 'patrol', ...query });
  const askAbout = (vehicle: Vehicle, query?: RoadsideQuery) => ask(vehicle.plateNo!, query);
  const checkOf = ({ checkId }: RoadsideView) =>
    database.dataSource.getRepository(RoadsideCheckEntity).findOneByOrFail({ id: checkId });
  async function withPass(
    validTo = addMinutes(now, 60 * 24 * 30),
    routes?: DrawnRoutes,
  ): Promise<Vehicle> {
    const mixer = await works.addMixer();
    await module.get(IssuePassService, { strict: false }).issue(SYSTEM_SCOPE, {
      vehicleId: mixer.id,
      zoneIds: [zoneId],
      roads: [],
      routes,
      hours: [],
      validFrom: addMinutes(now, -60 * 24 * 30),
      validTo,
      reason: 'terminal joined',
    });
    return mixer;
  }
  const seenAt = ({ id }: Vehicle, { lng, lat }: typeof inside, fixAt = now) =>
    database.dataSource
      .getRepository(VehicleTrackEntity)
      .insert({ vehicleId: id, state: {}, fixAt, receivedAt: fixAt, lng, lat });

  it('lets a registered mixer with a pass be in the zone, and shows its papers', async () => {
    const mixer = await withPass();

    const view = await askAbout(mixer, inside);

    expect(view).toMatchObject({
      verdict: 'may_pass',
      plateNo: mixer.plateNo,
      plateColor: 'yellow',
      zones: [{ zoneId, name: '建成区', kind: 'built_up' }],
      reasons: [],
      vehicle: { kind: 'mixer', registrationState: 'registered' },
      pass: { state: 'valid', zoneNames: ['建成区'] },
      driver: null,
      trip: null,
      openAlerts: 0,
    });
  });

  it.each([
    { use: 'in force', from: -60, to: 60, isUsed: true },
    { use: 'over', from: -60, to: -1, isUsed: false },
  ])(
    'names the enterprise that uses a haulage firm’s vehicle, with its grade: use $use',
    async ({ use, from, to, isUsed }) => {
      const user = await buildWorks(database.dataSource.manager);
      const { enterpriseId } = user;
      const named = { name: `使用方 ${use}`, creditGrade: 'good' as const, isBarred: true };
      await database.dataSource.getRepository(EnterpriseEntity).update({ id: enterpriseId }, named);
      const mixer = await user.addMixer({ ownerEnterpriseId: null, ownerName: '恒达运输' });
      await module.get(AgreeUseService, { strict: false }).agree(SYSTEM_SCOPE, mixer.id, {
        enterpriseId,
        kind: 'hired',
        validFrom: addMinutes(now, from),
        validTo: addMinutes(now, to),
      });

      expect((await askAbout(mixer, outside)).vehicle).toMatchObject({
        enterpriseName: isUsed ? named.name : null,
        creditGrade: isUsed ? named.creditGrade : null,
        isEnterpriseBarred: isUsed,
        ownerName: '恒达运输',
      });
    },
  );

  it('bars one whose pass has run out, and names the reason', async () => {
    const view = await askAbout(await withPass(addMinutes(now, -1)), inside);

    expect(view).toMatchObject({
      verdict: 'may_not_pass',
      reasons: [{ code: 'pass_expired', effect: 'forbids_road', overridableBy: [] }],
      pass: { state: 'expired' },
    });
  });

  it('bars one off the route of its pass, near its border says so, and names the route', async () => {
    const path: [number, number][] = [
      [118.95, 30.05],
      [119.2, 30.05],
    ];
    const mixer = await withPass(undefined, { crs: 'wgs84', roads: [{ name: '文一西路', path }] });
    /** 0.001° of latitude are 111 m; the strip is 50 m to each side. */
    const askAt = (lat: number) => askAbout(mixer, { ...inside, lat, accuracyM: 20 });

    const [on, atItsBorder, off] = [await askAt(30.05), await askAt(30.0505), await askAt(30.051)];

    expect(on).toMatchObject({ verdict: 'may_pass', pass: { routeNames: ['文一西路'] } });
    expect(atItsBorder).toMatchObject({
      verdict: 'near_border',
      reasons: [{ code: 'off_permitted_route' }],
    });
    expect(off).toMatchObject({
      verdict: 'may_not_pass',
      reasons: [
        {
          code: 'off_permitted_route',
          effect: 'forbids_road',
          compared: { routeName: '文一西路', distanceM: 111, limitM: 50 },
        },
      ],
    });
  });

  it('lets one without a pass be outside every zone', async () => {
    const view = await askAbout(await works.addMixer(), outside);

    expect(view).toMatchObject({ verdict: 'may_pass', zones: [], pass: null });
  });

  it('says that a border decides, and what lies behind it', async () => {
    const mixer = await works.addMixer();

    expect(await askAbout(mixer, { ...beside, accuracyM: 15 })).toMatchObject({
      verdict: 'near_border',
      zones: [{ zoneId }],
      reasons: [{ code: 'no_pass' }],
    });
    expect(await askAbout(mixer, { ...beside, accuracyM: 5 })).toMatchObject({
      verdict: 'may_pass',
      zones: [],
    });
  });

  it('is sure at the border when both sides agree', async () => {
    expect(await askAbout(await withPass(), { ...beside, accuracyM: 15 })).toMatchObject({
      verdict: 'may_pass',
    });
  });

  it('answers for a plate that nobody knows, typed in any manner', async () => {
    const plate = aPlate();

    const view = await ask(` ${plate[0]}${plate[1]!.toLowerCase()}·${plate.slice(2)}`, inside);

    expect(view).toMatchObject({
      verdict: 'not_registered',
      plateNo: plate,
      vehicle: null,
      pass: null,
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'not_registered' })]),
    });
    expect(await checkOf(view)).toMatchObject({ vehicleId: null, verdict: 'not_registered' });
  });

  it.each(['浙A1234挂', '浙A1234学'])('answers for %s under its yellow plate', async (plateNo) => {
    expect(await ask(plateNo, { ...inside, color: 'yellow' })).toMatchObject({
      verdict: 'not_registered',
      plateNo,
      plateColor: 'yellow',
    });
  });

  it('answers for a trailer pump by the number that is painted on it, alone and among others', async () => {
    const pump = await works.addMixer({
      kind: 'trailer_pump',
      plateNo: null,
      plateColor: null,
      equipmentNo: 'HBT80-XS-T1',
    });
    const answer = {
      verdict: 'may_pass',
      plateNo: 'HBT80-XS-T1',
      plateColor: null,
      vehicle: { kind: 'trailer_pump', registrationState: 'registered' },
    };

    const view = await ask(' hbt80-xs-t1', { ...inside, color: 'yellow' });
    const { items } = await module.get(RoadsideController, { strict: false }).askMany(officer, {
      purpose: 'checkpoint',
      plates: ['HBT80-XS-T1', 'HBT80-XS-T2'].map((plateNo) => ({ plateNo, ...inside })),
    });

    expect(view).toMatchObject(answer);
    expect(await checkOf(view)).toMatchObject({ plateNo: 'HBT80-XS-T1', vehicleId: pump.id });
    expect(items).toMatchObject([
      { ok: true, answer },
      { ok: false, refusal: { code: 'PLATE_INVALID' } },
    ]);
  });

  it('does not guess between two vehicles whose plates differ in colour only', async () => {
    const plateNo = aPlate();
    await works.addMixer({ plateNo, plateColor: 'yellow' });
    await works.addMixer({ plateNo, plateColor: 'blue' });

    expect(await ask(plateNo, inside)).toMatchObject({
      verdict: 'cannot_verify',
      vehicle: null,
      isPlateAmbiguous: true,
    });
    expect(await ask(plateNo, { ...inside, color: 'blue' })).toMatchObject({
      verdict: 'may_not_pass',
      plateColor: 'blue',
      isPlateAmbiguous: false,
    });
  });

  it('answers for the registered vehicle though somebody entered its plate in another colour', async () => {
    const mixer = await withPass();
    const draft = await works.addMixer({ plateNo: mixer.plateNo, plateColor: 'blue' });
    await database.dataSource.getRepository(RegistrationEntity).delete({ vehicleId: draft.id });

    expect(await askAbout(mixer, inside)).toMatchObject({
      verdict: 'may_pass',
      plateColor: 'yellow',
      isPlateAmbiguous: false,
    });
  });

  it('judges by where the vehicle was just seen when the officer states no place', async () => {
    const mixer = await works.addMixer();
    await seenAt(mixer, inside, addMinutes(now, -9));

    const view = await askAbout(mixer);

    expect(view).toMatchObject({ verdict: 'may_not_pass', zones: [{ zoneId }] });
    expect(await checkOf(view)).toMatchObject({ lng: inside.lng, lat: inside.lat });
  });

  it('shows a suspended registration as suspended, by whom and since when, with or without a place', async () => {
    const mixer = await withPass();
    const bureau = anAuthority('district_bureau');
    await database.dataSource.getRepository(UserEntity).insert({
      id: bureau.userId,
      displayName: '余杭区建设局',
      roles: ['district_bureau'],
      createdAt: now,
    });
    await module
      .get(DecideRegistrationService, { strict: false })
      .decide(bureau, mixer.id, { state: 'suspended', reason: '制动不合格' }, '*');
    const shown = {
      vehicle: {
        registrationState: 'suspended',
        suspension: {
          since: now.toISOString(),
          byRoles: ['district_bureau'],
          reason: '制动不合格',
        },
      },
      reasons: expect.arrayContaining([
        expect.objectContaining({ code: 'registration_suspended' }),
      ]),
    };

    expect(await askAbout(mixer)).toMatchObject({ verdict: 'cannot_verify', ...shown });
    expect(await askAbout(mixer, inside)).toMatchObject({ verdict: 'may_not_pass', ...shown });
  });

  it('gives no leave without a place, unless it holds everywhere', async () => {
    const stale = await works.addMixer();
    await seenAt(stale, inside, addMinutes(now, -11));

    expect(await askAbout(stale)).toMatchObject({ verdict: 'cannot_verify', zones: [] });
    expect(await askAbout(await withPass())).toMatchObject({ verdict: 'may_pass', zones: [] });
  });

  it('says so wherever it is when the vehicle is not registered', async () => {
    const mixer = await works.addMixer();
    await database.dataSource.getRepository(RegistrationEntity).delete({ vehicleId: mixer.id });

    expect(await askAbout(mixer)).toMatchObject({ verdict: 'not_registered' });
  });

  it('shows the driver masked, the trip and what is left of the concrete’s life', async () => {
    const [mixer, driver] = [await withPass(), await works.addDriver()];
    await putOnTheRoad(module, works, { vehicleId: mixer.id, driverId: driver.id }, now);
    // It ran out on the way: the record is never rewritten, so the guard stands aside for that once.
    await database.dataSource.query('ALTER TABLE training_result DISABLE TRIGGER only_added');
    await database.dataSource
      .getRepository(TrainingResultEntity)
      .update({ driverId: driver.id, kind: 'safety' }, { expiresOn: '2026-11-22' });
    await database.dataSource.query('ALTER TABLE training_result ENABLE TRIGGER only_added');

    const view = await askAbout(mixer, inside);

    expect(view).toMatchObject({
      verdict: 'may_pass',
      driver: { maskedName: '张**', isTrained: false },
      trip: {
        plantName: '北站',
        siteName: '一号楼',
        stage: 'en_route',
        concreteLeftMin: 70,
        supplyRange: { isInside: true, limitM: 20_000 },
      },
      reasons: [{ code: 'training_expired', effect: 'forbids_work' }],
    });
    expect(JSON.stringify(view)).not.toContain(driver.name);
  });

  it('tells whoever asks about an hour that has passed of the papers, alerts and driver of then', async () => {
    const [mixer, driver] = [await withPass(), await works.addDriver()];
    await putOnTheRoad(module, works, { vehicleId: mixer.id, driverId: driver.id }, now);
    const { dataSource } = database;
    clock = addMinutes(now, 60);
    await dataSource
      .getRepository(DutyEntity)
      .update({ vehicleId: mixer.id }, { clockOutAt: clock, state: 'off_duty' });
    await module
      .get(DecideRegistrationService, { strict: false })
      .decide(SYSTEM_SCOPE, mixer.id, { state: 'suspended', reason: '制动不合格' }, '*');
    const passes = dataSource.getRepository(RoadPassEntity);
    const { id, validTo } = await passes.findOneByOrFail({ vehicleId: mixer.id });
    const toleratedTo = addMinutes(validTo, 60);
    await passes.update(id, { toleratedTo });
    await module
      .get(DecidePassService, { strict: false })
      .decide(SYSTEM_SCOPE, id, { state: 'suspended', reason: '抽查' }, '*');
    const opened = anAlertEpisode({ vehicleId: mixer.id, startedAt: clock });
    await module
      .get(UnitOfWork, { strict: false })
      .run((tx) => module.get(AlertEpisodes, { strict: false }).open(tx, opened));
    clock = addMinutes(now, 120);
    const present = {
      vehicle: { registrationState: 'suspended' },
      pass: { state: 'suspended', toleratedTo: toleratedTo.toISOString() },
      driver: null,
      openAlerts: 1,
      presentFacts: [],
    };

    expect(await askAbout(mixer, inside)).toMatchObject({ verdict: 'may_not_pass', ...present });
    expect(await askAbout(mixer, { ...inside, at: addMinutes(now, 30) })).toMatchObject({
      verdict: 'may_pass',
      vehicle: { registrationState: 'registered', suspension: null },
      pass: { state: 'valid', toleratedTo: toleratedTo.toISOString() },
      driver: { maskedName: '张**' },
      trip: { concreteLeftMin: 40 },
      openAlerts: 0,
      presentFacts: ['vehicle', 'owner', 'credit_grade', 'renewal_under_review', 'trip_stage'],
    });
    expect(await askAbout(mixer, { ...inside, at: addMinutes(now, -1) })).toMatchObject({
      verdict: 'may_not_pass',
      pass: null,
    });
  });

  it('says that the site of a trip lies beyond the radius of its plant, and by how much', async () => {
    const away = await buildWorks(database.dataSource.manager);
    const [mixer, driver] = [await away.addMixer(), await away.addDriver()];
    await putOnTheRoad(module, away, { vehicleId: mixer.id, driverId: driver.id }, now);
    await database.dataSource.getRepository(PlantRangeEntity).insert({
      id: newId<string>(),
      plantId: away.plantId,
      radiusM: 5_000,
      measure: 'great_circle',
      effectiveFrom: addMinutes(now, -10),
      decidedBy: officer.userId,
      decidedAt: addMinutes(now, -10),
      reason: 'by the plan',
    });
    const far = await askAbout(mixer, inside);
    const later = { ...inside, at: addMinutes(now, -11) };

    expect(far.trip?.supplyRange).toMatchObject({ isInside: false, limitM: 5_000 });
    expect(far.trip?.supplyRange?.distanceM).toBeCloseTo(8_000, -1);
    expect((await askAbout(mixer, later)).trip?.supplyRange).toMatchObject({ isInside: true });
  });

  it('tells what a vehicle did of late, ended or not, and nothing that was called false', async () => {
    const mixer = await withPass();
    const episodes = module.get(AlertEpisodes, { strict: false });
    const happened = async (
      code: AlertCode,
      startedAt: Date,
      change: Partial<AlertEntity> = {},
      level: AlertLevel = 'warning',
    ) => {
      const id = await module
        .get(UnitOfWork, { strict: false })
        .run((tx) =>
          episodes.open(
            tx,
            anAlertEpisode({ vehicleId: mixer.id, subjectId: mixer.id, code, level, startedAt }),
          ),
        );
      const endedAt = addMinutes(startedAt, 5);
      await database.dataSource.getRepository(AlertEntity).update(id, { endedAt, ...change });
    };
    await happened('no_pass', daysAgo(31));
    await happened('overspeed', daysAgo(29));
    await happened('bad_hours', daysAgo(2), { state: 'false_alarm' });
    await happened('fatigue_warning', daysAgo(2), {}, 'notice');
    await happened('over_radius', daysAgo(2), { muteId: newId<AlertMuteId>() });
    await happened('illegal_unload', daysAgo(1), { endedAt: null }, 'grave');
    for (const days of [9, 8, 7, 6]) await happened('long_stop', daysAgo(days));

    const { openAlerts, recentViolations } = await askAbout(mixer, inside);

    expect({ openAlerts, ...recentViolations }).toEqual({
      openAlerts: 1,
      days: 30,
      count: 6,
      newest: [
        { kind: 'illegal_unload', at: daysAgo(1).toISOString(), endedAt: null },
        ...[6, 7, 8, 9].map((days) => ({
          kind: 'long_stop',
          at: daysAgo(days).toISOString(),
          endedAt: addMinutes(daysAgo(days), 5).toISOString(),
        })),
      ],
    });
  });

  it('counts what a retarder adds to the concrete’s life, of the order that it was batched for', async () => {
    const [mixer, driver] = [await withPass(), await works.addDriver()];
    await putOnTheRoad(module, works, { vehicleId: mixer.id, driverId: driver.id }, now);
    await database.dataSource.query(
      `UPDATE pour_order SET retarder_min = 60
       WHERE id = (SELECT order_id FROM trip WHERE vehicle_id = $1)`,
      [mixer.id],
    );

    expect(await askAbout(mixer, inside)).toMatchObject({ trip: { concreteLeftMin: 130 } });
  });

  it('keeps who asked for whom, with badge, agency, place and answer', async () => {
    const mixer = await works.addMixer();

    const view = await askAbout(mixer, { ...inside, accuracyM: 8 });

    expect(await checkOf(view)).toMatchObject({
      plateNo: mixer.plateNo,
      vehicleId: mixer.id,
      lng: inside.lng,
      lat: inside.lat,
      accuracyM: 8,
      judgedFor: now,
      verdict: 'may_not_pass',
      reasons: [expect.objectContaining({ code: 'no_pass' })],
      askedBy: officer.userId,
      badgeNo: '110042',
      agency: '余杭交警大队',
      askedAt: now,
    });
  });

  it('keeps what it was asked for', async () => {
    const view = await ask(aPlate(), { purpose: 'other', purposeNote: '协助环保检查' });

    expect(await checkOf(view)).toMatchObject({ purpose: 'other', purposeNote: '协助环保检查' });
  });

  it('refuses a question that says no purpose, until policy asks for none', async () => {
    const checks = database.dataSource.getRepository(RoadsideCheckEntity);
    const before = await checks.count();
    const unsaid = () =>
      module.get(RoadsideController, { strict: false }).ask(officer, aPlate(), {});

    await expect(unsaid()).rejects.toMatchObject({ code: 'ROADSIDE_PURPOSE_REQUIRED' });
    expect(await checks.count()).toBe(before);

    await module.get(SetPolicyService, { strict: false }).set(SYSTEM_SCOPE, {
      key: 'roadside.purpose_required',
      scope: 'city',
      value: false,
      effectiveFrom: now,
      source: 'trial',
      confidence: 'decided',
      reason: 'trial',
    });
    expect(await checkOf(await unsaid())).toMatchObject({ purpose: null });
  });

  it('answers many plates as it answers each alone, and keeps all on record', async () => {
    const [fit, unfit, unknown] = [await withPass(), await works.addMixer(), aPlate()];
    const plates = [fit.plateNo!, unfit.plateNo!, 'ABC', unknown];

    const { items } = await module.get(RoadsideController, { strict: false }).askMany(officer, {
      purpose: 'checkpoint',
      plates: plates.map((plateNo) => ({ plateNo, ...inside })),
    });

    expect(items.map((item) => (item.ok ? item.answer.verdict : item.refusal.code))).toEqual([
      'may_pass',
      'may_not_pass',
      'PLATE_INVALID',
      'not_registered',
    ]);
    for (const item of items) {
      if (!item.ok) continue;
      const said = item.answer;
      const alone = await ask(said.plateNo, inside);
      expect(said).toEqual({ ...alone, checkId: said.checkId });
      expect(await checkOf(item.answer)).toMatchObject({
        plateNo: said.plateNo,
        verdict: said.verdict,
        purpose: 'checkpoint',
        badgeNo: '110042',
      });
    }
  });

  it('gives no answer at all when many plates could not be put on record', async () => {
    const checks = database.dataSource.getRepository(RoadsideCheckEntity);
    const before = await checks.count();
    const [one, unkept] = [aPlate(), aPlate()];
    await database.dataSource.query(`ALTER TABLE roadside_check ADD CONSTRAINT roadside_check_trial
      CHECK (plate_no <> '${unkept}') NOT VALID`);
    try {
      const asked = module.get(RoadsideController, { strict: false }).askMany(officer, {
        purpose: 'patrol',
        plates: [{ plateNo: one }, { plateNo: unkept }],
      });

      await expect(asked).rejects.toThrow('roadside_check_trial');
    } finally {
      await database.dataSource.query(
        'ALTER TABLE roadside_check DROP CONSTRAINT roadside_check_trial',
      );
    }
    expect(await checks.count()).toBe(before);
  });

  it('keeps each of many questions that are asked at once', async () => {
    const mixers = await Promise.all(Array.from({ length: 5 }, () => works.addMixer()));

    const views = await Promise.all(mixers.map((mixer) => askAbout(mixer, inside)));

    for (const [nth, view] of views.entries()) {
      expect(await checkOf(view)).toMatchObject({ vehicleId: mixers[nth]!.id, badgeNo: '110042' });
    }
  });

  it('gives no answer that could not be put on record', async () => {
    const mixer = await works.addMixer();
    const { manager } = database.dataSource;
    await manager.query('ALTER TABLE roadside_check RENAME TO roadside_check_away');
    try {
      await expect(askAbout(mixer, inside)).rejects.toThrow('roadside_check');
    } finally {
      await manager.query('ALTER TABLE roadside_check_away RENAME TO roadside_check');
    }
    expect(await checkOf(await askAbout(mixer, inside))).toMatchObject({ vehicleId: mixer.id });
  });

  it('answers everybody else when one question of many could not be put on record', async () => {
    const mixers = await Promise.all(Array.from({ length: 4 }, () => works.addMixer()));
    const unkept = mixers[2]!.plateNo;
    const { manager } = database.dataSource;
    await manager.query(`ALTER TABLE roadside_check ADD CONSTRAINT roadside_check_trial
      CHECK (plate_no <> '${unkept}') NOT VALID`);
    try {
      const asked = await Promise.allSettled(mixers.map((mixer) => askAbout(mixer, inside)));

      expect(asked.map(({ status }) => status)).toEqual([
        'fulfilled',
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
    } finally {
      await manager.query('ALTER TABLE roadside_check DROP CONSTRAINT roadside_check_trial');
    }
  });

  it('refuses what is no plate and puts nothing on record', async () => {
    const checks = database.dataSource.getRepository(RoadsideCheckEntity);
    const before = await checks.count();

    for (const text of ['ABC', '', 'A\u0000B', '\uD800B', 'A'.repeat(10_000)]) {
      await expect(ask(text)).rejects.toMatchObject({ code: 'PLATE_INVALID' });
    }
    expect(await checks.count()).toBe(before);
  });

  // What follows draws further zones, which a vehicle without a place may be in.
  it('names the road left out of a zone that the vehicle may be on', async () => {
    const mixer = await works.addMixer();
    await module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      kind: 'built_up',
      name: '北区',
      crs: 'wgs84',
      area: {
        type: 'MultiPolygon',
        coordinates: [[ZONE_RING.map(([lng, lat]): [number, number] => [lng, lat + 1])]],
      },
      hours: [],
      binds: ['mixer'],
      exemptRoads: [
        {
          name: '石祥路',
          path: [
            [119, 31],
            [119, 31.1],
          ],
          halfWidthM: 20,
        },
      ],
      effectiveFrom: addMinutes(now, -1),
      reason: 'by the city’s notice',
    });
    const at = (lng: number, accuracyM: number) =>
      askAbout(mixer, { lng, lat: 31.05, crs: 'wgs84', accuracyM });
    const left = [{ zoneName: '北区', roadName: '石祥路' }];

    expect(await at(119, 5)).toMatchObject({ verdict: 'may_pass', roadsLeftOut: left });
    expect(await at(119.00015, 15)).toMatchObject({ verdict: 'near_border', roadsLeftOut: left });
    expect(await at(119.0003, 15)).toMatchObject({ verdict: 'may_not_pass', roadsLeftOut: left });
    expect(await at(119.01, 15)).toMatchObject({ verdict: 'may_not_pass', roadsLeftOut: [] });
  });

  it('tells vehicles apart by kind, emission class and plate, as a zone binds them', async () => {
    const ring = ZONE_RING.map(([lng, lat]): [number, number] => [lng, lat + 2]);
    await module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      kind: 'built_up',
      name: '低排放区',
      crs: 'wgs84',
      area: { type: 'MultiPolygon', coordinates: [[ring]] },
      hours: [],
      binds: ['mixer'],
      plateColors: ['yellow'],
      barredEmissionClasses: ['国三'],
      effectiveFrom: addMinutes(now, -1),
      reason: 'by the city’s notice',
    });
    const place = { lng: 119.05, lat: 32.05, crs: 'wgs84', accuracyM: 5 } as const;
    const codesOf = async (vehicle: Vehicle) =>
      (await askAbout(vehicle, place)).reasons.map(({ code }) => code).toSorted();

    expect(await codesOf(await works.addMixer({ emissionClass: '国三' }))).toEqual([
      'emission_class',
      'no_pass',
    ]);
    expect(await codesOf(await works.addMixer({ emissionClass: '国六' }))).toEqual(['no_pass']);
    expect(await codesOf(await works.addMixer({ plateColor: 'yellow_green' }))).toEqual([]);
    expect(await codesOf(await works.addPump(37))).toEqual([]);
  });

  it('needs a pass of outside plates alone where a zone binds all but the city’s own', async () => {
    const ring = ZONE_RING.map(([lng, lat]): [number, number] => [lng, lat + 3]);
    await module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      kind: 'built_up',
      name: '外地号牌限行区',
      crs: 'wgs84',
      area: { type: 'MultiPolygon', coordinates: [[ring]] },
      hours: [],
      binds: ['mixer'],
      plates: { listed: ['浙A'], isExcept: true, lastFigures: [] },
      effectiveFrom: addMinutes(now, -1),
      reason: 'by the city’s notice',
    });
    const place = { lng: 119.05, lat: 33.05, crs: 'wgs84', accuracyM: 5 } as const;
    const verdictOn = async (plateNo: string) =>
      (await askAbout(await works.addMixer({ plateNo }), place)).verdict;

    expect(await verdictOn('浙A7K305')).toBe('may_pass');
    expect(await verdictOn('苏E7K305')).toBe('may_not_pass');
  });
});
