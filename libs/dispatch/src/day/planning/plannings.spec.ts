import { type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import type { PlanOutcome } from '../plan-outcome.js';
import type { PlanningSignals } from './planning-run.js';
import { Plannings } from './plannings.js';

const MINUTE_MS = 60_000;
const asked = {
  enterpriseId: 'ours' as EnterpriseId,
  operatingOn: '2026-11-24',
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

describe('the plannings of a process', () => {
  let nowMs: number;
  let plannings: Plannings;

  beforeEach(() => {
    nowMs = Date.parse('2026-11-24T08:00:00Z');
    plannings = new Plannings({ now: () => new Date(nowMs) });
  });

  const find = () => plannings.findOfDay(SYSTEM_SCOPE, asked);

  it('are given up when the process stops, and waited for', async () => {
    const { outcome: waiting } = plannings.start(asked, untilGivenUp);
    const refused = waiting.catch((error: unknown) => error);

    await plannings.onModuleDestroy();

    expect(find()).toMatchObject({ state: 'cancelled' });
    expect(await refused).toMatchObject({ code: 'PLANNING_CANCELLED' });
  });

  it('cannot be given up once the plan is being kept', async () => {
    const stored = new AbortController();
    const { id, outcome: waiting } = plannings.start(asked, async ({ onKeeping }) => {
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

    expect(find()).toMatchObject({ state: 'done', revision: 7 });
  });

  it('keep nothing that was given up before the search noticed', async () => {
    const { id, outcome: waiting } = plannings.start(asked, async ({ onKeeping }) => {
      await Promise.resolve();
      onKeeping();
      return outcome;
    });
    const refused = waiting.catch((error: unknown) => error);

    expect(await plannings.cancel(SYSTEM_SCOPE, id)).toMatchObject({ state: 'cancelled' });
    expect(await refused).toMatchObject({ code: 'PLANNING_CANCELLED' });
  });

  it('leave the day to the next when one has failed, and say why it did', async () => {
    const fault = plannings.start(asked, () => Promise.reject(new Error('no road')));
    await expect(fault.outcome).rejects.toThrow('no road');
    expect(find()).toMatchObject({ state: 'failed', refusedCode: 'FAULT', revision: null });

    await plannings.start(asked, () => Promise.resolve(outcome)).outcome;

    expect(find()).toMatchObject({ state: 'done' });
  });

  it('are forgotten ten minutes after they ended', async () => {
    const other = { ...asked, operatingOn: '2026-11-25' };
    const { id, outcome: waiting } = plannings.start(asked, () => Promise.resolve(outcome));
    await waiting;

    nowMs += 11 * MINUTE_MS;
    await plannings.start(other, () => Promise.resolve(outcome)).outcome;

    expect(find()).toBeNull();
    expect(() => plannings.get(SYSTEM_SCOPE, id)).toThrow('No planning');
  });
});
