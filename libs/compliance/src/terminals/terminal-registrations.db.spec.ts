import type { RegistrationState } from '@tongyun/contracts';
import {
  BindTerminalService,
  CreateEnterpriseService,
  CreateVehicleService,
  EnterTerminalService,
} from '@tongyun/fleet';
import {
  type AccessScope,
  type EnterpriseId,
  SYSTEM_SCOPE,
  type TerminalId,
  type VehicleId,
} from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { aMixer } from '../../../../test/support/a-mixer.js';
import { anAuthority, anEmployee } from '../../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { ComplianceModule } from '../compliance.module.js';
import { DecideTerminalRegistrationService } from './decide-terminal-registration.service.js';
import { TerminalRegistrationQueries } from './terminal-registration-queries.service.js';

const now = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');
const bureau = anAuthority('district_bureau', { district: '余杭' });
const page = { limit: 200 };

describe('the registration of a terminal', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let enterpriseId: EnterpriseId;
  let manager: AccessScope;
  let phones = 0;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [ComplianceModule], { now: () => now });
    const stated = {
      name: '余杭商砼',
      shortName: '余砼',
      district: '余杭',
      mode: 'dispatch',
    } as const;
    ({ id: enterpriseId } = await module.get(CreateEnterpriseService).create(admin, stated));
    manager = anEmployee(enterpriseId, 'enterprise_manager');
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const aVehicle = async (): Promise<VehicleId> => {
    const request = aMixer({ ownerEnterpriseId: enterpriseId });
    return (await module.get(CreateVehicleService).create(admin, request)).id;
  };
  const aTerminalOn = async (vehicleId: VehicleId): Promise<TerminalId> => {
    phones += 1;
    const phone = `1390000${String(phones).padStart(4, '0')}`;
    return (await module.get(EnterTerminalService).enter(SYSTEM_SCOPE, { phone, vehicleId })).id;
  };
  const step = (id: TerminalId, state: RegistrationState, scope: AccessScope, ifMatch = '*') =>
    module
      .get(DecideTerminalRegistrationService)
      .decide(scope, id, { state, reason: `now ${state}` }, ifMatch);
  const queries = () => module.get(TerminalRegistrationQueries);
  const idsSeenBy = async (scope: AccessScope, state?: RegistrationState) =>
    (await queries().list(scope, { ...page, ...(state && { state }) })).map(
      ({ terminalId }) => terminalId,
    );

  it('goes through district and city like a vehicle’s, every step on record', async () => {
    const id = await aTerminalOn(await aVehicle());

    await step(id, 'submitted', manager);
    await step(id, 'sent_back', bureau);
    await step(id, 'submitted', manager);
    await step(id, 'district_reviewed', bureau);
    const { registrationNo } = await step(id, 'registered', admin);
    await step(id, 'suspended', bureau);
    const restored = await step(id, 'registered', admin);

    expect(registrationNo).toMatch(/^ZD2026111390000\d{4}001$/);
    expect(restored).toMatchObject({ state: 'registered', registrationNo });
    const kept = await queries().decisionsOn(manager, id);
    expect(kept.map(({ toState, reason, decidedBy }) => [toState, reason, decidedBy])).toEqual([
      ['submitted', 'now submitted', manager.userId],
      ['sent_back', 'now sent_back', bureau.userId],
      ['submitted', 'now submitted', manager.userId],
      ['district_reviewed', 'now district_reviewed', bureau.userId],
      ['registered', 'now registered', admin.userId],
      ['suspended', 'now suspended', bureau.userId],
      ['registered', 'now registered', admin.userId],
    ]);
  });

  it('is taken in order, by whose turn it is, on what he has seen', async () => {
    const id = await aTerminalOn(await aVehicle());
    const { version } = await step(id, 'submitted', manager);

    await expect(step(id, 'registered', admin)).rejects.toMatchObject({
      code: 'REGISTRATION_STEP_INVALID',
    });
    await expect(step(id, 'district_reviewed', manager)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(step(id, 'district_reviewed', bureau, `"${version - 1}"`)).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect((await queries().get(admin, id)).state).toBe('submitted');
  });

  it('is seen by whoever sees the vehicle that it stands for', async () => {
    const id = await aTerminalOn(await aVehicle());
    const stranger = anEmployee('0b9c2c0e-58a7-4f3c-9a55-6a1f0e0c7d11' as EnterpriseId);
    const elsewhere = anAuthority('district_bureau', { district: '西湖' });

    for (const scope of [manager, bureau, admin]) expect(await idsSeenBy(scope)).toContain(id);
    for (const scope of [stranger, elsewhere]) {
      expect(await idsSeenBy(scope)).not.toContain(id);
      await expect(step(id, 'submitted', scope)).rejects.toMatchObject({
        code: 'REGISTRATION_NOT_FOUND',
      });
    }
  });

  it('is for a terminal on an entered vehicle, and stays with one that was taken off', async () => {
    const vehicleId = await aVehicle();
    const [old, strange] = [await aTerminalOn(vehicleId), await aTerminalOn(await aVehicle())];
    await step(old, 'submitted', manager);
    await database.dataSource.query(
      `UPDATE terminal SET vehicle_id = NULL, state = 'provisional' WHERE id = $1`,
      [strange],
    );
    const next = await aTerminalOn(await aVehicle());
    await module.get(BindTerminalService).bind(SYSTEM_SCOPE, next, vehicleId);

    expect(await idsSeenBy(admin)).not.toContain(strange);
    expect(await idsSeenBy(manager)).not.toContain(old);
    expect(await queries().get(admin, old)).toMatchObject({ vehicleId: null, state: 'submitted' });
    await step(old, 'sent_back', admin);
    await expect(step(old, 'submitted', admin)).rejects.toMatchObject({
      code: 'TERMINAL_ON_NO_VEHICLE',
    });
    expect(await idsSeenBy(admin, 'sent_back')).toContain(old);
  });
});
