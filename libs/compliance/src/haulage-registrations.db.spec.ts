import type { CreateVehicleRequest, RegistrationState } from '@tongyun/contracts';
import {
  AgreeUseService,
  CreateEnterpriseService,
  CreateVehicleService,
  EndUseService,
  EnterTerminalService,
} from '@tongyun/fleet';
import {
  type AccessScope,
  addMinutes,
  type EnterpriseId,
  SYSTEM_SCOPE,
  type VehicleId,
} from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { aMixer } from '../../../test/support/a-mixer.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ComplianceModule } from './compliance.module.js';
import { CorrectRegistrationService } from './correct-registration.service.js';
import { DecideRegistrationService } from './decide-registration.service.js';
import { RegistrationQueries } from './registration-queries.service.js';
import { DecideTerminalRegistrationService } from './terminals/decide-terminal-registration.service.js';

const now = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');
const bureauOf = (district: string) => anAuthority('district_bureau', { district });
const [here, there] = [bureauOf('余杭'), bureauOf('西湖')];
const FIRM = '恒达运输';

describe('the registration of a haulage firm’s vehicle', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let user: EnterpriseId;
  let other: EnterpriseId;
  let manager: AccessScope;
  let stranger: AccessScope;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [ComplianceModule], { now: () => now });
    user = await anEnterprise('余杭商砼', '余杭');
    other = await anEnterprise('西湖商砼', '西湖');
    manager = anEmployee(user, 'enterprise_manager');
    stranger = anEmployee(other, 'enterprise_manager');
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  async function anEnterprise(name: string, district: string): Promise<EnterpriseId> {
    const stated = { name, shortName: name, district, mode: 'dispatch' } as const;
    return (await module.get(CreateEnterpriseService).create(admin, stated)).id;
  }
  const aVehicle = async (): Promise<VehicleId> => {
    const request = aMixer({ ownerName: FIRM });
    return (await module.get(CreateVehicleService).create(admin, request)).id;
  };
  const agree = (vehicleId: VehicleId, enterpriseId: EnterpriseId, fromMin = 0, toMin = 60) =>
    module.get(AgreeUseService).agree(admin, vehicleId, {
      enterpriseId,
      kind: 'hired',
      validFrom: addMinutes(now, fromMin),
      validTo: addMinutes(now, toMin),
    });
  const aUsedVehicle = async () => {
    const vehicleId = await aVehicle();
    return { vehicleId, agreementId: (await agree(vehicleId, user)).id };
  };
  const endUse = (vehicleId: VehicleId, id: string) =>
    module.get(EndUseService).end(admin, vehicleId, id, { reason: '工程提前完工' });
  const step = (vehicleId: VehicleId, state: RegistrationState, scope: AccessScope) =>
    module
      .get(DecideRegistrationService)
      .decide(scope, vehicleId, { state, reason: `now ${state}` }, '*');
  const correct = (
    vehicleId: VehicleId,
    scope: AccessScope,
    change: Partial<CreateVehicleRequest>,
  ) =>
    module
      .get(CorrectRegistrationService)
      .correct(
        scope,
        vehicleId,
        { ...aMixer({ ownerName: FIRM, ...change }), reason: 'misread' },
        '*',
      );
  const registrations = () => module.get(RegistrationQueries);
  const idsSeenBy = async (scope: AccessScope) =>
    (await registrations().list(scope, { limit: 200 })).map(({ vehicleId }) => vehicleId);

  it('is handed in by the enterprise that uses it, and reviewed by that one’s district and the city', async () => {
    const { vehicleId } = await aUsedVehicle();

    const submitted = await step(vehicleId, 'submitted', manager);
    await step(vehicleId, 'district_reviewed', here);
    await step(vehicleId, 'registered', admin);

    expect(submitted).toMatchObject({ ownerEnterpriseId: null, holderEnterpriseId: user });
    const kept = await registrations().decisionsOn(manager, vehicleId);
    expect(kept.map(({ toState, decidedBy }) => [toState, decidedBy])).toEqual([
      ['submitted', manager.userId],
      ['district_reviewed', here.userId],
      ['registered', admin.userId],
    ]);
  });

  it('is corrected by the enterprise that uses it, that leaves whose it is as it is', async () => {
    const { vehicleId } = await aUsedVehicle();
    const before = await registrations().get(manager, vehicleId);

    await expect(correct(vehicleId, manager, { ownerName: '我司' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await registrations().get(manager, vehicleId)).toEqual(before);
    expect(await correct(vehicleId, manager, { drumCapacityM3: 9 })).toMatchObject({
      drumCapacityM3: 9,
      ownerName: FIRM,
      ownerEnterpriseId: null,
    });
    const corrected = await correct(vehicleId, admin, { ownerName: '恒通运输' });
    expect(corrected.ownerName).toBe('恒通运输');
  });

  it('is not there for another enterprise, nor for the bureau of another district', async () => {
    const { vehicleId } = await aUsedVehicle();
    const notFound = { code: 'REGISTRATION_NOT_FOUND' };

    await expect(step(vehicleId, 'submitted', stranger)).rejects.toMatchObject(notFound);
    await expect(correct(vehicleId, stranger, {})).rejects.toMatchObject(notFound);
    await step(vehicleId, 'submitted', manager);
    await expect(step(vehicleId, 'district_reviewed', there)).rejects.toMatchObject(notFound);
    expect(await idsSeenBy(here)).toContain(vehicleId);
    expect(await idsSeenBy(there)).not.toContain(vehicleId);
    expect(await idsSeenBy(stranger)).not.toContain(vehicleId);
  });

  it.each([
    { use: 'is over', from: -60, to: 0, code: 'REGISTRATION_NOT_FOUND' },
    { use: 'has not begun', from: 1, to: 60, code: 'FORBIDDEN' },
  ])('is the administration’s alone while a use $use', async ({ from, to, code }) => {
    const vehicleId = await aVehicle();
    await agree(vehicleId, user, from, to);

    await expect(step(vehicleId, 'submitted', manager)).rejects.toMatchObject({ code });
    await expect(correct(vehicleId, manager, {})).rejects.toMatchObject({ code });
    expect(await idsSeenBy(here)).not.toContain(vehicleId);
    await step(vehicleId, 'submitted', admin);
    await step(vehicleId, 'district_reviewed', admin);
    expect(await step(vehicleId, 'registered', admin)).toMatchObject({
      state: 'registered',
      holderEnterpriseId: null,
    });
  });

  it('that is half reviewed when its use ends is finished by the administration', async () => {
    const { vehicleId, agreementId } = await aUsedVehicle();
    await step(vehicleId, 'submitted', manager);
    await endUse(vehicleId, agreementId);

    const notFound = { code: 'REGISTRATION_NOT_FOUND' };
    await expect(step(vehicleId, 'district_reviewed', here)).rejects.toMatchObject(notFound);
    await expect(registrations().get(manager, vehicleId)).rejects.toMatchObject(notFound);
    expect(await registrations().get(admin, vehicleId)).toMatchObject({ state: 'submitted' });
    await step(vehicleId, 'district_reviewed', admin);
    expect(await step(vehicleId, 'registered', admin)).toMatchObject({ state: 'registered' });
  });

  it('that is half reviewed when it passes to another user goes on there from where it was', async () => {
    const { vehicleId, agreementId } = await aUsedVehicle();
    await step(vehicleId, 'submitted', manager);
    await endUse(vehicleId, agreementId);
    await agree(vehicleId, other);

    await expect(step(vehicleId, 'district_reviewed', here)).rejects.toMatchObject({
      code: 'REGISTRATION_NOT_FOUND',
    });
    await step(vehicleId, 'sent_back', there);
    await expect(step(vehicleId, 'submitted', manager)).rejects.toMatchObject({
      code: 'REGISTRATION_NOT_FOUND',
    });
    await step(vehicleId, 'submitted', stranger);
    await step(vehicleId, 'district_reviewed', there);
    expect(await step(vehicleId, 'registered', admin)).toMatchObject({
      state: 'registered',
      holderEnterpriseId: other,
    });
  });

  it('is followed by that of its terminal', async () => {
    const { vehicleId } = await aUsedVehicle();
    const { id } = await module
      .get(EnterTerminalService)
      .enter(SYSTEM_SCOPE, { phone: '13900007001', vehicleId });
    const decide = (state: RegistrationState, scope: AccessScope) =>
      module
        .get(DecideTerminalRegistrationService)
        .decide(scope, id, { state, reason: `now ${state}` }, '*');

    await expect(decide('submitted', stranger)).rejects.toMatchObject({
      code: 'REGISTRATION_NOT_FOUND',
    });
    await decide('submitted', manager);
    await expect(decide('district_reviewed', there)).rejects.toMatchObject({
      code: 'REGISTRATION_NOT_FOUND',
    });
    await decide('district_reviewed', here);
    expect(await decide('registered', admin)).toMatchObject({ state: 'registered' });
  });
});
