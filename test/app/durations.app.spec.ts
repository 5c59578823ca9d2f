import { randomUUID } from 'node:crypto';
import type {
  AssignmentView,
  DayPlanView,
  DurationDecisionView,
  DurationLearningView,
  DurationView,
  PlanOutcomeView,
  PlanReviewView,
  Refusal,
  SiteView,
  TripView,
} from '@tongyun/contracts';
import { addMinutes, minutesBetween, type SiteId } from '@tongyun/kernel';
import { type ApiAnswer, sent } from '../support/api-client.js';
import { anOrder, eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const TRIPS = 4;
const M3 = 6;
/** Minutes ago of each stage: 9 to load, 5 of waiting, 18 to discharge six cubic metres. */
const STAGES = {
  loading: 54,
  en_route: 45,
  at_site: 30,
  unloading: 25,
  unloaded: 7,
  back_at_plant: 2,
};
const SLOW_MIN_PER_M3 = 3;

const tomorrow = addMinutes(new Date(), 1_440 + 480)
  .toISOString()
  .slice(0, 10);

/** An hour of the day in which none of these trips, which end now, was under way. */
const FAR_HOUR = addMinutes(new Date(), 480).getUTCHours() < 12 ? '15' : '09';
const codeOf = ({ body }: ApiAnswer): string => (body as Refusal).code;

const dischargeMin = ({ loads }: DayPlanView): number =>
  minutesBetween(new Date(loads[0]!.dischargeFromAt), new Date(loads[0]!.dischargeToAt));

describe('how long things really took', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let site: SiteView;
  let plan: DayPlanView;

  const enterprise = () => `enterpriseId=${works.enterpriseId}`;
  const rows = async (kind: string): Promise<DurationView[]> =>
    (
      await sent<{ items: DurationView[] }>(
        works.dispatcher.get(`durations?${enterprise()}&kind=${kind}&limit=200`),
      )
    ).items;
  const rowOf = async (kind: string, level: string) =>
    (await rows(kind)).find((row) => row.level === level);
  const planAgain = async (): Promise<DayPlanView> => {
    const day = { enterpriseId: works.enterpriseId, operatingOn: tomorrow, searchSec: 1 };
    const seen: Record<string, string> = plan ? { 'if-match': `"${plan.revision}"` } : {};
    ({ plan } = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', day, seen)));
    return plan;
  };
  const decide = (change: object, version: number, by = works.dispatcher): Promise<ApiAnswer> =>
    by.post(
      'durations/decisions',
      {
        enterpriseId: works.enterpriseId,
        kind: 'discharge',
        plantId: null,
        siteId: site.id,
        placingMethod: 'chute',
        hour: null,
        value: 2,
        reason: '现场换了大放料口',
        ...change,
      },
      { 'if-match': `"${version}"` },
    );

  /** A load of the site that went as `STAGES` says. */
  async function drive(): Promise<void> {
    const vehicle = await works.addRegisteredMixer();
    const order = await works.order(site, { plannedM3: M3 });
    const driver = await works.addDriver();
    const pair = { vehicleId: vehicle.id, driverId: driver.id };
    const assignment = await sent<AssignmentView>(
      works.dispatcher.post(`loads/${order.loads[0]!.id}/assignment`, pair),
    );
    const { items } = await sent<{ items: TripView[] }>(works.dispatcher.get('trips?limit=200'));
    const trip = items.find(({ assignmentId }) => assignmentId === assignment.id)!;
    for (const [stage, ago] of Object.entries(STAGES)) {
      const fact = { id: randomUUID(), stage, at: addMinutes(new Date(), -ago) };
      await sent(works.dispatcher.post(`trips/${trip.id}/stages`, fact));
    }
  }

  async function setPolicy(key: string, value: number): Promise<void> {
    const policy = { key, value, effectiveFrom: addMinutes(new Date(), -5), source: 'spec' };
    await sent(server.as('concrete_admin').post('policies', { ...policy, reason: 'spec' }));
  }

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    await setPolicy('durations.trips_min', TRIPS);
    await setPolicy('durations.prior_trips', 0);
    const line = { name: '1', rateM3PerHour: 120 };
    await sent(server.as('concrete_admin').post(`plants/${works.plantId}/lines`, line));
    site = await works.addSite({ position: eastOfPlant(8) });
    for (let count = 0; count < TRIPS; count += 1) await drive();
    const first = new Date(`${tomorrow}T${FAR_HOUR}:00:00+08:00`);
    const request = anOrder(works, site.id as SiteId, first, { plannedM3: 12 });
    await sent(works.dispatcher.post('orders', request));
  });
  afterAll(() => server?.close());

  it('is not known before it was learnt: a plan says that it assumes', async () => {
    await planAgain();

    expect(plan.durations).toMatchObject({
      learntAt: null,
      orders: [{ discharge: { value: 1.5, source: 'assumed', level: null, sampleCount: 0 } }],
    });
    // Five minutes of waiting, then the wanted 36 m³ an hour.
    expect(dischargeMin(plan)).toBeCloseTo(25, 0);
  });

  it('is learnt from finished trips, with how many they were', async () => {
    const learning = await sent<DurationLearningView>(
      works.dispatcher.post('durations/learnings', { enterpriseId: works.enterpriseId }),
    );

    expect(learning).toMatchObject({ trips: TRIPS, isAskedFor: true });
    expect(await rowOf('discharge', 'site')).toMatchObject({
      siteId: site.id,
      siteName: site.name,
      placingMethod: 'chute',
      learnt: { sampleCount: TRIPS, isEnough: true },
      override: null,
      version: 0,
    });
    expect((await rowOf('discharge', 'site'))!.learnt!.value).toBeCloseTo(SLOW_MIN_PER_M3, 1);
    expect((await rowOf('waiting', 'site'))!.learnt!.value).toBeCloseTo(5, 1);
    // Nine minutes less three of batching.
    expect((await rowOf('loading', 'plant'))!.learnt!.value).toBeCloseTo(6, 1);
    expect(await rowOf('travel', 'site')).toMatchObject({ plantId: works.plantId });
  });

  it('makes the next plan of a slow site take longer, and the plan says why', async () => {
    await planAgain();

    const [order] = plan.durations!.orders;
    expect(plan.durations!.learntAt).not.toBeNull();
    expect(order!.discharge).toMatchObject({ source: 'learnt', sampleCount: TRIPS });
    expect(order!.sources.find(({ plantId }) => plantId === works.plantId)).toMatchObject({
      loading: { source: 'learnt', sampleCount: TRIPS },
      travel: { source: 'learnt', level: 'site' },
    });
    expect(dischargeMin(plan)).toBeCloseTo(5 + 12 * SLOW_MIN_PER_M3, 0);
  });

  it('is held against what was planned, which of these trips nobody had', async () => {
    const today = addMinutes(new Date(), 480).toISOString().slice(0, 10);
    const before = addMinutes(new Date(), 480 - 1_440)
      .toISOString()
      .slice(0, 10);
    const period = `from=${before}&to=${tomorrow}`;
    const review = await sent<PlanReviewView>(
      works.dispatcher.get(`plan-reviews?${enterprise()}&${period}&by=site`),
    );
    const tooLong = await works.dispatcher.get(
      `plan-reviews?${enterprise()}&from=2026-01-01&to=${today}`,
    );

    expect(review.items).toMatchObject([
      { id: site.id, loads: TRIPS, plannedLoads: 0, onTimePct: 100, dischargeMin: null },
    ]);
    expect(review.total).toMatchObject({ loads: TRIPS });
    expect([tooLong.status, codeOf(tooLong)]).toEqual([400, 'PLAN_REVIEW_PERIOD_INVALID']);
  });

  it('yields to what a person says, who was first', async () => {
    const decided = await sent<DurationDecisionView>(decide({}, 0));
    const late = await decide({ value: 4 }, 0);

    expect(decided).toMatchObject({ version: 1, value: 2 });
    expect([late.status, codeOf(late)]).toEqual([412, 'VERSION_CONFLICT']);
    await planAgain();
    expect(plan.durations!.orders[0]!.discharge).toMatchObject({ value: 2, source: 'override' });
    expect(dischargeMin(plan)).toBeCloseTo(5 + 12 * 2, 0);
    expect(await rowOf('discharge', 'site')).toMatchObject({
      version: 1,
      override: { value: 2, reason: '现场换了大放料口', untilAt: null },
    });
  });

  it('holds again when that is withdrawn, and both stay on record', async () => {
    const { override, key } = (await rowOf('discharge', 'site'))!;
    const withdrawal = `durations/decisions/${override!.id}/withdrawal`;
    await sent(works.dispatcher.post(withdrawal, { reason: '已恢复' }));

    const again = await works.dispatcher.post(withdrawal, { reason: '已恢复' });
    expect([again.status, codeOf(again)]).toEqual([409, 'DURATION_DECISION_NOT_IN_FORCE']);
    const { items } = await sent<{ items: DurationDecisionView[] }>(
      works.dispatcher.get(`durations/decisions?${enterprise()}&key=${encodeURIComponent(key)}`),
    );
    expect(items.map(({ version, value, reason }) => [version, value, reason])).toEqual([
      [2, null, '已恢复'],
      [1, 2, '现场换了大放料口'],
    ]);
    await planAgain();
    expect(plan.durations!.orders[0]!.discharge).toMatchObject({ source: 'learnt' });
  });

  it.each([
    { change: { value: 61 }, code: 'DURATION_VALUE_INVALID' },
    { change: { placingMethod: null }, code: 'DURATION_KEY_INVALID' },
    { change: { kind: 'loading' }, code: 'DURATION_KEY_INVALID' },
    { change: { untilAt: '2020-01-01T00:00:00Z' }, code: 'DURATION_UNTIL_PAST' },
    { change: { siteId: randomUUID() }, code: 'SITE_NOT_FOUND' },
  ])('is not decided with $change: $code', async ({ change, code }) => {
    const before = await rows('discharge');

    expect(codeOf(await decide(change, 0))).toBe(code);
    expect(await rows('discharge')).toEqual(before);
  });

  it('is nobody else’s', async () => {
    const other = server.as('dispatcher', 'other');

    expect(codeOf(await other.get(`durations?${enterprise()}`))).toBe('ENTERPRISE_NOT_FOUND');
    expect(codeOf(await decide({}, 2, other))).toBe('ENTERPRISE_NOT_FOUND');
  });
});
