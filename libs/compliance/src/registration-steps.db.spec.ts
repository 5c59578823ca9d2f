import type { RegistrationBody, RegistrationState } from '@tongyun/contracts';
import { CreateEnterpriseService, CreateVehicleService } from '@tongyun/fleet';
import { addMinutes, type AccessScope, type EnterpriseId, type VehicleId } from '@tongyun/kernel';
import { SetPolicyService } from '@tongyun/policy';
import type { TestingModule } from '@nestjs/testing';
import { aMixer } from '../../../test/support/a-mixer.js';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ComplianceModule } from './compliance.module.js';
import { DecideRegistrationService } from './decide-registration.service.js';
import { RegistrationQueries } from './registration-queries.service.js';

const admin = anAuthority('concrete_admin');
const bureau = anAuthority('district_bureau', { district: '余杭' });

describe('the steps of a registration', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let now = new Date('2026-11-23T02:00:00Z');

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [ComplianceModule], { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  afterEach(() => set(['district_bureau', 'concrete_admin']));

  const anEnterprise = async (name: string): Promise<EnterpriseId> => {
    const stated = { name, shortName: name, district: '余杭', mode: 'dispatch' } as const;
    return (await module.get(CreateEnterpriseService).create(admin, stated)).id;
  };
  const aVehicleOf = async (ownerEnterpriseId: EnterpriseId): Promise<VehicleId> =>
    (await module.get(CreateVehicleService).create(admin, aMixer({ ownerEnterpriseId }))).id;

  const set = async (value: RegistrationBody[], scope = 'city') => {
    now = addMinutes(now, 1);
    await module.get(SetPolicyService).set(admin, {
      key: 'registration.approval_steps',
      scope,
      value,
      effectiveFrom: now,
      source: 'a notice of the city',
      confidence: 'decided',
      reason: 'as the city wants it',
    });
  };
  const step = (vehicleId: VehicleId, state: RegistrationState, scope: AccessScope) =>
    module
      .get(DecideRegistrationService)
      .decide(scope, vehicleId, { state, reason: 'as the papers say' }, '*');

  it('are those in force when it was submitted, whatever is decided later', async () => {
    const enterpriseId = await anEnterprise('余杭商砼');
    const manager = anEmployee(enterpriseId, 'enterprise_manager');
    const [before, after] = [await aVehicleOf(enterpriseId), await aVehicleOf(enterpriseId)];
    const begun = await step(before, 'submitted', manager);
    await set(['concrete_admin', 'district_bureau']);

    const { steps } = await step(after, 'submitted', manager);

    expect(begun.steps).toEqual(['district_bureau', 'concrete_admin']);
    expect(steps).toEqual(['concrete_admin', 'district_bureau']);
    await expect(step(after, 'city_reviewed', bureau)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await step(after, 'city_reviewed', admin);
    expect(await step(after, 'registered', bureau)).toMatchObject({
      state: 'registered',
      registrationNo: expect.stringMatching(/^202611A/),
    });
    await expect(step(before, 'registered', bureau)).rejects.toMatchObject({
      code: 'REGISTRATION_STEP_INVALID',
      details: { possible: ['district_reviewed', 'sent_back', 'cancelled'] },
    });
    await step(before, 'district_reviewed', bureau);
    const registered = await step(before, 'registered', admin);
    expect(registered.state).toBe('registered');
    const kept = await module.get(RegistrationQueries).decisionsOn(admin, after);
    expect(kept.map(({ toState, decidedBy }) => [toState, decidedBy])).toEqual([
      ['submitted', manager.userId],
      ['city_reviewed', admin.userId],
      ['registered', bureau.userId],
    ]);
  });

  it('are an enterprise’s own where one is set, and are taken anew once it was sent back', async () => {
    const enterpriseId = await anEnterprise('良渚商砼');
    const manager = anEmployee(enterpriseId, 'enterprise_manager');
    const vehicleId = await aVehicleOf(enterpriseId);
    await set(['concrete_admin'], `enterprise:${enterpriseId}`);

    expect(await step(vehicleId, 'submitted', manager)).toMatchObject({
      steps: ['concrete_admin'],
    });
    await step(vehicleId, 'sent_back', admin);
    await set(['district_bureau'], `enterprise:${enterpriseId}`);

    expect(await step(vehicleId, 'submitted', manager)).toMatchObject({
      steps: ['district_bureau'],
    });
    expect(await step(vehicleId, 'registered', bureau)).toMatchObject({ state: 'registered' });
  });
});
