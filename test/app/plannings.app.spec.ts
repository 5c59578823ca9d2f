import { randomUUID } from 'node:crypto';
import type {
  DayPlanView,
  PlanningNews,
  PlanningOfDayView,
  PlanningView,
  PlanOutcomeView,
} from '@tongyun/contracts';
import { SOLVER_SETTINGS } from '@tongyun/dispatch';
import { type ApiAnswer, sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { openRoundTheClock } from '../support/decide-policies.js';
import { EnteredWorks } from '../support/entered-works.js';
import { keepWatching, type Watcher } from '../support/live-client.js';
import { bundledThreads } from '../support/solver-thread.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const PLANS = { topics: ['day_plan' as const], viewport: null };
/** Longer than a spec may take: such a search ends only when somebody ends it. */
const LONG_SEC = 60;

const newsOf = ({ changes }: Watcher): PlanningNews[] =>
  changes.flatMap((change) =>
    change.topic === 'day_plan' && change.view.kind === 'planning' ? [change.view] : [],
  );

describe('a day that is being planned', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let operatingOn: string;
  let revision: number | null = null;
  let isClosed = false;

  const asked = (searchSec = LONG_SEC) => ({
    enterpriseId: works.enterpriseId,
    operatingOn,
    searchSec,
  });
  const seen = (): Record<string, string> =>
    revision === null ? {} : { 'if-match': `"${revision}"` };
  const start = (searchSec = LONG_SEC): Promise<ApiAnswer> =>
    works.dispatcher.post('day-plans/plannings', asked(searchSec), seen());
  const started = async (): Promise<PlanningView> => sent<PlanningView>(start());
  const look = (id: string) =>
    sent<PlanningView>(works.dispatcher.get(`day-plans/plannings/${id}`));
  const end = (id: string, how: 'take-best' | 'cancel'): Promise<ApiAnswer> =>
    works.dispatcher.post(`day-plans/plannings/${id}/${how}`, {});
  const ofDay = async () => {
    const day = `enterpriseId=${works.enterpriseId}&operatingOn=${operatingOn}`;
    const answer = works.dispatcher.get(`day-plans/plannings?${day}`);
    return (await sent<PlanningOfDayView>(answer)).planning;
  };
  const plan = (): Promise<ApiAnswer> =>
    works.dispatcher.get(`day-plans?enterpriseId=${works.enterpriseId}&operatingOn=${operatingOn}`);

  beforeAll(async () => {
    server = await startTestServer();
    const settings = server.app.get<object>(SOLVER_SETTINGS, { strict: false });
    Object.assign(settings, { threads: 1, ...(await bundledThreads()) });
    works = await EnteredWorks.enter(server);
    await openRoundTheClock(server);
    const line = { name: '1号线', rateM3PerHour: 120 };
    await sent(server.as('concrete_admin').post(`plants/${works.plantId}/lines`, line));
    const site = await works.addSite({ position: eastOfPlant(8) });
    for (let count = 0; count < 2; count += 1) {
      await works.addRegisteredMixer();
      await works.addDriver();
    }
    ({ operatingOn } = await works.order(site, { plannedM3: 8 }));
  });
  afterAll(() => (isClosed ? undefined : server?.close()));

  it('is shown with what its best plan so far comes to, live and when asked', async () => {
    const { token } = server.as('enterprise_manager', 'own');
    const watcher = await keepWatching(server.url, 'dispatcher', token, PLANS);
    const stranger = await keepWatching(
      server.url,
      'dispatcher',
      server.as('dispatcher', 'other').token,
      PLANS,
    );

    const begun = await started();
    await until(async () => ((await look(begun.id)).progress?.steps ?? 0) > 0);

    expect(await ofDay()).toMatchObject({
      id: begun.id,
      state: 'searching',
      searchSec: LONG_SEC,
      progress: { wantedM3: 8, servedM3: 8, unservedPoints: 0 },
    });
    const { progress } = await look(begun.id);
    expect(progress!.share).toBeLessThan(1);
    expect(progress!.points).toBeGreaterThan(0);
    await until(() => newsOf(watcher).some((news) => (news.progress?.steps ?? 0) > 0));
    expect(newsOf(watcher).at(-1)).toMatchObject({ id: begun.id, byName: 'own dispatcher' });
    expect(newsOf(stranger)).toEqual([]);

    await sent(end(begun.id, 'cancel'));
    await until(() => newsOf(watcher).at(-1)?.state === 'cancelled');
    watcher.close();
    stranger.close();
  });

  it('is no plan when it is cancelled', async () => {
    const begun = await started();

    const cancelled = await sent<PlanningView>(end(begun.id, 'cancel'));

    expect(cancelled).toMatchObject({
      state: 'cancelled',
      revision: null,
      refusedCode: 'PLANNING_CANCELLED',
    });
    expect(await plan()).toMatchObject({ status: 404, body: { code: 'DAY_PLAN_NOT_FOUND' } });
    expect(await end(begun.id, 'take-best')).toMatchObject({
      status: 409,
      body: { code: 'PLANNING_ENDED', details: { state: 'cancelled' } },
    });
  });

  it('is planned by one at a time', async () => {
    const begun = await started();

    expect(await start()).toMatchObject({
      status: 409,
      body: { code: 'PLANNING_UNDER_WAY', details: { planningId: begun.id } },
    });
    expect(await works.dispatcher.post('day-plans', asked(1), seen())).toMatchObject({
      status: 409,
      body: { code: 'PLANNING_UNDER_WAY' },
    });
    await sent(end(begun.id, 'cancel'));
  });

  it('becomes the best plan so far as soon as that is wanted', async () => {
    const begun = await started();
    await until(async () => (await look(begun.id)).progress !== null);

    const taken = await sent<PlanningView>(end(begun.id, 'take-best'));

    expect(taken).toMatchObject({ state: 'done', revision: 1, progress: { share: 1 } });
    const kept = await sent<DayPlanView>(plan());
    expect(kept).toMatchObject({ revision: 1, figures: { servedM3: taken.progress!.servedM3 } });
    ({ revision } = kept);
  });

  it('is given up when who waits for it goes away', async () => {
    const leaving = new AbortController();
    const waiting = fetch(`${server.url}/api/v1/day-plans`, {
      method: 'POST',
      signal: leaving.signal,
      headers: {
        authorization: `Bearer ${works.dispatcher.token}`,
        'content-type': 'application/json',
        ...seen(),
      },
      body: JSON.stringify(asked()),
    });
    await until(async () => (await ofDay())?.state === 'searching');

    leaving.abort();
    await expect(waiting).rejects.toThrow('aborted');
    await until(async () => (await ofDay())?.state === 'cancelled');

    expect(await sent(plan())).toMatchObject({ revision });
  });

  it('answers who waited that it was cancelled by another', async () => {
    const waiting = works.dispatcher.post('day-plans', asked(), seen());
    await until(async () => (await ofDay())?.state === 'searching');

    await sent(end((await ofDay())!.id, 'cancel'));

    expect(await waiting).toMatchObject({ status: 409, body: { code: 'PLANNING_CANCELLED' } });
  });

  it('answers who waited with the best that another took', async () => {
    const waiting = works.dispatcher.post('day-plans', asked(), seen());
    await until(async () => (await ofDay())?.state === 'searching');

    await sent(end((await ofDay())!.id, 'take-best'));

    const outcome = await sent<PlanOutcomeView>(waiting);
    expect(outcome).toMatchObject({ isDone: true, plan: { revision: revision! + 1 } });
    ({ revision } = outcome.plan);
  });

  it('is not to be seen or ended by another enterprise', async () => {
    const begun = await started();
    const other = server.as('dispatcher', 'other');
    const notFound = { status: 404, body: { code: 'PLANNING_NOT_FOUND' } };

    expect(await other.get(`day-plans/plannings/${begun.id}`)).toMatchObject(notFound);
    expect(await other.post(`day-plans/plannings/${begun.id}/cancel`, {})).toMatchObject(notFound);
    expect(await end(randomUUID(), 'cancel')).toMatchObject(notFound);
    await sent(end(begun.id, 'cancel'));
  });

  it('holds up no process that stops', async () => {
    await started();

    await server.close();
    isClosed = true;

    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
  });
});
