import { addMinutes, newId, type EnterpriseId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { ChangeEnterpriseModeService } from './change-enterprise-mode.service.js';
import { CreateEnterpriseService } from './create-enterprise.service.js';
import { EnterpriseModeQueries } from './enterprise-mode-queries.service.js';
import { EnterpriseQueries } from './enterprise-queries.service.js';
import { FleetModule } from './fleet.module.js';

const start = new Date('2026-11-23T02:00:00Z');
const admin = anAuthority('concrete_admin');

describe('the mode of an enterprise', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let now = start;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [FleetModule], { now: () => now });
  });
  beforeEach(() => {
    now = start;
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const anEnterprise = () =>
    module.get(CreateEnterpriseService).create(admin, {
      name: `商砼 ${newId()}`,
      shortName: '商砼',
      district: '余杭',
      mode: 'dispatch',
    });
  const change = (
    id: EnterpriseId,
    mode: 'dispatch' | 'declared' | 'tracked',
    ifMatch?: string,
    scope = admin,
  ) =>
    module
      .get(ChangeEnterpriseModeService)
      .change(scope, id, { mode, reason: '企业自有调度系统' }, ifMatch);
  const decisionsOn = (id: EnterpriseId, scope = admin) =>
    module.get(EnterpriseModeQueries).decisionsOn(scope, id);

  it('is changed from now on, and every change is kept with who and why', async () => {
    const { id } = await anEnterprise();

    expect(await change(id, 'declared', '"1"')).toMatchObject({ mode: 'declared', version: 2 });
    now = addMinutes(start, 60);
    await change(id, 'tracked', '"2"');

    expect(await module.get(EnterpriseQueries).get(admin, id)).toMatchObject({ mode: 'tracked' });
    expect(await decisionsOn(id)).toMatchObject([
      { fromMode: 'declared', toMode: 'tracked', decidedAt: now },
      {
        fromMode: 'dispatch',
        toMode: 'declared',
        reason: '企业自有调度系统',
        decidedBy: admin.userId,
        decidedAt: start,
      },
    ]);
  });

  it('is known as it was at an instant', async () => {
    const { id } = await anEnterprise();
    await change(id, 'declared', '"1"');
    now = addMinutes(start, 60);
    const enterprise = await change(id, 'tracked', '"2"');
    const modeAt = (min: number) =>
      module
        .get(EnterpriseModeQueries)
        .modeAt(database.dataSource.manager, enterprise, addMinutes(start, min));

    expect(await modeAt(-1)).toBe('dispatch');
    expect(await modeAt(0)).toBe('declared');
    expect(await modeAt(59)).toBe('declared');
    expect(await modeAt(60)).toBe('tracked');
  });

  it.each([
    {
      mode: 'dispatch',
      ifMatch: '"1"',
      code: 'ENTERPRISE_MODE_UNCHANGED',
      why: 'it is so already',
    },
    { mode: 'declared', ifMatch: '"7"', code: 'VERSION_CONFLICT', why: 'somebody was faster' },
    { mode: 'declared', ifMatch: undefined, code: 'IF_MATCH_REQUIRED', why: 'none looked' },
  ] as const)('is not changed when $why', async ({ mode, ifMatch, code }) => {
    const { id } = await anEnterprise();

    await expect(change(id, mode, ifMatch)).rejects.toMatchObject({ code });
    expect(await decisionsOn(id)).toEqual([]);
  });

  it('is nothing that others see or change', async () => {
    const [{ id }, other] = [await anEnterprise(), await anEnterprise()];
    const stranger = anEmployee(other.id, 'enterprise_manager');

    await expect(change(id, 'tracked', '"1"', stranger)).rejects.toMatchObject({
      code: 'ENTERPRISE_NOT_FOUND',
    });
    await expect(decisionsOn(id, stranger)).rejects.toMatchObject({ code: 'ENTERPRISE_NOT_FOUND' });
  });

  it('has a history that nobody can rewrite', async () => {
    const { id } = await anEnterprise();
    await change(id, 'declared', '"1"');

    await expect(
      database.dataSource.query(
        `UPDATE enterprise_mode_decision SET to_mode = 'tracked' WHERE enterprise_id = $1`,
        [id],
      ),
    ).rejects.toThrow('only added');
  });
});
