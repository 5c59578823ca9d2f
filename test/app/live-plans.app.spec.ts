import type { DayPlanNews, DayPlanView, PlanOutcomeView } from '@tongyun/contracts';
import { sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { keepWatching, type Watcher } from '../support/live-client.js';
import { openRoundTheClock } from '../support/round-the-clock.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const PLANS = { topics: ['day_plan' as const], viewport: null };

const newsOf = ({ changes }: Watcher): DayPlanNews[] =>
  changes.flatMap((change) => (change.topic === 'day_plan' ? [change.view] : []));

describe('a plan that is watched', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let plan: DayPlanView;
  const watchers: Watcher[] = [];

  const watchAs = async (role: 'dispatcher' | 'enterprise_manager', side: 'own' | 'other') => {
    const { token } = server.as(role, side);
    const watcher = await keepWatching(server.url, 'dispatcher', token, PLANS);
    watchers.push(watcher);
    return watcher;
  };

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    await openRoundTheClock(server);
    const line = { name: '1号线', rateM3PerHour: 120 };
    await sent(server.as('concrete_admin').post(`plants/${works.plantId}/lines`, line));
    const site = await works.addSite({ position: eastOfPlant(8) });
    for (let count = 0; count < 3; count += 1) {
      await works.addRegisteredMixer();
      await works.addDriver();
    }
    const order = await works.order(site, { plannedM3: 24 });
    const day = { enterpriseId: works.enterpriseId, operatingOn: order.operatingOn, searchSec: 1 };
    ({ plan } = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', day)));
  });
  afterEach(() => {
    for (const watcher of watchers.splice(0)) watcher.close();
  });
  afterAll(() => server?.close());

  it('tells everybody of its enterprise of a change, and nobody of another', async () => {
    const manager = await watchAs('enterprise_manager', 'own');
    const stranger = await watchAs('dispatcher', 'other');
    const item = { itemId: plan.loads[0]!.id, isPinned: true };

    const pinned = await sent<PlanOutcomeView>(
      works.dispatcher.post(`day-plans/${plan.id}/pins`, item, {
        'if-match': `"${plan.revision}"`,
      }),
    );
    await until(() => newsOf(manager).some(({ revision }) => revision > plan.revision));

    expect(newsOf(manager).at(-1)).toMatchObject({
      planId: plan.id,
      enterpriseId: works.enterpriseId,
      operatingOn: plan.operatingOn,
      revision: pinned.plan.revision,
      kind: 'pinned',
    });
    expect(newsOf(stranger)).toEqual([]);
  });
});
