import type { ApplyForPassesRequest, PassPeriod } from '@tongyun/contracts';
import {
  AgreeUseService,
  CreateDriverService,
  CreateEnterpriseService,
  CreateVehicleService,
  EndUseService,
} from '@tongyun/fleet';
import { EnterpriseEntity } from '@tongyun/fleet/data';
import {
  type AccessScope,
  addMinutes,
  type DomainError,
  type EnterpriseId,
  type PassApplicationId,
  SYSTEM_SCOPE,
  type TerminalId,
  type VehicleId,
  type ZoneId,
} from '@tongyun/kernel';
import { judge } from '@tongyun/permission';
import { SetPolicyService } from '@tongyun/policy';
import type { TestingModule } from '@nestjs/testing';
import { aMixer } from '../../../test/support/a-mixer.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ApplyForPassesService } from './apply-for-passes.service.js';
import { ComplianceModule } from './compliance.module.js';
import { DecidePassApplicationsService } from './decide-pass-applications.service.js';
import { DecidePassService } from './decide-pass.service.js';
import { DecideRegistrationService } from './decide-registration.service.js';
import { DrawZoneService } from './draw-zone.service.js';
import { FactsQueries } from './facts-queries.service.js';
import { IssuePassService } from './issue-pass.service.js';
import { PassApplicationQueries } from './pass-application-queries.service.js';
import { PassQueries } from './pass-queries.service.js';
import { RecordTrainingService } from './record-training.service.js';
import { DecideTerminalRegistrationService } from './terminals/decide-terminal-registration.service.js';

let now = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');
const police = anAuthority('police', { agency: '余杭交警大队' });
const managerOf = (id: EnterpriseId) => anEmployee(id, 'enterprise_manager');
const december = { month: '2026-12' };

