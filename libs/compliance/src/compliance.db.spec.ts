import type { DecideRegistrationRequest } from '@tongyun/contracts';
import {
  AgreeUseService,
  CreateDriverService,
  CreateEnterpriseService,
  CreateVehicleService,
  EndUseService,
} from '@tongyun/fleet';
import {
  type AccessScope,
  addMinutes,
  type EnterpriseId,
  newId,
  SYSTEM_SCOPE,
  type VehicleId,
  type ZoneId,
} from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { aMixer } from '../../../test/support/a-mixer.js';
import { askForRegistrationAlone } from '../../../test/support/ask-for-registration-alone.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ComplianceModule } from './compliance.module.js';
import { CorrectRegistrationService } from './correct-registration.service.js';
import { DecidePassService } from './decide-pass.service.js';
import { DecideRegistrationService } from './decide-registration.service.js';
import { DrawZoneService } from './draw-zone.service.js';
import { FactsQueries } from './facts-queries.service.js';
import { IssuePassService } from './issue-pass.service.js';
import { PassQueries } from './pass-queries.service.js';
import { RecordTrainingService } from './record-training.service.js';
import { RegistrationQueries } from './registration-queries.service.js';
import { TrainingQueries } from './training-queries.service.js';

const now = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');
const bureauOf = (district: string) => anAuthority('district_bureau', { district });
const page = { limit: 200 };

