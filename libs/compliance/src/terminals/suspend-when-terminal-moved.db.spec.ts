import type { RegistrationState } from '@tongyun/contracts';
import {
  BindTerminalService,
  BlockTerminalService,
  CreateEnterpriseService,
  CreateVehicleService,
  EnterTerminalService,
} from '@tongyun/fleet';
import {
  addMinutes,
  type EnterpriseId,
  SYSTEM_SCOPE,
  type TerminalId,
  type VehicleId,
} from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { aMixer } from '../../../../test/support/a-mixer.js';
import { anAuthority } from '../../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { until } from '../../../../test/support/until.js';
import { ComplianceModule } from '../compliance.module.js';
import { DecideTerminalRegistrationService } from './decide-terminal-registration.service.js';
import { TerminalRegistrationQueries } from './terminal-registration-queries.service.js';

const admin = anAuthority('concrete_admin');
const REGISTERED = ['submitted', 'district_reviewed', 'registered'] as const;

describe('the registration of a terminal that is put on another vehicle', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let own: EnterpriseId;
  let other: EnterpriseId;
  let now = new Date('2026-11-23T02:00:00Z');
  let phones = 0;

  beforeAll(async () => {
    database = await openTestDatabase();
    const clock = { now: () => now };
    module = await openTestModule(database, [ComplianceModule], clock, { relaysEvents: true });
    own = await anEnterprise('余杭商砼');
    other = await anEnterprise('西湖商砼');
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(() => {
    now = addMinutes(now, 1);
  });

  async function anEnterprise(name: string): Promise<EnterpriseId> {
    const stated = { name, shortName: name, district: '余杭', mode: 'dispatch' } as const;
    return (await module.get(CreateEnterpriseService).create(admin, stated)).id;
  }
  const aVehicleOf = async (ownerEnterpriseId: EnterpriseId): Promise<VehicleId> =>
    (await module.get(CreateVehicleService).create(admin, aMixer({ ownerEnterpriseId }))).id;
  const aTerminal = async (steps: readonly RegistrationState[]): Promise<TerminalId> => {
    phones += 1;
    const stated = {
      phone: `1390000${String(phones).padStart(4, '0')}`,
      vehicleId: await aVehicleOf(own),
    };
    const { id } = await module.get(EnterTerminalService).enter(SYSTEM_SCOPE, stated);
    for (const state of steps) await step(id, state);
    return id;
  };
  const step = (id: TerminalId, state: RegistrationState) =>
    module
      .get(DecideTerminalRegistrationService)
      .decide(admin, id, { state, reason: `now ${state}` }, '*');
  const moveTo = async (id: TerminalId, enterpriseId: EnterpriseId) => {
    now = addMinutes(now, 1);
    await module.get(BindTerminalService).bind(admin, id, await aVehicleOf(enterpriseId));
    await settled();
  };
  const settled = () =>
    until(async () => {
      const rows: unknown[] = await database.dataSource.query(
        `SELECT 1 FROM outbox_event WHERE delivered_at IS NULL LIMIT 1`,
      );
      return rows.length === 0;
    });
  const stateOf = async (id: TerminalId) =>
    (await module.get(TerminalRegistrationQueries).get(admin, id)).state;

  it('counts no more once that one is another enterprise’s, and the record says why', async () => {
    const id = await aTerminal(REGISTERED);

    await moveTo(id, other);

    expect(await stateOf(id)).toBe('suspended');
    const kept = await module.get(TerminalRegistrationQueries).decisionsOn(admin, id);
    expect(kept.at(-1)).toMatchObject({
      fromState: 'registered',
      toState: 'suspended',
      decidedBy: SYSTEM_SCOPE.userId,
      reason: expect.stringContaining('其他企业'),
    });
  });

  it('is sent back while it is under review', async () => {
    const id = await aTerminal(['submitted', 'district_reviewed']);

    await moveTo(id, other);

    expect(await stateOf(id)).toBe('sent_back');
  });

  it('stays as it is within the enterprise, and once it was looked at again where it is', async () => {
    const id = await aTerminal(REGISTERED);
    await moveTo(id, own);
    expect(await stateOf(id)).toBe('registered');

    await moveTo(id, other);
    await step(id, 'registered');
    for (const isBlocked of [true, false]) {
      now = addMinutes(now, 1);
      const blocking = { isBlocked, reason: 'stolen, and found' };
      await module.get(BlockTerminalService).setBlocked(admin, id, blocking);
    }
    await settled();

    expect(await stateOf(id)).toBe('registered');
  });
});
