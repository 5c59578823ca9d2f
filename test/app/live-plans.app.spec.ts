import type {
  DayPlanNews,
  DayPlanView,
  OpenPlanOfferView,
  PlanOutcomeView,
  ReleasePlanView,
  SiteView,
  WaysOutView,
} from '@tongyun/contracts';
import { ImprovePlanService } from '@tongyun/dispatch';
import { addMinutes, SYSTEM_SCOPE } from '@tongyun/kernel';
import { sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { keepWatching, type Watcher } from '../support/live-client.js';
import { decidePolicies, openRoundTheClock } from '../support/decide-policies.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const PLANS = { topics: ['day_plan' as const], viewport: null };

const newsOf = ({ changes }: Watcher): DayPlanNews[] =>
  changes.flatMap((change) =>
    change.topic === 'day_plan' && change.view.kind !== 'planning' && change.view.kind !== 'behind'
      ? [change.view]
      : [],
  );

const behindFor = ({ changes }: Watcher) =>
  changes.flatMap(({ topic, view }) =>
    topic === 'day_plan' && view.kind === 'behind' ? [view.orderId] : [],
  );

describe('a plan that is watched', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let site: SiteView;
  let plan: DayPlanView;
  /** When the first load would begin if nobody put it off. */
  let earliest: string;
  const watchers: Watcher[] = [];

  const planNow = () =>
    sent<DayPlanView>(
      works.dispatcher.get(
        `day-plans?enterpriseId=${plan.enterpriseId}&operatingOn=${plan.operatingOn}`,
      ),
    );
  const improve = (seed: number) =>
    server.app
      .get(ImprovePlanService, { strict: false })
      .improve(SYSTEM_SCOPE, plan.id, { seed, budget: { steps: 30 } });
  const command = (path: string, body: object = {}) =>
    works.dispatcher.post(`day-plans/${plan.id}/${path}`, body, {
      'if-match': `"${plan.revision}"`,
    });
  const offer = async () =>
    (await sent<OpenPlanOfferView>(works.dispatcher.get(`day-plans/${plan.id}/offer`))).offer;

  const lateBy = (minutes: number) => {
    const [first] = plan.loads;
    const atAt = addMinutes(new Date(earliest), minutes).toISOString();
    return { itemId: first!.id, atAt };
  };
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
    site = await works.addSite({ position: eastOfPlant(8) });
    for (let count = 0; count < 3; count += 1) {
      await works.addRegisteredMixer();
      await works.addDriver();
    }
    await decidePolicies(server, { 'plan.improver_least_points': 5 });
    const order = await works.order(site, { plannedM3: 8 });
    const day = { enterpriseId: works.enterpriseId, operatingOn: order.operatingOn, searchSec: 1 };
    ({ plan } = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', day)));
    earliest = plan.loads[0]!.loadFromAt;
  });
  afterEach(() => {
    for (const watcher of watchers.splice(0)) watcher.close();
  });
  afterAll(() => server?.close());

  it('tells everybody of its enterprise of a change, and nobody of another', async () => {
    const manager = await watchAs('enterprise_manager', 'own');
    const stranger = await watchAs('dispatcher', 'other');
    const item = { itemId: plan.loads[0]!.id, isPinned: true };

    ({ plan } = await sent<PlanOutcomeView>(
      works.dispatcher.post(`day-plans/${plan.id}/pins`, item, {
        'if-match': `"${plan.revision}"`,
      }),
    ));
    await until(() => newsOf(manager).some(({ revision }) => revision === plan.revision));

    expect(newsOf(manager).at(-1)).toMatchObject({
      planId: plan.id,
      enterpriseId: works.enterpriseId,
      operatingOn: plan.operatingOn,
      revision: plan.revision,
      kind: 'pinned',
    });
    expect(newsOf(stranger)).toEqual([]);
  });

  describe('when a better one is found between events', () => {
    /** Somebody puts the first truck off for no reason, and drivers are told so. */
    beforeEach(async () => {
      plan = (await sent<PlanOutcomeView>(command('moves', lateBy(50)))).plan;
      const item = { itemId: plan.loads[0]!.id, isPinned: false };
      plan = (await sent<PlanOutcomeView>(command('pins', item))).plan;
      plan = (await sent<ReleasePlanView>(command('release'))).plan;
    });

    it('offers it with its figures, changes and reasons, and makes it the plan once accepted', async () => {
      const manager = await watchAs('enterprise_manager', 'own');

      const found = await improve(1);
      await until(() => newsOf(manager).some(({ offerId }) => offerId === found?.id));

      const shown = await offer();
      expect(shown).toMatchObject({
        id: found!.id,
        baseRevision: plan.revision,
        difference: { moved: [expect.objectContaining({ loadId: plan.loads[0]!.id })] },
        reasons: { [plan.loads[0]!.id]: { code: 'less_late' } },
      });
      const { before, after } = shown!.difference;
      expect(after.lateMinPerOrder).toBeLessThan(before.lateMinPerOrder);
      expect(after.servedM3).toBe(before.servedM3);

      const accepted = await sent<PlanOutcomeView>(command(`offers/${shown!.id}/accept`));

      expect(accepted.plan).toMatchObject({ revision: plan.revision + 1, unserved: [] });
      expect(accepted.plan.changes[0]).toMatchObject({ kind: 'improved' });
      expect(accepted.plan.figures.lateMinPerOrder).toBe(after.lateMinPerOrder);
      ({ plan } = accepted);
      expect(await offer()).toBeNull();
    });

    it('does not offer again what was declined', async () => {
      const found = await improve(2);

      await sent(command(`offers/${found!.id}/decline`));

      expect(await improve(3)).toBeNull();
      expect(await offer()).toBeNull();
      expect(await command(`offers/${found!.id}/accept`)).toMatchObject({
        status: 409,
        body: { code: 'PLAN_OFFER_OVERTAKEN', details: { state: 'declined' } },
      });
    });

    it('withdraws an offer as soon as the plan changes', async () => {
      const found = await improve(4);
      const item = { itemId: plan.loads[0]!.id, isPinned: true };
      ({ plan } = await sent<PlanOutcomeView>(command('pins', item)));

      expect(await offer()).toBeNull();
      expect(await command(`offers/${found!.id}/accept`)).toMatchObject({
        status: 409,
        body: { code: 'PLAN_OFFER_OVERTAKEN', details: { state: 'withdrawn' } },
      });
    });
  });

  it('is mended after a call about one of its orders, and says so', async () => {
    const before = plan;
    const { orderId } = plan.loads[0]!;
    const call = { call: 'one_more', m3: 6, callerName: '李工' };
    const manager = await watchAs('enterprise_manager', 'own');

    await sent(works.dispatcher.post(`orders/${orderId}/calls`, call));
    await until(() => newsOf(manager).some(({ revision }) => revision > before.revision));

    plan = await planNow();
    expect(plan.changes[0]).toMatchObject({ kind: 'event', note: 'order_grown: 8 → 14 李工' });
    expect(plan.unserved).toEqual([]);
    expect(plan.figures).toMatchObject({ orderedM3: 14, servedM3: 14 });
    expect(plan.loads[0]).toMatchObject({
      id: before.loads[0]!.id,
      vehicleId: before.loads[0]!.vehicleId,
      loadFromAt: before.loads[0]!.loadFromAt,
    });

    await sent(works.dispatcher.post(`orders/${orderId}/calls`, { ...call, call: 'hold' }));
    await until(() => newsOf(manager).some(({ revision }) => revision > plan.revision));

    plan = await planNow();
    expect(plan.changes[0]).toMatchObject({ kind: 'event', note: 'order_held: 李工' });
    expect(plan.figures).toMatchObject({ servedM3: 0, ghostServedM3: 14 });

    await sent(works.dispatcher.post(`orders/${orderId}/calls`, { ...call, call: 'resume' }));
    await until(() => newsOf(manager).some(({ revision }) => revision > plan.revision));

    plan = await planNow();
    expect(plan.changes[0]).toMatchObject({ kind: 'event', note: 'order_resumed: 李工' });
    expect(plan.figures).toMatchObject({ servedM3: 14 });
  });

  it('knows how an order that it leaves out could be served', async () => {
    const { orderId } = plan.loads[0]!;
    for (const { id, kind } of plan.vehicles) {
      if (kind !== 'mixer') continue;
      const event = { kind: 'truck_down', vehicleId: id, until: null, reason: '爆胎' };
      ({ plan } = await sent<PlanOutcomeView>(command('events', event)));
    }
    expect(plan.unserved.map((one) => one.orderId)).toEqual([orderId]);

    const { items } = await sent<WaysOutView>(
      works.dispatcher.get(`day-plans/${plan.id}/orders/${orderId}/ways-out`),
    );

    // Whoever is broken down is not freed by an override, and no delay or plant brings him back.
    expect(items).toEqual([
      expect.objectContaining({ way: { kind: 'hired_trucks', count: expect.any(Number) } }),
    ]);
    expect(items[0]!.points).toBeGreaterThan(0);
    expect(
      await works.dispatcher.get(`day-plans/${plan.id}/orders/${plan.id}/ways-out`),
    ).toMatchObject({ status: 404, body: { code: 'PLAN_ITEM_NOT_FOUND' } });
  });

  it('has a truck bring concrete again once it is said to be mended', async () => {
    const isDown = () => plan.vehicles.filter((one) => one.isBrokenDown).map(({ id }) => id);
    const mixers = plan.vehicles.filter(({ kind }) => kind === 'mixer').map(({ id }) => id);
    expect(isDown()).toEqual(mixers);

    for (const id of mixers) {
      const event = { kind: 'truck_up', vehicleId: id, reason: '轮胎已换' };
      ({ plan } = await sent<PlanOutcomeView>(command('events', event)));
    }

    expect(plan).toMatchObject({ unserved: [] });
    expect(plan.changes[0]).toMatchObject({ kind: 'event', note: 'truck_up: 轮胎已换' });
    expect(isDown()).toEqual([]);
    const again = { kind: 'truck_up', vehicleId: mixers[0]!, reason: '轮胎已换' };
    expect(await command('events', again)).toMatchObject({
      status: 409,
      body: { code: 'NOT_BROKEN_DOWN', details: { id: mixers[0] } },
    });
  });

  it('says live which orders it does not know, and takes them in when it is asked to', async () => {
    const manager = await watchAs('enterprise_manager', 'own');
    const stranger = await watchAs('dispatcher', 'other');

    const came = await works.order(site, { plannedM3: 6 });
    await until(() => behindFor(manager).includes(came.id));

    plan = await planNow();
    expect(plan.behind).toEqual([{ orderId: came.id, kind: 'order_added', from: null, to: null }]);
    expect(behindFor(stranger)).toEqual([]);

    const taken = await sent<PlanOutcomeView>(command('catch-up'));

    expect(taken).toMatchObject({ isDone: true, plan: { behind: [], unserved: [] } });
    ({ plan } = taken);
    expect(plan.changes[0]).toMatchObject({ kind: 'event', note: `order_added: ${site.name}` });
    expect(plan.loads.filter(({ orderId }) => orderId === came.id)).toHaveLength(1);
    expect(await sent<PlanOutcomeView>(command('catch-up'))).toMatchObject({
      isDone: false,
      plan: { revision: plan.revision },
    });
  });
});