describe('compliance', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let enterpriseId: EnterpriseId;
  let zoneId: ZoneId;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [ComplianceModule], { now: () => now });
    await askForRegistrationAlone(module, now);
    const enterprise = await module
      .get(CreateEnterpriseService)
      .create(admin, { name: '余杭商砼', shortName: '余砼', district: '余杭', mode: 'dispatch' });
    enterpriseId = enterprise.id;
    const ring = [120, 30, 120.1, 30, 120.1, 30.1, 120, 30];
    const corners = [0, 2, 4, 6].map((i) => [ring[i]!, ring[i + 1]!] as [number, number]);
    const zone = await module.get(DrawZoneService).draw(admin, null, {
      kind: 'built_up',
      name: '建成区',
      crs: 'wgs84',
      area: { type: 'MultiPolygon', coordinates: [[corners]] },
      hours: [],
      binds: ['mixer'],
      effectiveFrom: now,
      reason: 'by the city’s notice',
    });
    zoneId = zone.zoneId;
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const aVehicle = async (): Promise<VehicleId> => {
    const request = aMixer({ ownerEnterpriseId: enterpriseId });
    return (await module.get(CreateVehicleService).create(admin, request)).id;
  };
  const decide = (
    vehicleId: VehicleId,
    state: DecideRegistrationRequest['state'],
    scope: AccessScope = admin,
    ifMatch = '*',
  ) =>
    module
      .get(DecideRegistrationService)
      .decide(scope, vehicleId, { state, reason: 'as the papers say' }, ifMatch);
  const correct = (vehicleId: VehicleId, scope: AccessScope, change: object, ifMatch = '*') =>
    module
      .get(CorrectRegistrationService)
      .correct(scope, vehicleId, { ...aMixer(change), reason: 'misread' }, ifMatch);
  const register = async (vehicleId: VehicleId) => {
    await decide(vehicleId, 'submitted');
    await decide(vehicleId, 'district_reviewed');
    return decide(vehicleId, 'registered');
  };
  const issue = (vehicleId: VehicleId, scope: AccessScope = admin, change: object = {}) =>
    module.get(IssuePassService).issue(scope, {
      vehicleId,
      zoneIds: [zoneId],
      roads: [],
      hours: [],
      validFrom: new Date('2026-11-01T00:00:00Z'),
      validTo: new Date('2026-12-01T00:00:00Z'),
      reason: 'registered, terminal joined',
      ...change,
    });

  const bar = (isBarred: boolean) =>
    database.dataSource.query('UPDATE enterprise SET is_barred = $1 WHERE id = $2', [
      isBarred,
      enterpriseId,
    ]);
  const idsIn = async (state: 'draft' | 'registered') =>
    (await module.get(RegistrationQueries).list(admin, { ...page, state })).map(
      (row) => row.vehicleId,
    );

  const aNthDriver = (nth: number) =>
    module.get(CreateDriverService).create(admin, {
      enterpriseId,
      name: `第${nth}位师傅`,
      phone: `1390000010${nth}`,
      licenceClass: 'B2',
    });
  const recordUntil = (driverId: string, kind: 'skill' | 'safety', expiresOn: string) =>
    module.get(RecordTrainingService).record(admin, {
      driverId,
      kind,
      score: 90,
      hasPassed: true,
      passedOn: '2026-11-10',
      expiresOn,
    });
  const driversEnding = async (validity: 'expiring' | 'expired') =>
    (await module.get(TrainingQueries).list(admin, { ...page, validity })).map(
      ({ driver }) => driver.name,
    );

  it('takes a registration through district and city and keeps every step on record', async () => {
    const vehicleId = await aVehicle();
    const manager = anEmployee(enterpriseId, 'enterprise_manager');
    const bureau = bureauOf('余杭');

    await decide(vehicleId, 'submitted', manager);
    await decide(vehicleId, 'district_reviewed', bureau);
    const registered = await decide(vehicleId, 'registered');

    expect(registered).toMatchObject({ state: 'registered' });
    expect(registered.registrationNo).toMatch(/^202611A\d{5}001$/);
    const decisions = await module.get(RegistrationQueries).decisionsOn(admin, vehicleId);
    expect(decisions).toMatchObject([
      { fromState: 'draft', toState: 'submitted', decidedBy: manager.userId },
      { fromState: 'submitted', toState: 'district_reviewed', decidedBy: bureau.userId },
      { fromState: 'district_reviewed', toState: 'registered', decidedBy: admin.userId },
    ]);
    expect(decisions[2]!.before).toMatchObject({ state: 'district_reviewed' });
  });

  it('sends a registration back with a reason, takes it in again, and overwrites nothing of it', async () => {
    const vehicleId = await aVehicle();
    const manager = anEmployee(enterpriseId, 'enterprise_manager');
    const step = (state: DecideRegistrationRequest['state'], reason: string, scope: AccessScope) =>
      module.get(DecideRegistrationService).decide(scope, vehicleId, { state, reason }, '*');

    await step('submitted', '首次提交', manager);
    await step('sent_back', '行驶证已过期', bureauOf('余杭'));
    await step('submitted', '已换新证', manager);
    await step('district_reviewed', '材料齐全', bureauOf('余杭'));
    const { registrationNo } = await step('registered', '准予', admin);
    await step('cancelled', '车辆报废', admin);

    const decisions = await module.get(RegistrationQueries).decisionsOn(admin, vehicleId);
    expect(decisions.map(({ toState, reason }) => [toState, reason])).toEqual([
      ['submitted', '首次提交'],
      ['sent_back', '行驶证已过期'],
      ['submitted', '已换新证'],
      ['district_reviewed', '材料齐全'],
      ['registered', '准予'],
      ['cancelled', '车辆报废'],
    ]);
    expect(decisions.at(-1)!.before).toMatchObject({ state: 'registered', registrationNo });
    await expect(
      database.dataSource.query(
        `UPDATE compliance_decision SET reason = '' WHERE subject_id = $1`,
        [vehicleId],
      ),
    ).rejects.toThrow('compliance_decision');
  });

  it('shows who hires a vehicle its registration while the hire lasts, and lets its owner alone submit', async () => {
    const vehicleId = await aVehicle();
    const hirer = await module
      .get(CreateEnterpriseService)
      .create(admin, { name: '租车商砼', shortName: '租砼', district: '余杭', mode: 'dispatch' });
    const manager = anEmployee(hirer.id, 'enterprise_manager');
    const hire = (validFrom: Date, validTo: Date) =>
      module.get(AgreeUseService).agree(admin, vehicleId, {
        enterpriseId: hirer.id,
        kind: 'hired',
        validFrom,
        validTo,
      });
    await hire(addMinutes(now, -120), now);
    await expect(decide(vehicleId, 'submitted', manager)).rejects.toMatchObject({
      code: 'REGISTRATION_NOT_FOUND',
    });

    await hire(now, addMinutes(now, 60));

    await expect(decide(vehicleId, 'submitted', manager)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(correct(vehicleId, manager, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await module.get(RegistrationQueries).get(manager, vehicleId)).toMatchObject({
      state: 'draft',
      version: 0,
    });
  });

  it('has what was entered corrected while it is sent back, and keeps what stood there', async () => {
    const vehicleId = await aVehicle();
    const manager = anEmployee(enterpriseId, 'enterprise_manager');
    await decide(vehicleId, 'submitted', manager);
    await expect(correct(vehicleId, manager, { tareKg: 15_000 })).rejects.toMatchObject({
      code: 'REGISTRATION_NOT_CORRECTABLE',
      details: { state: 'submitted' },
    });
    const sentBack = await decide(vehicleId, 'sent_back', bureauOf('余杭'));

    const corrected = await correct(
      vehicleId,
      manager,
      { plateNo: '浙AX1234', drumCapacityM3: 10 },
      `"${sentBack.version}"`,
    );

    expect(corrected).toMatchObject({
      state: 'sent_back',
      plateNo: '浙AX1234',
      drumCapacityM3: 10,
      ownerEnterpriseId: enterpriseId,
      version: sentBack.version + 1,
    });
    const decisions = await module.get(RegistrationQueries).decisionsOn(admin, vehicleId);
    expect(decisions.at(-1)).toMatchObject({
      fromState: 'sent_back',
      toState: 'sent_back',
      reason: 'misread',
      decidedBy: manager.userId,
      before: { vehicle: { plateNo: sentBack.plateNo, drumCapacityM3: 12 } },
    });
    await expect(correct(vehicleId, manager, {}, `"${sentBack.version}"`)).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await decide(vehicleId, 'submitted', manager)).toMatchObject({ state: 'submitted' });
  });

  it('lets an entry be corrected before anybody handed it in, by a name that is free', async () => {
    const [vehicleId, other] = [await aVehicle(), await aVehicle()];
    const registrations = module.get(RegistrationQueries);
    const before = await registrations.get(admin, vehicleId);
    const { plateNo } = await registrations.get(admin, other);

    await expect(correct(vehicleId, admin, { plateNo })).rejects.toMatchObject({
      code: 'PLATE_TAKEN',
    });
    await expect(correct(vehicleId, admin, { plateNo: '浙AI0001' })).rejects.toMatchObject({
      code: 'PLATE_INVALID',
    });

    expect(await registrations.get(admin, vehicleId)).toEqual(before);
    expect(await correct(vehicleId, admin, { emissionClass: '国五' }, '"0"')).toMatchObject({
      state: 'draft',
      emissionClass: '国五',
      version: 1,
    });
  });

  it('keeps a vehicle that got a number or a pass the one that it is, whatever becomes of it', async () => {
    const vehicleId = await aVehicle();
    const manager = anEmployee(enterpriseId, 'enterprise_manager');
    await register(vehicleId);
    await issue(vehicleId);
    await decide(vehicleId, 'cancelled');
    await decide(vehicleId, 'submitted', manager);
    const { plateNo } = await decide(vehicleId, 'sent_back');

    await expect(
      correct(vehicleId, manager, { plateNo: '浙AX5678', tareKg: 15_000 }),
    ).rejects.toMatchObject({ code: 'VEHICLE_NAME_FIXED', details: { changed: ['plateNo'] } });
    await expect(
      correct(vehicleId, admin, {
        kind: 'boom_pump',
        plateNo: '浙A12345D',
        plateColor: 'yellow_green',
      }),
    ).rejects.toMatchObject({ details: { changed: ['kind', 'plateNo', 'plateColor'] } });
    expect(await module.get(RegistrationQueries).get(admin, vehicleId)).toMatchObject({
      kind: 'mixer',
      plateNo,
      tareKg: 14_000,
    });
    expect(await correct(vehicleId, manager, { plateNo, tareKg: 15_000 })).toMatchObject({
      tareKg: 15_000,
    });
  });

  it('registers a trailer pump by its equipment number', async () => {
    const equipmentNo = `HBT80-${newId<string>().slice(-6)}`.toUpperCase();
    const pump = { kind: 'trailer_pump', plateNo: null, plateColor: null, equipmentNo } as const;
    const { id } = await module
      .get(CreateVehicleService)
      .create(admin, aMixer({ ...pump, ownerEnterpriseId: enterpriseId }));

    const registered = await register(id);

    expect(registered).toMatchObject({ plateNo: null, equipmentNo, state: 'registered' });
    expect(registered.registrationNo).toMatch(/^202611HBT80/);
  });

  it('gives a suspended vehicle back the number that it had', async () => {
    const vehicleId = await aVehicle();
    const { registrationNo } = await register(vehicleId);
    await decide(vehicleId, 'suspended');

    expect((await decide(vehicleId, 'registered')).registrationNo).toBe(registrationNo);
  });

  it('refuses a decision that was based on an older state, and changes nothing', async () => {
    const vehicleId = await aVehicle();
    await decide(vehicleId, 'submitted', admin, '"0"');

    await expect(decide(vehicleId, 'district_reviewed', admin, '"0"')).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    await expect(
      module
        .get(DecideRegistrationService)
        .decide(admin, vehicleId, { state: 'district_reviewed', reason: 'unseen' }, undefined),
    ).rejects.toMatchObject({ code: 'IF_MATCH_REQUIRED' });
    expect(await module.get(RegistrationQueries).get(admin, vehicleId)).toMatchObject({
      state: 'submitted',
      version: 1,
    });
  });

  it('refuses a step that does not follow, and one that is not the decider’s', async () => {
    const vehicleId = await aVehicle();

    await expect(decide(vehicleId, 'registered')).rejects.toMatchObject({
      code: 'REGISTRATION_STEP_INVALID',
      details: { possible: ['submitted', 'cancelled'] },
    });
    await expect(
      decide(vehicleId, 'cancelled', anEmployee(enterpriseId, 'enterprise_manager')),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('shows a bureau the vehicles of its own district and no others', async () => {
    const vehicleId = await aVehicle();
    const registrations = module.get(RegistrationQueries);
    const idsFor = async (scope: AccessScope) =>
      (await registrations.list(scope, page)).map((row) => row.vehicleId);

    expect(await idsFor(bureauOf('余杭'))).toContain(vehicleId);
    expect(await idsFor(bureauOf('西湖'))).toEqual([]);
    await expect(decide(vehicleId, 'submitted', bureauOf('西湖'))).rejects.toMatchObject({
      code: 'REGISTRATION_NOT_FOUND',
    });
    await expect(
      registrations.get(anEmployee(newId<EnterpriseId>()), vehicleId),
    ).rejects.toMatchObject({ code: 'REGISTRATION_NOT_FOUND' });
  });

  it('lists a vehicle that nobody has sent in as a draft, and filters by state', async () => {
    const [drafted, registered] = [await aVehicle(), await aVehicle()];
    await register(registered);
    expect(await idsIn('draft')).toContain(drafted);
    expect(await idsIn('draft')).not.toContain(registered);
    expect(await idsIn('registered')).toContain(registered);
  });

  it('numbers the passes of a vehicle by month and plate', async () => {
    const vehicleId = await aVehicle();
    const { plateNo } = await register(vehicleId);
    const officer = anAuthority('police', { agency: '余杭交警大队' });

    const passes = [await issue(vehicleId), await issue(vehicleId, officer)];

    const mark = plateNo!.slice(1);
    expect(passes.map(({ passNo }) => passNo)).toEqual([`202611${mark}001`, `202611${mark}002`]);
    expect(passes.map(({ issuingBody }) => issuingBody)).toEqual([
      'concrete_admin',
      '余杭交警大队',
    ]);
  });

  it('issues no pass to a vehicle that is not registered, nor for a zone that is none', async () => {
    const vehicleId = await aVehicle();

    await expect(issue(vehicleId)).rejects.toMatchObject({ code: 'VEHICLE_NOT_REGISTERED' });
    await register(vehicleId);
    await expect(
      module.get(IssuePassService).issue(admin, {
        vehicleId,
        zoneIds: [zoneId, newId()],
        roads: [],
        hours: [],
        validFrom: now,
        validTo: new Date('2026-12-01T00:00:00Z'),
        reason: 'for a zone of another city',
      }),
    ).rejects.toMatchObject({ code: 'ZONE_NOT_FOUND' });
  });

  it('lists a pass of next month as pending until it begins', async () => {
    const vehicleId = await aVehicle();
    await register(vehicleId);
    const { id } = await issue(vehicleId, admin, {
      validFrom: new Date('2026-12-01T00:00:00Z'),
      validTo: new Date('2027-01-01T00:00:00Z'),
    });
    const idsAs = async (state: 'pending' | 'valid') =>
      (await module.get(PassQueries).list(admin, { ...page, vehicleId, state })).map(
        (pass) => pass.id,
      );

    expect([await idsAs('pending'), await idsAs('valid')]).toEqual([[id], []]);
  });

  it('suspends, restores and finally revokes a pass, each by a person with a reason', async () => {
    const vehicleId = await aVehicle();
    await register(vehicleId);
    const { id } = await issue(vehicleId);
    const step = (state: 'valid' | 'suspended' | 'revoked', ifMatch: string) =>
      module.get(DecidePassService).decide(admin, id, { state, reason: 'as found' }, ifMatch);

    expect(await step('suspended', '"1"')).toMatchObject({ state: 'suspended', version: 2 });
    await expect(step('revoked', '"1"')).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await step('valid', '"2"');
    await step('revoked', '"3"');
    await expect(step('valid', '"4"')).rejects.toMatchObject({ code: 'PASS_STEP_INVALID' });
    expect(await module.get(PassQueries).get(admin, id)).toMatchObject({ state: 'revoked' });
  });

  it('flags the passes of a barred enterprise until they are revoked', async () => {
    const vehicleId = await aVehicle();
    await register(vehicleId);
    const pass = await issue(vehicleId);
    const flagged = async () => {
      const rows = await module
        .get(PassQueries)
        .list(admin, { ...page, vehicleId, isRevocationDue: true });
      return rows.map(({ id }) => id);
    };
    expect(await flagged()).toEqual([]);

    await bar(true);
    try {
      expect(await flagged()).toEqual([pass.id]);
      expect(await module.get(PassQueries).idsToRevoke([pass])).toEqual(new Set([pass.id]));
      await module
        .get(DecidePassService)
        .decide(admin, pass.id, { state: 'revoked', reason: '企业已停业' }, '*');
      expect(await flagged()).toEqual([]);
    } finally {
      await bar(false);
    }
  });

  it('flags the pass of a haulage firm’s vehicle while a barred enterprise uses it', async () => {
    const firms = aMixer({ ownerName: '恒达运输' });
    const { id: vehicleId } = await module.get(CreateVehicleService).create(admin, firms);
    const { id: useId } = await module.get(AgreeUseService).agree(admin, vehicleId, {
      enterpriseId,
      kind: 'hired',
      validFrom: now,
      validTo: null,
    });
    await register(vehicleId);
    const pass = await issue(vehicleId);
    const queries = module.get(PassQueries);
    const flagged = async () => [
      (await queries.list(admin, { ...page, vehicleId, isRevocationDue: true })).length,
      (await queries.idsToRevoke([pass])).size,
    ];

    await bar(true);
    try {
      expect(await flagged()).toEqual([1, 1]);
      await module.get(EndUseService).end(admin, vehicleId, useId, { reason: '企业已停业' });
      expect(await flagged()).toEqual([0, 0]);
    } finally {
      await bar(false);
    }
  });

  it('hides a pass from an enterprise that has nothing to do with the vehicle', async () => {
    const vehicleId = await aVehicle();
    await register(vehicleId);
    const { id } = await issue(vehicleId);
    const passes = module.get(PassQueries);

    expect(await passes.list(anEmployee(enterpriseId), { ...page, vehicleId })).toHaveLength(1);
    await expect(passes.get(anEmployee(newId<EnterpriseId>()), id)).rejects.toMatchObject({
      code: 'PASS_NOT_FOUND',
    });
  });

  it('hands out the facts that permission is judged on', async () => {
    const vehicleId = await aVehicle();
    await register(vehicleId);
    const { passNo } = await issue(vehicleId);

    const fact = await module.get(FactsQueries).vehicleFact(SYSTEM_SCOPE, vehicleId);

    expect(fact).toMatchObject({
      vehicleId,
      registrationState: 'registered',
      ownerEnterpriseId: enterpriseId,
      passes: [{ passNo, state: 'valid', zoneIds: [zoneId] }],
      uses: [{ enterpriseId, kind: 'own' }],
    });
    expect(
      (await module.get(FactsQueries).vehicleFact(SYSTEM_SCOPE, await aVehicle())).passes,
    ).toEqual([]);
  });

  it('warns ahead of trainings that run out, by the policy', async () => {
    const [lasting, ending, ended] = [
      await aNthDriver(1),
      await aNthDriver(2),
      await aNthDriver(3),
    ];
    for (const { id } of [lasting, ending, ended]) await recordUntil(id, 'safety', '2027-11-23');
    await recordUntil(lasting.id, 'skill', '2026-12-24');
    await recordUntil(ending.id, 'skill', '2026-12-23');
    await recordUntil(ended.id, 'skill', '2026-11-22');

    expect(await driversEnding('expiring')).toEqual([ending.name]);
    expect(await driversEnding('expired')).toEqual([ended.name]);
    await recordUntil(ending.id, 'skill', '2028-11-10');
    expect(await driversEnding('expiring')).toEqual([]);
  });

  it('keeps every training result and says who may work', async () => {
    const driver = await module.get(CreateDriverService).create(admin, {
      enterpriseId,
      name: '王师傅',
      phone: '13900000002',
      licenceClass: 'B2',
    });
    const record = (kind: 'skill' | 'safety', hasPassed: boolean, passedOn = '2026-10-01') =>
      module.get(RecordTrainingService).record(admin, {
        driverId: driver.id,
        kind,
        score: hasPassed ? 90 : 40,
        hasPassed,
        passedOn,
        expiresOn: '2027-10-01',
      });
    const standing = async () =>
      (await module.get(TrainingQueries).list(anEmployee(enterpriseId), page)).find(
        ({ driver: { id } }) => id === driver.id,
      );

    await record('skill', false);
    await record('safety', true);
    expect(await standing()).toMatchObject({ mayWork: false, skill: { hasPassed: false } });

    await record('skill', true);
    expect(await standing()).toMatchObject({ mayWork: true, skill: { hasPassed: true } });
    const [fact] = await module.get(FactsQueries).driverFacts(SYSTEM_SCOPE, [driver.id]);
    expect(fact).toMatchObject({ name: '王师傅', isOnDuty: null });
    expect(fact!.trainings).toHaveLength(3);
    await expect(record('skill', true, '2025-09-30')).rejects.toMatchObject({
      code: 'TRAINING_VALID_TOO_LONG',
      details: { latestOn: '2027-09-30' },
    });
    await expect(record('skill', true, '2026-11-24')).rejects.toMatchObject({
      code: 'TRAINING_IN_FUTURE',
    });
  });
});
