import type { LedgerKind } from '@tongyun/contracts';
import { CreateEnterpriseService } from '@tongyun/fleet';
import { type AccessScope, addMinutes, type EnterpriseId, newId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { anAuthority, anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { CreditModule } from './credit.module.js';
import { CreditQueries } from './credit-queries.service.js';
import { LedgerQueries } from './ledger-queries.service.js';
import { RecordLedgerEntryService } from './record-ledger-entry.service.js';
import { WithdrawLedgerEntryService } from './withdraw-ledger-entry.service.js';

const now = new Date('2026-11-23T02:00:00Z');
const WRONG = { reason: '登记到了别的企业名下' };

describe('an entry of a ledger that was made in error', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let admin: AccessScope;
  let bureau: AccessScope;
  let manager: AccessScope;
  let stranger: AccessScope;
  let enterpriseId: EnterpriseId;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [CreditModule], { now: () => now });
    enterpriseId = await found('余杭商砼');
    admin = await holdAccount(anAuthority('concrete_admin'));
    bureau = await holdAccount(anAuthority('district_bureau', { district: '余杭' }));
    manager = await holdAccount(anEmployee(enterpriseId, 'enterprise_manager'));
    stranger = anEmployee(await found('滨江商砼'), 'enterprise_manager');
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const found = async (name: string): Promise<EnterpriseId> => {
    const { id } = await module
      .get(CreateEnterpriseService, { strict: false })
      .create(anAuthority('concrete_admin'), {
        name,
        shortName: name.slice(0, 2),
        district: '余杭',
        mode: 'dispatch',
      });
    return id;
  };
  const holdAccount = async (scope: AccessScope): Promise<AccessScope> => {
    await database.dataSource.query(
      `INSERT INTO app_user (id, display_name, roles, created_at) VALUES ($1, '某人', $2, $3)`,
      [scope.userId, scope.roles, now],
    );
    return scope;
  };
  const record = (scope: AccessScope, kind: LedgerKind = 'spillage') =>
    module.get(RecordLedgerEntryService).record(scope, {
      enterpriseId,
      kind,
      occurredAt: addMinutes(now, -60),
      title: '文一路遗撒',
      content: '',
      personName: null,
      photoUrls: [],
      vehicleId: null,
      siteId: null,
      siteName: null,
      hasFindings: false,
    });
  const withdraw = (scope: AccessScope, { id }: { readonly id: string }) =>
    module.get(WithdrawLedgerEntryService).withdraw(scope, id, WRONG);
  const shown = async (scope: AccessScope, { id }: { readonly id: string }) => {
    const ledger = module.get(LedgerQueries);
    const rows = await ledger.list(scope, { limit: 200 });
    return (await ledger.showAll(scope, rows)).find(({ row }) => row.id === id);
  };
  const evidence = async () => {
    const rows = await module.get(CreditQueries).evidence(admin, enterpriseId, { limit: 200 });
    return rows.map(({ id }) => id);
  };

  it('is no evidence from then on, and stays listed with the reason', async () => {
    const wrong = await record(bureau);
    const right = await record(bureau);
    expect(await evidence()).toEqual(expect.arrayContaining([wrong.id, right.id]));

    await withdraw(bureau, wrong);

    const counting = await evidence();
    expect(counting).toContain(right.id);
    expect(counting).not.toContain(wrong.id);
    expect(await shown(manager, wrong)).toMatchObject({
      row: { title: '文一路遗撒' },
      withdrawal: {
        ...WRONG,
        decidedBy: bureau.userId,
        decidedByRoles: ['district_bureau'],
        decidedAt: now,
      },
    });
    expect(await shown(manager, right)).toMatchObject({ withdrawal: null });
  });

  it('is withdrawn by the office that made it or the administration, by no enterprise for another', async () => {
    const against = await record(bureau);
    const own = await record(manager, 'washing');
    const reported = await record(manager);
    const falsified = await record(bureau, 'false_material');
    const ofAnother = { code: 'LEDGER_WITHDRAWAL_OF_ANOTHER' };

    await expect(withdraw(manager, against)).rejects.toMatchObject(ofAnother);
    await expect(withdraw(bureau, reported)).rejects.toMatchObject(ofAnother);
    await expect(withdraw(manager, reported)).rejects.toMatchObject(ofAnother);
    await expect(withdraw(manager, falsified)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(withdraw(stranger, own)).rejects.toMatchObject({ code: 'LEDGER_ENTRY_NOT_FOUND' });
    expect(await shown(manager, against)).toMatchObject({ mayWithdraw: false, withdrawal: null });
    expect(await shown(manager, own)).toMatchObject({ mayWithdraw: true, withdrawal: null });

    expect(await withdraw(manager, own)).toMatchObject({ mayWithdraw: false, withdrawal: WRONG });
    expect(await withdraw(admin, against)).toMatchObject({ withdrawal: WRONG });
  });

  it('is withdrawn once, however many do it at a time', async () => {
    const wrong = await record(manager);

    const answers = await Promise.allSettled([withdraw(admin, wrong), withdraw(admin, wrong)]);

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(withdraw(admin, wrong)).rejects.toMatchObject({ code: 'LEDGER_ENTRY_WITHDRAWN' });
    await expect(withdraw(admin, { id: newId() })).rejects.toMatchObject({
      code: 'LEDGER_ENTRY_NOT_FOUND',
    });
  });

  it('has a withdrawal that is never rewritten', async () => {
    await withdraw(admin, await record(manager));

    for (const rewriting of [
      `UPDATE ledger_withdrawal SET reason = 'none'`,
      `DELETE FROM ledger_withdrawal`,
      `TRUNCATE ledger_withdrawal`,
    ]) {
      await expect(database.dataSource.query(rewriting)).rejects.toThrow(/only added/);
    }
  });
});
