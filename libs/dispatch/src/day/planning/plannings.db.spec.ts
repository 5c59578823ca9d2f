import { addMinutes, addSeconds, type EnterpriseId, newId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { Lease } from '@tongyun/platform';
import type { TestingModule } from '@nestjs/testing';
import { openDayPlans } from '../../../../../test/support/open-day-plans.js';
import { anEmployee } from '../../../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../../../test/support/test-database.js';
import type { PlanOutcome } from '../plan-outcome.js';
import type { PlanningSignals } from './planning-run.js';
import { PlanningClaims } from './planning-claims.js';
import { Plannings } from './plannings.js';

const asked = {
  enterpriseId: newId<EnterpriseId>(),
  operatingOn: '2026-11-24',
  jointOrderId: null,
  searchSec: 40,
  byUser: 'somebody',
  byName: '李',
};
const outcome = { after: { plan: { revision: 7 } } } as PlanOutcome;

/** Work that lasts until it is given up. */
const untilGivenUp = ({ signal }: PlanningSignals): Promise<PlanOutcome> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });

const MORNING = new Date('2026-11-24T08:00:00Z');

describe('the plannings of a process', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let now = MORNING;
  let plannings: Plannings;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openDayPlans(database, { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  /** As another process has them, which would have this one's database. */
  const ofProcess = () =>
    new Plannings(new PlanningClaims(module.get(Lease, { strict: false })), { now: () => now });
  beforeEach(async () => {
    now = MORNING;
    await database.dataSource.query('TRUNCATE lease');
    plannings = ofProcess();
  });

  const find = () => plannings.findOfDay(SYSTEM_SCOPE, asked);

  it('are given up when the process stops, and waited for', async () => {
    const { outcome: waiting } = await plannings.start(asked, untilGivenUp);
    const refused = waiting.catch((error: unknown) => error);

    await plannings.onModuleDestroy();

    expect(await find()).toMatchObject({ state: 'cancelled' });
    expect(await refused).toMatchObject({ code: 'PLANNING_CANCELLED' });
  });

  it('cannot be given up once the plan is being kept', async () => {
    const stored = new AbortController();
    const { id, outcome: waiting } = await plannings.start(asked, async ({ onKeeping }) => {
      onKeeping();
      await new Promise((resolve) => {
        stored.signal.addEventListener('abort', resolve);
      });
      return outcome;
    });

    await expect(plannings.cancel(SYSTEM_SCOPE, id)).rejects.toMatchObject({
      code: 'PLANNING_ENDED',
      details: { state: 'keeping' },
    });
    plannings.abandon(id);
    stored.abort();
    await waiting;

    expect(await find()).toMatchObject({ state: 'done', revision: 7 });
  });

  it('keep nothing that was given up before the search noticed', async () => {
    const { id, outcome: waiting } = await plannings.start(asked, async ({ signal, onKeeping }) => {
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
      onKeeping();
      return outcome;
    });
    const refused = waiting.catch((error: unknown) => error);

    expect(await plannings.cancel(SYSTEM_SCOPE, id)).toMatchObject({ state: 'cancelled' });
    expect(await refused).toMatchObject({ code: 'PLANNING_CANCELLED' });
  });

  it('leave the day to the next when one has failed, and say why it did', async () => {
    const fault = await plannings.start(asked, () => Promise.reject(new Error('no road')));
    await expect(fault.outcome).rejects.toThrow('no road');
    expect(await find()).toMatchObject({ state: 'failed', refusedCode: 'FAULT', revision: null });

    await (
      await plannings.start(asked, () => Promise.resolve(outcome))
    ).outcome;

    expect(await find()).toMatchObject({ state: 'done' });
  });

  it('are forgotten ten minutes after they ended', async () => {
    const other = { ...asked, operatingOn: '2026-11-25' };
    const { id, outcome: waiting } = await plannings.start(asked, () => Promise.resolve(outcome));
    await waiting;

    now = addMinutes(now, 11);
    await (
      await plannings.start(other, () => Promise.resolve(outcome))
    ).outcome;

    expect(await find()).toBeNull();
    await expect(plannings.get(SYSTEM_SCOPE, id)).rejects.toThrow('No planning');
  });

  describe('in another process', () => {
    const elsewhere = { code: 'PLANNING_ELSEWHERE' };

    it('are neither shown, ended nor begun again here, until they are over', async () => {
      const { id, outcome: waiting } = await plannings.start(asked, untilGivenUp);
      const refused = waiting.catch((error: unknown) => error);
      const here = ofProcess();
      const begin = () => here.start(asked, () => Promise.resolve(outcome));

      await expect(here.findOfDay(SYSTEM_SCOPE, asked)).rejects.toMatchObject(elsewhere);
      await expect(here.get(SYSTEM_SCOPE, id)).rejects.toMatchObject(elsewhere);
      await expect(here.cancel(SYSTEM_SCOPE, id)).rejects.toMatchObject(elsewhere);
      await expect(here.takeBest(SYSTEM_SCOPE, id)).rejects.toMatchObject(elsewhere);
      await expect(begin()).rejects.toMatchObject(elsewhere);
      await expect(
        here.cancel(anEmployee(newId<EnterpriseId>(), 'dispatcher'), id),
      ).rejects.toMatchObject({ code: 'PLANNING_NOT_FOUND' });

      await plannings.cancel(SYSTEM_SCOPE, id);
      await refused;
      expect(await here.findOfDay(SYSTEM_SCOPE, asked)).toBeNull();
      expect(await (await begin()).outcome).toBe(outcome);
    });

    it('hold a day no longer than fifteen seconds after that process has died', async () => {
      const dead = new PlanningClaims(module.get(Lease, { strict: false }));
      const giveBack = await dead.hold(asked, newId<string>());
      const begin = () => plannings.start(asked, () => Promise.resolve(outcome));

      await expect(begin()).rejects.toMatchObject(elsewhere);
      now = addSeconds(now, 16);

      expect(await (await begin()).outcome).toBe(outcome);
      await giveBack!();
    });
  });
});