describe('applications for passes', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let enterpriseId: EnterpriseId;
  let otherId: EnterpriseId;
  let zoneId: ZoneId;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [ComplianceModule], { now: () => now });
    enterpriseId = await found('余杭商砼', '余杭');
    otherId = await found('西湖商砼', '西湖');
    const corners: [number, number][] = [
      [120, 30],
      [120.1, 30],
      [120.1, 30.1],
      [120, 30],
    ];
    ({ zoneId } = await module.get(DrawZoneService).draw(admin, null, {
      kind: 'built_up',
      name: '建成区',
      crs: 'wgs84',
      area: { type: 'MultiPolygon', coordinates: [[corners]] },
      hours: [],
      binds: ['mixer'],
      effectiveFrom: now,
      reason: 'by the city’s notice',
    }));
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(() => {
    now = addMinutes(now, 1);
  });

  async function found(name: string, district: string): Promise<EnterpriseId> {
    const { id } = await module
      .get(CreateEnterpriseService)
      .create(admin, { name, shortName: name.slice(0, 2), district, mode: 'dispatch' });
    const driver = {
      enterpriseId: id,
      name: '王师傅',
      phone: '13900000002',
      licenceClass: 'B2',
    } as const;
    const { id: driverId } = await module.get(CreateDriverService).create(admin, driver);
    for (const kind of ['skill', 'safety'] as const) {
      await module.get(RecordTrainingService).record(admin, {
        driverId,
        kind,
        score: 90,
        hasPassed: true,
        passedOn: '2026-10-01',
        expiresOn: '2027-10-01',
      });
    }
    return id;
  }

  /** A registered mixer whose terminal was heard of a moment ago, unless told otherwise. */
  async function aVehicle(
    ownerEnterpriseId: EnterpriseId | null = enterpriseId,
    isOnLine = true,
  ): Promise<VehicleId> {
    const { id } = await module
      .get(CreateVehicleService)
      .create(admin, aMixer({ ownerEnterpriseId }));
    for (const state of ['submitted', 'district_reviewed', 'registered'] as const) {
      const step = { state, reason: 'papers in order' };
      await module.get(DecideRegistrationService).decide(admin, id, step, '*');
    }
    if (isOnLine) {
      await database.dataSource.query(
        `INSERT INTO terminal (id, phone, vehicle_id, auth_code, state, first_seen_at, last_seen_at)
         VALUES ($1::uuid, $1::text, $1::uuid, 'code', 'bound', $2, $2)`,
        [id, now],
      );
    }
    return id;
  }
  const apply = (
    vehicleIds: VehicleId[],
    { period = december, ...change }: Partial<ApplyForPassesRequest> = {},
    scope = managerOf(enterpriseId),
  ) =>
    module.get(ApplyForPassesService).apply(scope, {
      vehicleIds,
      zoneIds: [zoneId],
      roads: ['文一西路'],
      hours: [{ weekdays: [1, 2, 3, 4, 5], fromMin: 1_320, toMin: 360 }],
      period,
      reason: 'metro line 12',
      ...change,
    });
  const applied = async (vehicleId: VehicleId, period?: PassPeriod) => {
    const [result] = await apply([vehicleId], period ? { period } : {});
    if (!result?.done) throw new Error(JSON.stringify(result?.refusal));
    return result.done.application;
  };
  const renew = (passIds: string[], scope = managerOf(enterpriseId)) =>
    module
      .get(ApplyForPassesService)
      .renew(scope, { passIds, period: december, reason: 'goes on' });
  const decide = async (
    scope: typeof admin,
    id: string,
    version: number,
    decision: 'approve' | 'refuse' = 'approve',
  ) => {
    const request = { items: [{ id, version }], decision, reason: 'as the papers say' };
    const [result] = await module.get(DecidePassApplicationsService).decide(scope, request);
    return result!;
  };
  const granted = async (vehicleId: VehicleId, period?: PassPeriod) => {
    const { id } = await applied(vehicleId, period);
    await decide(admin, id, 1);
    const { done } = await decide(police, id, 2);
    return module.get(PassQueries).get(admin, done!.application.passId!);
  };
  const issue = (scope: typeof admin, vehicleId: VehicleId) =>
    module.get(IssuePassService).issue(scope, {
      vehicleId,
      zoneIds: [zoneId],
      roads: [],
      hours: [],
      validFrom: now,
      validTo: addMinutes(now, 1_440),
      reason: 'on the spot',
    });
  const set = (key: string, value: unknown, scope = `enterprise:${enterpriseId}`) =>
    module.get(SetPolicyService).set(admin, {
      key,
      scope,
      value,
      effectiveFrom: now,
      source: 'notice 7/2026',
      confidence: 'decided',
      reason: 'as announced',
    });

  const bar = (isBarred: boolean) =>
    database.dataSource.getRepository(EnterpriseEntity).update(enterpriseId, { isBarred });

  it('go by the administration to the police, who issue the pass on the terms applied for', async () => {
    const vehicleId = await aVehicle();
    const manager = managerOf(enterpriseId);
    const { id, applicationNo } = await applied(vehicleId);

    const checked = await decide(admin, id, 1);
    const issued = await decide(police, id, 2);

    expect(applicationNo).toMatch(/^SQ202611A\d{5}001$/);
    expect(checked.done!.application).toMatchObject({
      state: 'pending',
      approved: 1,
      passId: null,
    });
    const { passId } = issued.done!.application;
    expect(await module.get(PassQueries).get(manager, passId!)).toMatchObject({
      vehicleId,
      zoneIds: [zoneId],
      roads: ['文一西路'],
      hours: [{ fromMin: 1_320, toMin: 360 }],
      validFrom: new Date('2026-11-30T16:00:00Z'),
      validTo: new Date('2026-12-31T16:00:00Z'),
      issuingBody: '余杭交警大队',
      state: 'valid',
    });
    const decisions = await module.get(PassApplicationQueries).decisionsOn(manager, id);
    expect(decisions).toMatchObject([
      { fromState: null, toState: 'at_concrete_admin', reason: 'metro line 12' },
      { fromState: 'at_concrete_admin', toState: 'at_police', decidedBy: admin.userId },
      { fromState: 'at_police', toState: 'granted', decidedBy: police.userId },
    ]);
    expect(decisions[2]!.before).toMatchObject({ state: 'pending', approved: 1 });
  });

  it('are answered vehicle by vehicle, one refusal keeping none of the others back', async () => {
    const [sound, silent, strange] = [
      await aVehicle(),
      await aVehicle(enterpriseId, false),
      await aVehicle(otherId),
    ];

    const results = await apply([sound, silent, strange]);

    expect(results.map(({ id, done, refusal }) => [id, done !== null, refusal?.code])).toEqual([
      [sound, true, undefined],
      [silent, false, 'PASS_TERMINAL_NOT_CONNECTED'],
      [strange, false, 'VEHICLE_NOT_FOUND'],
    ]);
  });

  it('need a terminal that is registered itself where the policy says so', async () => {
    const vehicleId = await aVehicle();
    const terminalId = vehicleId as string as TerminalId;
    await set('passes.terminal_must_be_registered', true);
    const refused = await apply([vehicleId]);
    for (const state of ['submitted', 'district_reviewed', 'registered'] as const) {
      const step = { state, reason: 'papers in order' };
      await module.get(DecideTerminalRegistrationService).decide(admin, terminalId, step, '*');
    }
    const taken = await apply([vehicleId]);
    now = addMinutes(now, 1);
    await set('passes.terminal_must_be_registered', false);

    expect(refused[0]!.refusal).toMatchObject({ code: 'PASS_TERMINAL_NOT_REGISTERED' });
    expect(taken[0]!.refusal).toBeNull();
  });

  it('are one at a time for a vehicle', async () => {
    const vehicleId = await aVehicle();
    const { id } = await applied(vehicleId);

    const [again] = await apply([vehicleId]);
    expect(again!.refusal).toMatchObject({ code: 'PASS_APPLICATION_OPEN' });
    await decide(admin, id, 1, 'refuse');
    expect((await apply([vehicleId]))[0]!.refusal).toBeNull();
  });

  it('wait for the one whose step is due, and for what he has seen', async () => {
    const { id } = await applied(await aVehicle());

    expect((await decide(police, id, 1)).refusal).toMatchObject({
      code: 'FORBIDDEN',
      details: { dueStep: 'concrete_admin' },
    });
    expect((await decide(admin, id, 2)).refusal).toMatchObject({ code: 'VERSION_CONFLICT' });
    await decide(admin, id, 1, 'refuse');
    expect((await decide(police, id, 2)).refusal).toMatchObject({
      code: 'PASS_APPLICATION_SETTLED',
      details: { state: 'refused' },
    });
  });

  it('are withdrawn by the enterprise alone, which sees no other’s', async () => {
    const { id } = await applied(await aVehicle());
    const service = module.get(DecidePassApplicationsService);
    const withdraw = (scope: typeof admin) =>
      service.withdraw(scope, id as PassApplicationId, 'built elsewhere', '"1"');

    await expect(withdraw(managerOf(otherId))).rejects.toMatchObject({
      code: 'PASS_APPLICATION_NOT_FOUND',
    });
    const { application } = await withdraw(managerOf(enterpriseId));
    expect(application).toMatchObject({ state: 'withdrawn', version: 2 });
    const bureau = anAuthority('district_bureau', { district: '西湖' });
    const page = { limit: 200 };
    expect(await module.get(PassApplicationQueries).list(bureau, page)).toEqual([]);
  });

  it('for a vehicle of a haulage firm come from who uses it by an agreement, as long as that holds', async () => {
    const vehicleId = await aVehicle(null);
    const [manager, stranger] = [managerOf(enterpriseId), managerOf(otherId)];
    const applyAs = async (scope: AccessScope) => (await apply([vehicleId], {}, scope))[0]!;
    const notTheirs = { refusal: { code: 'VEHICLE_NOT_FOUND' } };
    expect(await applyAs(manager)).toMatchObject(notTheirs);
    const use = await module.get(AgreeUseService).agree(admin, vehicleId, {
      enterpriseId,
      kind: 'hired',
      validFrom: now,
      validTo: null,
    });

    expect(await applyAs(stranger)).toMatchObject(notTheirs);
    const { id } = (await applyAs(manager)).done!.application;
    await decide(admin, id, 1);
    const { done } = await decide(police, id, 2);

    expect(done!.application).toMatchObject({ state: 'granted', enterpriseId });
    expect(await module.get(PassQueries).get(manager, done!.application.passId!)).toMatchObject({
      vehicleId,
    });
    await module.get(EndUseService).end(manager, vehicleId, use.id, { reason: '合同到期' });
    expect(await applyAs(manager)).toMatchObject(notTheirs);
  });

  it('take the steps that the policy sets, those under way the steps they began with', async () => {
    const [before, after] = [await aVehicle(), await aVehicle()];
    const begun = await applied(before);
    await set('passes.approval_steps', ['district_bureau']);
    const bureau = anAuthority('district_bureau', { district: '余杭' });

    const { id } = await applied(after);
    const { done } = await decide(bureau, id, 1);

    expect(done!.application.state).toBe('granted');
    const pass = await module.get(PassQueries).get(admin, done!.application.passId!);
    expect(pass.issuingBody).toBe('district_bureau');
    expect(begun.steps).toEqual(['concrete_admin', 'police']);
    expect((await decide(bureau, begun.id, 1)).refusal).toMatchObject({ code: 'FORBIDDEN' });
    await set('passes.approval_steps', ['concrete_admin', 'police']);
  });

  it('are refused where no driver has passed both trainings, if the policy asks for some', async () => {
    const vehicleId = await aVehicle();
    await set('passes.trained_drivers_min', 2);

    const [refused] = await apply([vehicleId]);
    expect(refused!.refusal).toMatchObject({
      code: 'PASS_DRIVERS_MISSING',
      details: { trainedDrivers: 1, needed: 2 },
    });
    await set('passes.trained_drivers_min', 0);
    expect((await apply([vehicleId]))[0]!.refusal).toBeNull();
  });

  it('ask for a whole month where passes are monthly', async () => {
    const vehicleId = await aVehicle();
    await set('passes.monthly_only', true);
    const period = { validFrom: now, validTo: addMinutes(now, 1_440) };

    const [refused] = await apply([vehicleId], { period });
    expect(refused!.refusal).toMatchObject({
      code: 'PASS_PERIOD_INVALID',
      details: { fault: 'own_period' },
    });
    expect((await apply([vehicleId]))[0]!.refusal).toBeNull();
    await set('passes.monthly_only', false);
  });

  it('are approved for no period that is over by then, or longer than policy gives by now', async () => {
    const short = { validFrom: now, validTo: addMinutes(now, 10) };
    const late = await applied(await aVehicle(), short);
    const long = await applied(await aVehicle());
    await decide(admin, long.id, 1);
    await set('passes.longest_days', 30);
    expect(await decide(police, long.id, 2)).toMatchObject({
      refusal: { code: 'PASS_PERIOD_INVALID', details: { fault: 'too_long', longestDays: 30 } },
    });
    now = addMinutes(now, 10);
    await set('passes.longest_days', 366);

    expect(await decide(admin, late.id, 1)).toMatchObject({
      refusal: { code: 'PASS_PERIOD_INVALID', details: { fault: 'over' } },
    });
    expect(await decide(admin, late.id, 1, 'refuse')).toMatchObject({
      done: { application: { state: 'refused' } },
    });
  });

  it('renew a pass on its own terms, which counts on meanwhile as long as the policy says', async () => {
    const vehicleId = await aVehicle();
    const period = { validFrom: now, validTo: addMinutes(now, 1_440) };
    const { id, validTo } = await granted(vehicleId, period);
    await set('passes.renewal_tolerated_days', 3);
    const effectAt = async (at: Date) => {
      const vehicle = await module.get(FactsQueries).vehicleFact(SYSTEM_SCOPE, vehicleId);
      const zone = {
        zoneId,
        version: 1,
        name: '建成区',
        kind: 'built_up',
        hours: [],
        binds: ['mixer'],
        plateColors: [],
        plates: null,
        barredEmissionClasses: [],
      } as const;
      return judge(
        {
          vehicle: { ...vehicle, passes: vehicle.passes.map((pass) => ({ ...pass, hours: [] })) },
          driver: null,
          work: null,
          zones: [{ zone, stay: null }],
          timeZone: 'Asia/Shanghai',
          policyVersion: '1',
        },
        { from: at, to: at },
      ).map(({ code, effect }) => `${code} ${effect}`);
    };
    const aDayLater = addMinutes(validTo, 1_440);

    expect((await renew([id], managerOf(otherId)))[0]!.refusal).toMatchObject({
      code: 'PASS_NOT_FOUND',
    });
    const [renewal] = await renew([id]);

    expect(renewal!.done!.application).toMatchObject({ renewsPassId: id, roads: ['文一西路'] });
    expect(await effectAt(aDayLater)).toEqual(['pass_expired notice']);
    expect(await effectAt(addMinutes(validTo, 3 * 1_440))).toEqual(['pass_expired forbids_road']);
    await decide(admin, renewal!.done!.application.id, 1, 'refuse');
    expect(await effectAt(aDayLater)).toEqual(['pass_expired forbids_road']);
  });

  it('renew no pass that was suspended', async () => {
    const { id } = await granted(await aVehicle());
    await module
      .get(DecidePassService)
      .decide(police, id, { state: 'suspended', reason: 'overloaded twice' }, '*');

    const [result] = await renew([id]);

    expect(result!.refusal).toMatchObject({ code: 'PASS_NOT_RENEWABLE' });
  });

  it('are refused to an enterprise that is barred, also when it was barred since it applied', async () => {
    const [asked, issued] = [await aVehicle(), await aVehicle()];
    const { id } = await applied(await aVehicle());
    await bar(true);

    const barred = { code: 'PASS_ENTERPRISE_BARRED' };
    expect((await apply([asked]))[0]!.refusal).toMatchObject(barred);
    expect((await decide(admin, id, 1)).refusal).toMatchObject(barred);
    await expect(issue(police, issued)).rejects.toMatchObject(barred);
    expect(await module.get(PassQueries).ofVehicle(issued)).toEqual([]);

    await bar(false);
    expect((await apply([asked]))[0]!.refusal).toBeNull();
  });

  it('give a pass the grace to leave that the policy has when it is issued', async () => {
    await set('passes.leave_by_grace_min', 30, 'city');

    const { validTo, leaveBy } = await granted(await aVehicle());

    expect(leaveBy).toEqual(addMinutes(validTo, 30));
    await set('passes.leave_by_grace_min', 0, 'city');
  });

  it('ask no more than the authority that issues a pass without one must see', async () => {
    const [sound, silent, hauled] = [
      await aVehicle(),
      await aVehicle(enterpriseId, false),
      await aVehicle(null),
    ];
    await set('passes.trained_drivers_min', 0);

    expect(await issue(police, sound)).toMatchObject({ vehicleId: sound, state: 'valid' });
    await expect(issue(police, silent)).rejects.toMatchObject({
      code: 'PASS_TERMINAL_NOT_CONNECTED',
      details: { vehicleId: silent, heardAt: null, withinHours: 72 },
    });
    await set('passes.trained_drivers_min', 2);
    await expect(issue(admin, sound)).rejects.toMatchObject({
      code: 'PASS_DRIVERS_MISSING',
      details: { trainedDrivers: 1, needed: 2 },
    });
    // Nobody uses it, so that nobody's driver could be trained for it.
    await expect(issue(admin, hauled)).rejects.toMatchObject({
      code: 'PASS_DRIVERS_MISSING',
      details: { trainedDrivers: 0, needed: 1 },
    });
    expect(await module.get(PassQueries).ofVehicle(silent)).toEqual([]);
    await set('passes.trained_drivers_min', 0);
  });

  it('give no other period to who issues a pass without one', async () => {
    const vehicleId = await aVehicle();
    const refusalOf = (validFrom: Date, validTo: Date) =>
      module
        .get(IssuePassService)
        .issue(police, {
          vehicleId,
          zoneIds: [zoneId],
          roads: [],
          hours: [],
          validFrom,
          validTo,
          reason: 'on the spot',
        })
        .then(
          () => null,
          ({ code, details }: DomainError) => [code, details['fault']],
        );
    const years = (count: number) => addMinutes(now, count * 366 * 1_440);

    const refused = 'PASS_PERIOD_INVALID';
    expect(await refusalOf(now, years(34))).toEqual([refused, 'too_long']);
    expect(await refusalOf(years(-7), years(-6))).toEqual([refused, 'over']);
    await set('passes.monthly_only', true);
    expect(await refusalOf(now, addMinutes(now, 1_440))).toEqual([refused, 'own_period']);
    await set('passes.monthly_only', false);
    expect(await module.get(PassQueries).ofVehicle(vehicleId)).toEqual([]);
    expect(await refusalOf(addMinutes(now, -1_440), years(0.5))).toBeNull();
  });

  it('renew no pass of a vehicle whose terminal fell silent, and approve no renewal then', async () => {
    const [first, second] = [await aVehicle(), await aVehicle()];
    const period = { validFrom: now, validTo: addMinutes(now, 7 * 1_440) };
    const passIds = [(await granted(first, period)).id, (await granted(second, period)).id];
    const { id } = (await renew(passIds.slice(0, 1)))[0]!.done!.application;
    now = addMinutes(now, 73 * 60);

    const silent = { refusal: { code: 'PASS_TERMINAL_NOT_CONNECTED' } };
    expect(await renew(passIds.slice(1))).toMatchObject([silent]);
    expect(await decide(admin, id, 1)).toMatchObject(silent);
  });

  it('are not what gives a suspended pass back: it asks no more than a pass in force does', async () => {
    const { id } = await granted(await aVehicle());
    const step = (state: 'suspended' | 'valid') =>
      module.get(DecidePassService).decide(police, id, { state, reason: 'overloaded' }, '*');
    await step('suspended');
    now = addMinutes(now, 73 * 60);

    expect(await step('valid')).toMatchObject({ id, state: 'valid' });
  });

  it('are the only way to a pass where the policy closes the direct one', async () => {
    const vehicleId = await aVehicle();
    await set('passes.direct_issue_by', ['concrete_admin'], 'city');

    await expect(issue(police, vehicleId)).rejects.toMatchObject({
      code: 'PASS_NEEDS_APPLICATION',
    });
    expect(await issue(admin, vehicleId)).toMatchObject({ vehicleId });
  });

  it('are warned of ahead: passes are listed by the state that the clock gives them', async () => {
    const vehicleId = await aVehicle();
    const period = { validFrom: now, validTo: addMinutes(now, 3 * 1_440) };
    const { id } = await granted(vehicleId, period);
    const passes = module.get(PassQueries);
    const idsIn = async (state: 'valid' | 'expiring' | 'expired') =>
      (await passes.list(admin, { limit: 200, vehicleId, state })).map((pass) => pass.id);

    expect(await idsIn('expiring')).toEqual([id]);
    expect(await idsIn('valid')).toEqual([]);
    now = addMinutes(now, 3 * 1_440);
    expect(await idsIn('expired')).toEqual([id]);
  });
});
