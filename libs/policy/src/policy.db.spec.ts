import { addMinutes, SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import type { TestingModule } from '@nestjs/testing';
import { emptyOf } from '../../../test/support/given-database.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { PolicyValueRepository } from './data/policy-value.repository.js';
import { PolicyModule } from './policy.module.js';
import { PolicyQueries } from './policy-queries.service.js';
import { type PolicyDecision, SetPolicyService } from './set-policy.service.js';

describe('policies', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let now = new Date('2026-05-04T08:00:00Z');

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [PolicyModule], { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    now = new Date('2026-05-04T08:00:00Z');
    await emptyOf(database.dataSource, 'policy_value, outbox_event');
    module.get(PolicyQueries).forget();
  });

  const offlineAfter = (at: Date, scopes: string[] = []) =>
    module.get(PolicyQueries).valueAt('alerts.offline_after_min', at, scopes);
  const set = (over: Partial<PolicyDecision>) =>
    module.get(SetPolicyService).set(SYSTEM_SCOPE, {
      key: 'alerts.offline_after_min',
      scope: 'city',
      value: 20,
      effectiveFrom: now,
      source: 'Notice 12 of 2026',
      confidence: 'decided',
      reason: 'too many false alarms',
      ...over,
    });

  it('hold as shipped until somebody decides', async () => {
    expect(await offlineAfter(now)).toEqual({ value: 10, version: 'shipped' });
  });

  it('hold as decided from their day on, and as before for the time before', async () => {
    const tomorrow = addMinutes(now, 1_440);
    await set({ effectiveFrom: tomorrow });

    expect(await offlineAfter(now)).toEqual({ value: 10, version: 'shipped' });
    expect(await offlineAfter(tomorrow)).toEqual({ value: 20, version: 'city/1' });
  });

  it('hold that nothing is asked where that was decided, until something is again', async () => {
    const key = 'passes.terminal_heard_within_hours';
    const heardWithin = async () => (await module.get(PolicyQueries).valueAt(key, now)).value;
    expect(await heardWithin()).toBe(72);

    await set({ key, value: null });
    expect(await heardWithin()).toBeNull();
    await set({ key, value: 24 });
    expect(await heardWithin()).toBe(24);
  });

  it('count their decisions by scope and keep each', async () => {
    await set({});
    await set({ value: 30 });
    await set({ value: 5, scope: 'plant:p1' });

    expect(await offlineAfter(now, ['plant:p1'])).toEqual({ value: 5, version: 'plant:p1/1' });
    expect(await offlineAfter(now)).toEqual({ value: 30, version: 'city/2' });
    expect(await module.get(PolicyQueries).list(SYSTEM_SCOPE)).toHaveLength(3);
  });

  it('are seen at once after a decision, and after half a minute when another process decided', async () => {
    await offlineAfter(now);
    await database.dataSource.query(
      `INSERT INTO policy_value VALUES (gen_random_uuid(), 'alerts.offline_after_min', 'city', 1,
        '15', $1, 's', 'decided', $2, $1, 'r')`,
      [now, SYSTEM_SCOPE.userId],
    );

    expect((await offlineAfter(now)).value).toBe(10);
    now = addMinutes(now, 0.5);
    expect((await offlineAfter(now)).value).toBe(15);
  });

  it('can be asked inside a transaction', async () => {
    const read = module
      .get(UnitOfWork)
      .run((tx) => module.get(PolicyQueries).valueAt('fix.max_speed_kph', now, [], tx));

    expect((await read).value).toBe(150);
  });

  it('are seen at once by whoever began to look before the decision and ended after it', async () => {
    const values = new PolicyValueRepository();
    const all = values.all.bind(values);
    values.all = async (manager) => {
      const rows = await all(manager);
      values.all = all;
      await set({});
      queries.forget();
      return rows;
    };
    const queries = new PolicyQueries(module.get(UnitOfWork), values, { now: () => now });

    expect((await queries.valueAt('alerts.offline_after_min', now)).value).toBe(10);
    expect((await queries.valueAt('alerts.offline_after_min', now)).value).toBe(20);
  });

  it('are not taken from a transaction that was rolled back', async () => {
    const queries = module.get(PolicyQueries);
    const work = module.get(UnitOfWork).run(async (tx) => {
      await tx.query(
        `INSERT INTO policy_value VALUES (gen_random_uuid(), 'alerts.offline_after_min', 'city', 1,
          '15', $1, 's', 'decided', $2, $1, 'r')`,
        [now, SYSTEM_SCOPE.userId],
      );
      expect((await queries.valueAt('alerts.offline_after_min', now, [], tx)).value).toBe(15);
      throw new Error('changed its mind');
    });
    await expect(work).rejects.toThrow('changed its mind');

    expect((await offlineAfter(now)).value).toBe(10);
  });

  it('tell the others of a decision', async () => {
    await set({});
    const events = await database.dataSource.query('SELECT name, payload FROM outbox_event');

    expect(events).toEqual([
      {
        name: 'policy.set',
        payload: { key: 'alerts.offline_after_min', scope: 'city', version: 1 },
      },
    ]);
  });

  it.each<{ over: Partial<PolicyDecision>; code: string }>([
    { over: { key: 'no.such' }, code: 'POLICY_KEY_UNKNOWN' },
    { over: { scope: 'planet:earth' }, code: 'POLICY_SCOPE_INVALID' },
    { over: { value: 'soon' }, code: 'POLICY_VALUE_INVALID' },
    { over: { effectiveFrom: new Date('2026-05-04T06:59:00Z') }, code: 'POLICY_IN_THE_PAST' },
  ])('are refused with $code, and nothing is kept', async ({ over, code }) => {
    await expect(set(over)).rejects.toMatchObject({ code });
    expect(await module.get(PolicyQueries).list(SYSTEM_SCOPE)).toEqual([]);
  });
});
