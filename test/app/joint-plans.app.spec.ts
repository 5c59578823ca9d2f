import type {
  CapacityView,
  DayPlanView,
  JointPourOutcomeView,
  JointShareView,
  JointSupplyView,
  LoanRequestView,
  OrderDetailView,
  PlannedLoadView,
  PlanningView,
  PlanOutcomeView,
  ReleasePlanView,
} from '@tongyun/contracts';
import { SOLVER_SETTINGS } from '@tongyun/dispatch';
import { addMinutes } from '@tongyun/kernel';
import { sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { keepWatching } from '../support/live-client.js';
import { bundledThreads } from '../support/solver-thread.js';
import { until } from '../support/until.js';
import { startTestServer, type Side, type TestServer } from '../support/test-server.js';

const MIN_PER_DAY = 1_440;
/** Longer than a spec may take: such a search ends only when somebody ends it. */
const LONG_SEC = 60;
const SHANGHAI_AHEAD_MIN = 480;
/** The calendar day after today in Shanghai, and an hour of it. */
const tomorrow = addMinutes(new Date(), MIN_PER_DAY + SHANGHAI_AHEAD_MIN)
  .toISOString()
  .slice(0, 10);
const at = (clock: string): Date => new Date(`${tomorrow}T${clock}:00+08:00`);
const MS_PER_MIN = 60_000;

const loadsOf = ({ loads }: DayPlanView, orderId: string): PlannedLoadView[] =>
  loads
    .filter((load) => load.orderId === orderId)
    .toSorted((one, other) => one.dischargeFromAt.localeCompare(other.dischargeFromAt));
const m3Of = (loads: readonly PlannedLoadView[]): number =>
  loads.reduce((sum, { m3 }) => sum + m3, 0);

/** The longest pause in concrete, as shipped. */
const GAP_MAX_MIN = 45;
/** All discharges at a site with one place in order of time, with the pause before each. */
const inTurn = (loads: readonly PlannedLoadView[]) =>
  loads
    .toSorted((one, other) => one.dischargeFromAt.localeCompare(other.dischargeFromAt))
    .map(({ dischargeFromAt }, nth, all) => ({
      pauseMin:
        nth === 0
          ? 0
          : (Date.parse(dischargeFromAt) - Date.parse(all[nth - 1]!.dischargeToAt)) / MS_PER_MIN,
    }));

/** Pauses in which two trucks would stand at one place, or the concrete below would set; minutes. */
const wrongPauses = (pour: readonly PlannedLoadView[]): number[] =>
  inTurn(pour)
    .map(({ pauseMin }) => pauseMin)
    .filter((min) => min < 0 || min > GAP_MAX_MIN);
/** A plan is mended in a thread of its own, beside all that the machine does otherwise. */
const PLANNED_WITHIN_MS = 50_000;
const planJointly = (works: EnteredWorks, { id, revision }: DayPlanView, orderId: string) =>
  sent<JointPourOutcomeView>(
    works.dispatcher.post(
      `day-plans/${id}/joint-pours`,
      { orderId, searchSec: 1 },
      { 'if-match': `"${revision}"` },
    ),
  );

const putState = (works: EnteredWorks, id: string, state: string) =>
  sent(
    works.dispatcher.post(
      `orders/${id}/state`,
      { state, reason: 'the site called' },
      { 'if-match': '*' },
    ),
  );
const planOf = (works: EnteredWorks) =>
  sent<DayPlanView>(
    works.dispatcher.get(`day-plans?enterpriseId=${works.enterpriseId}&operatingOn=${tomorrow}`),
  );

const planDay = async (works: EnteredWorks, seen?: DayPlanView): Promise<DayPlanView> => {
  const body = { enterpriseId: works.enterpriseId, operatingOn: tomorrow, searchSec: 1 };
  const look = seen ? { 'if-match': `"${seen.revision}"` } : {};
  return (await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', body, look))).plan;
};

describe('plans of a day that orders wait in, or share', () => {
  let server: TestServer;
  let lead: EnteredWorks;
  let partner: EnteredWorks;

  const enter = async (side: Side): Promise<EnteredWorks> => {
    const works = await EnteredWorks.enter(server, { side });
    const line = { name: '1', rateM3PerHour: 120 };
    await sent(server.as('concrete_admin').post(`plants/${works.plantId}/lines`, line));
    for (let count = 0; count < 3; count += 1) {
      await works.addRegisteredMixer();
      await works.addDriver();
    }
    return works;
  };
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeAll(async () => {
    lead = await enter('own');
  });
  beforeAll(async () => {
    partner = await enter('other');
  });
  afterAll(() => server?.close());

  /** Asked of the table: a plan's page is dear, and looking again and again would hold up the planning. */
  const isRevisedSince = async ({ id, revision }: DayPlanView): Promise<boolean> => {
    const asked = 'SELECT 1 FROM day_plan WHERE id = $1 AND revision > $2';
    const rows: unknown[] = await server.database.dataSource.query(asked, [id, revision]);
    return rows.length > 0;
  };

  /** The partner brings so much of it. */
  const agreeOn = async ({ id }: OrderDetailView, quotaM3: number): Promise<JointShareView> => {
    const offered = await sent<JointShareView>(
      lead.dispatcher.post(`orders/${id}/joint-shares`, {
        plantId: partner.plantId,
        quotaM3,
        reason: 'beyond what we can bring',
      }),
    );
    return sent<JointShareView>(
      partner.dispatcher.post(
        `joint-shares/${offered.id}/steps`,
        { state: 'accepted', reason: 'we come' },
        { 'if-match': `"${offered.version}"` },
      ),
    );
  };

  describe('jointly', () => {
    let order: OrderDetailView;
    let share: JointShareView;
    let plans: readonly [DayPlanView, DayPlanView];

    beforeAll(async () => {
      const site = await lead.addSite({ position: eastOfPlant(6) });
      order = await lead.order(site, {
        firstOnSiteAt: at('08:00'),
        plannedM3: 80,
        rateM3PerHour: 40,
      });
      share = await agreeOn(order, 40);
      plans = [await planDay(lead), await planDay(partner)];
    });

    it('each plans its own share with its own trucks, and keeps to it', () => {
      const [own, others] = plans;

      expect(m3Of(loadsOf(own, order.id))).toBe(40);
      expect(m3Of(loadsOf(others, share.shareOrderId!))).toBe(40);
      expect(own.orders.map(({ id }) => id)).not.toContain(share.shareOrderId);
      expect(others.orders.map(({ id }) => id)).not.toContain(order.id);
    });

    it('who plans first leaves the site to the other for as long as the other’s trucks take', () => {
      const begins = loadsOf(plans[0], order.id).map(({ dischargeFromAt }) =>
        Date.parse(dischargeFromAt),
      );
      const apart = begins.slice(1).map((to, nth) => (to - begins[nth]!) / MS_PER_MIN);

      // A truck of 12 m³ takes 18 minutes at 40 m³/h: half of the pour is every other turn.
      expect(Math.min(...apart)).toBeGreaterThanOrEqual(27);
    });

    it('puts no two trucks on one place, and lets no cold joint form between the two', () => {
      const pour = [...loadsOf(plans[0], order.id), ...loadsOf(plans[1], share.shareOrderId!)];
      expect(wrongPauses(pour)).toEqual([]);
    });

    it('shows how far the search is, and leaves all plans alone when the lead cancels it', async () => {
      const settings = server.app.get<object>(SOLVER_SETTINGS, { strict: false });
      Object.assign(settings, { threads: 1, ...(await bundledThreads()) });
      const watcher = await keepWatching(
        server.url,
        'dispatcher',
        server.as('enterprise_manager', 'own').token,
        { topics: ['day_plan'], viewport: null },
      );
      const [own, others] = plans;
      const asked = { orderId: order.id, searchSec: LONG_SEC };
      const begin = () =>
        sent<PlanningView>(
          lead.dispatcher.post(`day-plans/${own.id}/joint-pours/plannings`, asked, {
            'if-match': `"${own.revision}"`,
          }),
        );
      const look = ({ id }: PlanningView) =>
        sent<PlanningView>(lead.dispatcher.get(`day-plans/plannings/${id}`));
      const isSearching = async (planning: PlanningView) =>
        ((await look(planning)).progress?.steps ?? 0) > 0;
      const end = ({ id }: PlanningView, how: 'take-best' | 'cancel') =>
        sent<PlanningView>(lead.dispatcher.post(`day-plans/plannings/${id}/${how}`, {}));

      const begun = await begin();
      await until(() => isSearching(begun));
      expect(await look(begun)).toMatchObject({
        state: 'searching',
        enterpriseId: lead.enterpriseId,
        operatingOn: own.operatingOn,
        jointOrderId: order.id,
        progress: { unservedPoints: 0 },
      });
      await until(() => watcher.changes.some(({ view }) => 'id' in view && view.id === begun.id));
      watcher.close();

      expect(await end(begun, 'cancel')).toMatchObject({ state: 'cancelled', revision: null });
      expect([(await planOf(lead)).revision, (await planOf(partner)).revision]).toEqual([
        own.revision,
        others.revision,
      ]);

      const again = await begin();
      await until(() => isSearching(again));
      const taken = await end(again, 'take-best');
      Object.assign(settings, { threads: 0 });
      plans = [await planOf(lead), await planOf(partner)];

      expect(taken).toMatchObject({ state: 'done', revision: own.revision + 1 });
      expect(plans.map(({ changes }) => changes[0]!.kind)).toEqual(['joint', 'joint']);
    }, 120_000);

    it('the lead plans as one problem, and each plan gets its share', async () => {
      const [own, others] = plans;
      const { isDone, plan } = await planJointly(lead, own, order.id);
      const theirs = await planOf(partner);
      const pour = [...loadsOf(plan, order.id), ...loadsOf(theirs, share.shareOrderId!)];

      expect(isDone).toBe(true);
      expect([plan.revision, theirs.revision]).toEqual([own.revision + 1, others.revision + 1]);
      expect([m3Of(loadsOf(plan, order.id)), m3Of(loadsOf(theirs, share.shareOrderId!))]).toEqual([
        40, 40,
      ]);
      expect(wrongPauses(pour)).toEqual([]);
      expect(theirs.changes[0]).toMatchObject({ kind: 'joint', byName: share.leadEnterpriseName });
      plans = [plan, theirs];
    });

    it('a partner does not plan for the lead', async () => {
      const asked = partner.dispatcher.post(
        `day-plans/${plans[1].id}/joint-pours`,
        { orderId: share.shareOrderId },
        { 'if-match': `"${plans[1].revision}"` },
      );

      expect((await asked).body).toMatchObject({ code: 'JOINT_LEAD_DECIDES' });
    });

    it('moves both plans when the lead moves the quota', async () => {
      const now = await sent<JointSupplyView>(
        lead.dispatcher.get(`orders/${order.id}/joint-supply`),
      );
      await sent(
        lead.dispatcher.post(
          `joint-shares/${share.id}/quota`,
          { quotaM3: 52, reason: 'a line is down here' },
          { 'if-match': `"${now.shares[0]!.version}"` },
        ),
      );
      await until(() => isRevisedSince(plans[0]), PLANNED_WITHIN_MS);
      plans = [await planOf(lead), await planOf(partner)];
      const own = loadsOf(plans[0], order.id);
      const theirs = loadsOf(plans[1], share.shareOrderId!);

      expect([m3Of(own), m3Of(theirs)]).toEqual([28, 52]);
      expect(wrongPauses([...own, ...theirs])).toEqual([]);
      expect(plans[1].changes[0]).toMatchObject({ kind: 'joint', note: 'a line is down here' });
    });

    it('does not undo what the other has planned around', async () => {
      const { id, revision } = plans[0];
      const undone = await lead.dispatcher.post(
        `day-plans/${id}/undo`,
        {},
        { 'if-match': `"${revision}"` },
      );

      expect(undone.body).toMatchObject({
        code: 'UNDO_MEETS_OTHERS',
        details: { orderIds: [order.id] },
      });
      expect((await planOf(lead)).revision).toBe(revision);
    });

    it('each releases its own loads, and both see all of them in one queue', async () => {
      for (const [works, { id, revision }] of [
        [lead, plans[0]],
        [partner, plans[1]],
      ] as const) {
        const { refused } = await sent<ReleasePlanView>(
          works.dispatcher.post(`day-plans/${id}/release`, {}, { 'if-match': `"${revision}"` }),
        );
        expect(refused).toEqual([]);
      }
      const seen = await sent<JointSupplyView>(
        partner.dispatcher.get(`orders/${share.shareOrderId}/joint-supply`),
      );

      expect(seen).toMatchObject({ side: 'partner', totalM3: 80 });
      expect(
        seen.queue.every(({ plateNo, stage }) => plateNo !== null && stage === 'assigned'),
      ).toBe(true);
      expect(new Set(seen.queue.map(({ enterpriseName }) => enterpriseName)).size).toBe(2);
      expect(seen.queue.filter(({ isGapTooLong }) => isGapTooLong)).toEqual([]);
    });

    it('mends the plans of both when the partner gives its share back', async () => {
      const before = [await planOf(lead), await planOf(partner)] as const;
      const { shares } = await sent<JointSupplyView>(
        lead.dispatcher.get(`orders/${order.id}/joint-supply`),
      );
      await sent(
        partner.dispatcher.post(
          `joint-shares/${share.id}/steps`,
          { state: 'withdrawn', reason: 'our line is down' },
          { 'if-match': `"${shares[0]!.version}"` },
        ),
      );

      await until(() => isRevisedSince(before[0]), PLANNED_WITHIN_MS);
      await until(() => isRevisedSince(before[1]), PLANNED_WITHIN_MS);

      const [own, theirs] = [await planOf(lead), await planOf(partner)];
      expect(m3Of(loadsOf(own, order.id))).toBe(80);
      expect(own.changes[0]).toMatchObject({
        kind: 'event',
        note: 'order_grown: 28 → 80 our line is down',
      });
      expect(loadsOf(theirs, share.shareOrderId!)).toEqual([]);
      expect(theirs.changes[0]!.note).toBe('order_cancelled: our line is down');
    });
  });

  it('says so where the lead begins the plan of a partner who has none', async () => {
    const site = await lead.addSite({ position: eastOfPlant(6) });
    const firstOnSiteAt = addMinutes(at('09:00'), MIN_PER_DAY);
    const wanted = { firstOnSiteAt, plannedM3: 48, rateM3PerHour: 40 };
    const order = await lead.order(site, wanted);
    const { partnerEnterpriseName } = await agreeOn(order, 24);
    const day = { enterpriseId: lead.enterpriseId, operatingOn: order.operatingOn, searchSec: 1 };
    const { plan } = await sent<PlanOutcomeView>(lead.dispatcher.post('day-plans', day));

    const first = await planJointly(lead, plan, order.id);
    const again = await planJointly(lead, first.plan, order.id);

    expect(first.plansBegunFor).toEqual([partnerEnterpriseName]);
    expect(again.plansBegunFor).toEqual([]);
  });

  it('leaves a place of a site to an order of another enterprise there', async () => {
    const position = eastOfPlant(4);
    const wanted = { firstOnSiteAt: at('18:00'), plannedM3: 24, rateM3PerHour: 40 };
    const own = await lead.order(await lead.addSite({ position }), wanted);
    const others = await partner.order(await partner.addSite({ position }), wanted);

    const [ours, theirs] = [
      await planDay(lead, await planOf(lead)),
      await planDay(partner, await planOf(partner)),
    ];

    const turns = inTurn([...loadsOf(ours, own.id), ...loadsOf(theirs, others.id)]);
    expect(m3Of(loadsOf(ours, own.id)) + m3Of(loadsOf(theirs, others.id))).toBe(48);
    expect(turns.map(({ pauseMin }) => pauseMin).filter((min) => min < 0)).toEqual([]);
  });

  it('lets two orders of one enterprise at one spot take turns at its place', async () => {
    const wanted = { firstOnSiteAt: at('13:00'), plannedM3: 16, rateM3PerHour: 40 };
    const orders = [
      await partner.order(await partner.addSite({ position: eastOfPlant(3) }), wanted),
      await partner.order(await partner.addSite({ position: eastOfPlant(3) }), wanted),
    ];

    const plan = await planDay(partner, await planOf(partner));

    expect(orders.map(({ id }) => m3Of(loadsOf(plan, id)))).toEqual([16, 16]);
    const turns = inTurn(orders.flatMap(({ id }) => loadsOf(plan, id)));
    expect(turns.map(({ pauseMin }) => pauseMin).filter((min) => min < 0)).toEqual([]);
  });

  it('shows who waits for a call as a ghost, counted apart and told to nobody', async () => {
    const site = await lead.addSite({ position: eastOfPlant(5) });
    const waiting = await lead.order(site, { firstOnSiteAt: at('14:00'), plannedM3: 24 });
    await putState(lead, waiting.id, 'will_call');
    const held = await lead.order(site, { firstOnSiteAt: at('16:00'), plannedM3: 12 });
    await putState(lead, held.id, 'on_hold');
    /** The plan once it has followed by itself, as it does whatever becomes of an order. */
    const planWith = async (ghostOrderedM3: number): Promise<DayPlanView> => {
      const url = `day-plans?enterpriseId=${lead.enterpriseId}&operatingOn=${tomorrow}`;
      const planNow = () => sent<DayPlanView>(lead.dispatcher.get(url));
      await until(async () => (await planNow()).figures.ghostOrderedM3 === ghostOrderedM3, 30_000);
      return planNow();
    };

    const ghostly = await planWith(36);

    expect(ghostly.figures).toMatchObject({
      orderedM3: 104,
      ghostOrderedM3: 36,
      ghostServedM3: 36,
    });
    const ghosts = ghostly.orders.filter(({ isGhost }) => isGhost).map(({ id }) => id);
    expect(new Set(ghosts)).toEqual(new Set([waiting.id, held.id]));
    const capacity = await sent<CapacityView>(
      lead.dispatcher.get(`day-plans/${ghostly.id}/capacity`),
    );
    const sum = (of: 'demandM3' | 'willCallM3') =>
      Math.round(capacity.hours.reduce((all, hour) => all + hour[of], 0));
    expect([sum('demandM3'), sum('willCallM3')]).toEqual([104, 36]);

    await putState(lead, waiting.id, 'firm');
    const called = await planWith(12);

    expect(called.figures).toMatchObject({ orderedM3: 128, ghostOrderedM3: 12 });
    expect(m3Of(loadsOf(called, waiting.id))).toBe(24);
    expect(called.orders.find(({ id }) => id === waiting.id)).toMatchObject({
      isGhost: false,
      priority: 'committed',
    });
  });

  it('plans on a truck that is lent to it, with its driver, for as long as it is lent', async () => {
    const vehicle = await partner.addRegisteredMixer();
    const driver = await partner.addDriver();
    const request = await sent<LoanRequestView>(
      lead.dispatcher.post('loan-requests', {
        plantId: lead.plantId,
        vehicleCount: 1,
        fromAt: at('10:00'),
        untilAt: at('18:00'),
        reason: 'two pours at once',
      }),
    );
    const offered = await sent<LoanRequestView>(
      partner.dispatcher.post(`loan-requests/${request.id}/loans`, {
        vehicleId: vehicle.id,
        driverId: driver.id,
        reason: 'it stands idle',
      }),
    );
    const [loan] = offered.loans;
    await sent(
      lead.dispatcher.post(
        `loans/${loan!.id}/steps`,
        { state: 'accepted', reason: 'welcome' },
        { 'if-match': `"${loan!.version}"` },
      ),
    );
    const [borrowed] = (await planOf(lead)).vehicles.filter(({ id }) => id === vehicle.id);
    expect(borrowed).toMatchObject({
      use: 'loaned',
      driverId: driver.id,
      dutyFromAt: at('10:00').toISOString(),
      dutyToAt: at('18:00').toISOString(),
      reasons: [],
    });
    const [lent] = (await planOf(partner)).vehicles.filter(({ id }) => id === vehicle.id);
    expect(lent).toMatchObject({ use: 'own', driverId: driver.id });
    expect(
      lent!.dutyToAt === at('10:00').toISOString() ||
        lent!.dutyFromAt === at('18:00').toISOString(),
    ).toBe(true);
  });

  it('counts apart what each hour has of own, hired and loaned trucks', async () => {
    const vehicle = await partner.addRegisteredMixer();
    await lead.addDriver();
    const hire = { enterpriseId: lead.enterpriseId, kind: 'hired', validFrom: new Date() };
    await sent(partner.dispatcher.post(`vehicles/${vehicle.id}/use-agreements`, hire));

    const { id } = await planOf(lead);
    const { hours } = await sent<CapacityView>(lead.dispatcher.get(`day-plans/${id}/capacity`));

    const trucksAt = (clock: string) =>
      hours
        .filter(({ hourAt }) => hourAt === at(clock).toISOString())
        .map(({ trucksOwn, trucksHired, trucksLoaned }) => [trucksOwn, trucksHired, trucksLoaned]);
    expect(trucksAt('09:00')).toEqual([[3, 1, 0]]);
    expect(trucksAt('10:00')).toEqual([[3, 1, 1]]);
    expect(trucksAt('17:00')).toEqual([[3, 1, 1]]);
    expect(trucksAt('18:00')).toEqual([[3, 1, 0]]);
    expect(trucksAt('23:00')).toEqual([[0, 0, 0]]);
  });
});
