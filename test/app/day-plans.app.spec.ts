import { randomUUID } from 'node:crypto';
import type {
  CallInRow,
  CapacityView,
  DayPlanView,
  OrderDetailView,
  PlannedLoadView,
  PlanOutcomeView,
  ReleasePlanView,
  SiteView,
  VehicleView,
  WhyTruckView,
} from '@tongyun/contracts';
import { addMinutes, type SiteId } from '@tongyun/kernel';
import { aPlate } from '../support/a-mixer.js';
import { type ApiAnswer, sent } from '../support/api-client.js';
import { anOrder, eastOfPlant } from '../support/concrete-works.js';
import { decidePolicies } from '../support/decide-policies.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const MIN_PER_DAY = 1_440;
const SHANGHAI_AHEAD_MIN = 480;
/** The calendar day after today in Shanghai, and an hour of it. */
const tomorrow = addMinutes(new Date(), MIN_PER_DAY + SHANGHAI_AHEAD_MIN)
  .toISOString()
  .slice(0, 10);
const at = (clock: string): Date => new Date(`${tomorrow}T${clock}:00+08:00`);
/** The same hour, so many days on. */
const onDay = (clock: string, days: number): Date => addMinutes(at(clock), days * MIN_PER_DAY);
/** A calendar day so many days after today. */

const m3Of = (loads: readonly PlannedLoadView[], orderId: string): number =>
  loads.filter((load) => load.orderId === orderId).reduce((sum, { m3 }) => sum + m3, 0);

const meets = (one: [string, string], other: [string, string]): boolean =>
  one[0] < other[1] && other[0] < one[1];

describe('the plan of a day', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let site: SiteView;
  let mixers: VehicleView[];
  let pumps: VehicleView[];

  const order = (firstOnSiteAt: Date, change: object = {}) =>
    sent<{ id: string }>(
      works.dispatcher.post('orders', anOrder(works, site.id as SiteId, firstOnSiteAt, change)),
    );
  const addPump = async () =>
    works.register(
      await sent<VehicleView>(
        works.dispatcher.post('vehicles', {
          kind: 'boom_pump',
          plateNo: aPlate(),
          plateColor: 'yellow',
          boomLengthM: 47,
          ownerEnterpriseId: works.enterpriseId,
        }),
      ),
    );
  const day = () => `enterpriseId=${works.enterpriseId}&operatingOn=${tomorrow}`;
  const getPlan = () => works.dispatcher.get(`day-plans?${day()}`);
  const command = (plan: DayPlanView, path: string, body: object): Promise<ApiAnswer> =>
    works.dispatcher.post(`day-plans/${plan.id}/${path}`, body, {
      'if-match': `"${plan.revision}"`,
    });
  const planDay = async (ifMatch: Record<string, string> = {}): Promise<ApiAnswer> =>
    works.dispatcher.post(
      'day-plans',
      { enterpriseId: works.enterpriseId, operatingOn: tomorrow, searchSec: 1 },
      ifMatch,
    );
  const lost = { status: 412, body: { code: 'VERSION_CONFLICT' } };

  let chuteId: string;
  let pumpedId: string;
  let plan: DayPlanView;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    for (const name of ['1', '2']) {
      const line = { name, rateM3PerHour: 120 };
      await sent(server.as('concrete_admin').post(`plants/${works.plantId}/lines`, line));
    }
    site = await works.addSite({ position: eastOfPlant(8) });
    mixers = [];
    for (let count = 0; count < 6; count += 1) mixers.push(await works.addRegisteredMixer());
    pumps = [await addPump(), await addPump()];
    for (let count = 0; count < 8; count += 1) await works.addDriver();
    chuteId = (await order(at('09:00'), { plannedM3: 30 })).id;
    const pumped = { isPumpNeeded: true, placingMethod: 'pump', pumpReachM: 40, plannedM3: 48 };
    pumpedId = (await order(at('13:00'), pumped)).id;
  });
  afterAll(() => server?.close());

  it('is not there before somebody plans it', async () => {
    expect(await getPlan()).toMatchObject({ status: 404, body: { code: 'DAY_PLAN_NOT_FOUND' } });
  });

  it('serves the day’s orders with real trucks, drivers and lines', async () => {
    const outcome = await sent<PlanOutcomeView>(planDay());
    ({ plan } = outcome);

    expect(outcome).toMatchObject({ isDone: true, faults: [] });
    expect(new Set(outcome.difference.nowServed)).toEqual(new Set([chuteId, pumpedId]));
    expect(plan).toMatchObject({ revision: 1, unserved: [], figures: { servedPct: 100 } });
    expect([m3Of(plan.loads, chuteId), m3Of(plan.loads, pumpedId)]).toEqual([30, 48]);
    expect(plan.pumpJobs).toEqual([expect.objectContaining({ orderId: pumpedId })]);
    expect((await getPlan()).body).toEqual(plan);
  });

  it('comes second who planned the same day at the same time', async () => {
    expect(await planDay()).toMatchObject({ status: 428 });
    const both = await Promise.all([
      planDay({ 'if-match': '"1"' }),
      planDay({ 'if-match': '"1"' }),
    ]);

    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ code: 'PLANNING_UNDER_WAY' }),
    );
    plan = await sent<DayPlanView>(getPlan());
    expect(plan).toMatchObject({
      revision: 2,
      changes: [{ kind: 'replanned' }, { kind: 'planned' }],
    });
  });

  it('lets the rules answer a drag, and changes nothing when they refuse', async () => {
    const [load] = plan.loads;
    const late = { itemId: load!.id, atAt: at('20:00').toISOString() };

    const refused = await sent<PlanOutcomeView>(command(plan, 'moves', late));

    expect(refused.isDone).toBe(false);
    expect(refused.faults.map(({ orderId }) => orderId)).toContain(load!.orderId);
    expect(refused.plan.revision).toBe(plan.revision);
  });

  it('names the truck that would be second best for a load, which the rules allow there', async () => {
    const load = plan.loads.at(-1)!;
    const ask = (id: string) => works.dispatcher.get(`day-plans/${plan.id}/loads/${id}/why-truck`);

    const why = await sent<WhyTruckView>(ask(load.id));

    const { secondBest, possible, kept } = why;
    const keptCount = Object.values(kept).reduce((sum, count) => sum + count, 0);
    expect(why).toMatchObject({ loadId: load.id, vehicleId: load.vehicleId });
    expect(possible + keptCount).toBe(mixers.length - 1);
    const move = {
      itemId: load.id,
      vehicleId: secondBest!.vehicleId,
      atAt: secondBest!.loadFromAt,
      isTrial: true,
    };
    const trial = await sent<PlanOutcomeView>(command(plan, 'moves', move));
    expect(trial.faults).toEqual([]);
    expect(secondBest!.vehicleId).not.toBe(load.vehicleId);
    expect(await ask(randomUUID())).toMatchObject({
      status: 404,
      body: { code: 'PLAN_ITEM_NOT_FOUND' },
    });
  });

  it('moves a load to another truck, pins it, and takes it back', async () => {
    const [load] = plan.loads;
    const busy = plan.loads.filter(({ orderId }) => orderId === load!.orderId);
    const idle = mixers.find(({ id }) => !busy.some(({ vehicleId }) => vehicleId === id));
    const move = { itemId: load!.id, vehicleId: idle!.id };

    const moved = await sent<PlanOutcomeView>(command(plan, 'moves', move));

    expect(moved).toMatchObject({ isDone: true, faults: [], plan: { revision: 3 } });
    expect(moved.difference.moved).toEqual([expect.objectContaining({ toVehicleId: idle!.id })]);
    expect(moved.plan.loads.find(({ id }) => id === load!.id)).toMatchObject({ isPinned: true });
    expect(await command(plan, 'undo', {})).toMatchObject(lost);
    const undone = await sent<PlanOutcomeView>(command(moved.plan, 'undo', {}));
    expect(undone.plan.loads).toEqual(plan.loads);
    ({ plan } = undone);
  });

  it('mends the plan around a pump that breaks down', async () => {
    const [job] = plan.pumpJobs;
    const event = { kind: 'pump_down', vehicleId: job!.vehicleId, until: null, reason: '泵管破裂' };

    const mended = await sent<PlanOutcomeView>(command(plan, 'events', event));

    const other = pumps.find(({ id }) => id !== job!.vehicleId);
    expect(mended).toMatchObject({ isDone: true, plan: { unserved: [] } });
    expect(mended.plan.pumpJobs).toEqual([expect.objectContaining({ vehicleId: other!.id })]);
    expect(mended.difference.moved).toEqual([]);
    ({ plan } = mended);
  });

  it('keeps pinned and frozen loads where they are when it is planned anew', async () => {
    const [load] = plan.loads;
    const pin = { itemId: load!.id, isPinned: true };
    const pinned = await sent<PlanOutcomeView>(command(plan, 'pins', pin));
    const until = { until: at('12:00').toISOString() };
    const frozen = await sent<PlanOutcomeView>(command(pinned.plan, 'freeze', until));

    const again = await sent<PlanOutcomeView>(planDay({ 'if-match': `"${frozen.plan.revision}"` }));

    const early = (view: DayPlanView) =>
      view.loads.filter(({ loadFromAt }) => loadFromAt < until.until);
    expect(early(again.plan)).toEqual(early(frozen.plan));
    ({ plan } = again);
  });

  it('takes a freeze back like any other change', async () => {
    const before = plan.frozenUntil;
    const later = { until: at('15:00').toISOString() };
    const frozen = await sent<PlanOutcomeView>(command(plan, 'freeze', later));
    expect(frozen.plan.frozenUntil).toBe(later.until);

    const undone = await sent<PlanOutcomeView>(command(frozen.plan, 'undo', {}));

    expect(undone.plan.frozenUntil).toBe(before);
    ({ plan } = undone);
  });

  it('hears of nothing that is not of the day', async () => {
    const event = { kind: 'truck_down', vehicleId: randomUUID(), until: null, reason: '故障' };

    expect(await command(plan, 'events', event)).toMatchObject({
      status: 404,
      body: { code: 'PLAN_ITEM_NOT_FOUND' },
    });
    expect(await sent(getPlan())).toMatchObject({ revision: plan.revision });
  });

  it('says whom to call in when, and what each hour asks of the plant', async () => {
    const callIns = await sent<{ items: CallInRow[] }>(
      works.dispatcher.get(`day-plans/${plan.id}/call-ins`),
    );
    const capacity = await sent<CapacityView>(
      works.dispatcher.get(`day-plans/${plan.id}/capacity`),
    );

    const used = [...plan.loads, ...plan.pumpJobs].map(({ vehicleId }) => vehicleId);
    expect(new Set(callIns.items.map(({ vehicleId }) => vehicleId))).toEqual(new Set(used));
    expect(callIns.items[0]).toMatchObject({
      firstLoadAt: plan.loads.map(({ loadFromAt }) => loadFromAt).toSorted()[0],
      reasons: [],
      replacement: null,
      confirmedAt: null,
    });
    expect(capacity.hours.reduce((sum, { demandM3 }) => sum + demandM3, 0)).toBeCloseTo(78);
    const busiest = capacity.hours.find(({ demandM3 }) => demandM3 === 36);
    expect(busiest).toMatchObject({ lineCapacityM3: 240, trucksOwn: 6 });
    expect(busiest!.trucksNeeded).toBeGreaterThan(2);
  });

  it('answers what if, on a copy', async () => {
    const ask = (body: object) =>
      sent<PlanOutcomeView>(works.dispatcher.post(`day-plans/${plan.id}/what-if`, body));
    const wanted = { siteId: site.id, m3: 24, rateM3PerHour: 36, firstOnSiteAt: at('16:00') };
    const more = { kind: 'with_order', ...wanted, grade: 'C30', placingMethod: 'chute' };
    const pumped = { ...more, placingMethod: 'pump', pumpReachM: 40, primingM3: 1 };

    const withOrder = await ask(more);
    const withPumped = await ask(pumped);
    const outOfReach = await ask({ ...pumped, pumpReachM: 60 });
    const twoAtOnce = await ask({ ...more, placesAtSite: 2 });
    const withoutPlant = await ask({ kind: 'without_plant', plantId: works.plantId });

    expect(withOrder).toMatchObject({ isDone: false, plan: { unserved: [] } });
    expect(withOrder.difference.after.servedM3 - withOrder.difference.before.servedM3).toBe(24);
    expect(withPumped.plan.unserved).toEqual([]);
    expect(withPumped.plan.pumpJobs).toHaveLength(plan.pumpJobs.length + 1);
    expect(withPumped.plan.loads.filter(({ kind }) => kind === 'priming_mortar')).toMatchObject([
      { m3: 1 },
    ]);
    const known = new Set(plan.orders.map(({ id }) => id));
    const added = twoAtOnce.plan.loads.filter(({ orderId }) => !known.has(orderId));
    expect(new Set(added.map(({ place }) => place))).toEqual(new Set([0, 1]));
    expect(outOfReach.plan.unserved).toMatchObject([
      { lacks: 'pump', codes: { pump_reach: expect.any(Number) } },
    ]);
    expect(withoutPlant.plan.unserved.length).toBeGreaterThan(0);
    expect((await getPlan()).body).toEqual(plan);
  });

  it('tells drivers what is planned for them, truck by truck', async () => {
    const released = await sent<ReleasePlanView>(command(plan, 'release', {}));

    expect(released).toMatchObject({
      releasedLoads: plan.loads.length,
      releasedPumpJobs: 1,
      keptLoads: 0,
      refused: [],
    });
    expect(released.plan.releasedRevision).toBe(released.plan.revision);
    expect(new Set(released.plan.loads.map(({ state }) => state))).toEqual(new Set(['released']));
    const { loads } = await sent<OrderDetailView>(works.dispatcher.get(`orders/${chuteId}`));
    const told = loads.filter(({ state }) => state === 'released');
    const planned = plan.loads.filter(({ orderId }) => orderId === chuteId);
    expect(told.map(({ assignment }) => assignment!.vehicleId).toSorted()).toEqual(
      planned.map(({ vehicleId }) => vehicleId).toSorted(),
    );
    expect(told.reduce((sum, { plannedM3 }) => sum + plannedM3, 0)).toBe(30);
    ({ plan } = released);
  });

  it('tells only those whom a break-down changed something for', async () => {
    const last = plan.loads.at(-1)!;
    const event = { kind: 'truck_down', vehicleId: last.vehicleId, until: null, reason: '爆胎' };
    const mended = await sent<PlanOutcomeView>(command(plan, 'events', event));
    expect(mended.plan.unserved).toEqual([]);
    expect(mended.difference.moved.length).toBeGreaterThan(0);
    expect(mended.plan.loads.some(({ vehicleId }) => vehicleId === last.vehicleId)).toBe(false);

    const released = await sent<ReleasePlanView>(command(mended.plan, 'release', {}));

    expect(released.refused).toEqual([]);
    expect(released.keptLoads).toBeGreaterThan(0);
    expect(released.releasedLoads + released.keptLoads).toBe(mended.plan.loads.length);
    const again = await sent<ReleasePlanView>(command(released.plan, 'release', {}));
    expect(again).toMatchObject({ releasedLoads: 0, releasedPumpJobs: 0, refused: [] });
    ({ plan } = again);
  });

  it('lets another pump take over from one that breaks down at its site', async () => {
    const [job] = plan.pumpJobs;
    const third = await addPump();
    await works.addDriver();
    const stage = { id: randomUUID(), stage: 'pumping', at: new Date().toISOString() };
    await sent(works.dispatcher.post(`pump-jobs/${job!.id}/stages`, stage));
    plan = await sent<DayPlanView>(getPlan());
    expect(plan.pumpJobs).toMatchObject([{ state: 'started', stage: 'pumping' }]);
    const event = { kind: 'pump_down', vehicleId: job!.vehicleId, until: null, reason: '泵管破裂' };

    const mended = await sent<PlanOutcomeView>(command(plan, 'events', event));

    expect(mended.plan).toMatchObject({
      unserved: [],
      pumpJobs: [{ vehicleId: third.id, state: 'planned', stage: null }],
    });
    const released = await sent<ReleasePlanView>(command(mended.plan, 'release', {}));
    expect(released).toMatchObject({ releasedPumpJobs: 1, refused: [] });
    const { pumpJobs } = await sent<OrderDetailView>(works.dispatcher.get(`orders/${pumpedId}`));
    expect(pumpJobs).toMatchObject([{ state: 'released', assignment: { vehicleId: third.id } }]);
    ({ plan } = released);
    expect(plan.pumpRuns).toMatchObject([
      { vehicleId: job!.vehicleId, stages: [{ stage: 'pumping', at: stage.at }] },
    ]);
  });

  it('has a pump come again when the one that was there has left before the concrete came', async () => {
    const [job] = plan.pumpJobs;
    const stage = { id: randomUUID(), stage: 'left', at: new Date().toISOString() };
    await sent(works.dispatcher.post(`pump-jobs/${job!.id}/stages`, stage));
    const seen = { 'if-match': `"${plan.revision}"` };

    const again = await sent<PlanOutcomeView>(planDay(seen));

    expect(again.plan).toMatchObject({
      unserved: [],
      pumpJobs: [{ id: job!.id, state: 'planned', stage: null }],
    });
    const released = await sent<ReleasePlanView>(command(again.plan, 'release', {}));
    expect(released).toMatchObject({ releasedPumpJobs: 1, refused: [] });
    const { pumpJobs } = await sent<OrderDetailView>(works.dispatcher.get(`orders/${pumpedId}`));
    const { vehicleId } = again.plan.pumpJobs[0]!;
    expect(pumpJobs).toMatchObject([{ state: 'released', assignment: { vehicleId } }]);
    ({ plan } = released);
  });

  it('says why an order is not served', async () => {
    const broken = mixers.map(({ id }) => id);
    for (const vehicleId of broken) {
      const event = { kind: 'truck_down', vehicleId, until: null, reason: '发动机故障' };
      ({ plan } = await sent<PlanOutcomeView>(command(plan, 'events', event)));
    }

    expect(new Set(plan.unserved.map(({ orderId }) => orderId))).toEqual(
      new Set([chuteId, pumpedId]),
    );
    expect(plan.unserved[0]!.codes).toMatchObject({ broken_down: mixers.length });
    expect(plan.loads).toEqual([]);
  });

  it('takes back what drivers were told of a pour that nobody can serve', async () => {
    const released = await sent<ReleasePlanView>(command(plan, 'release', {}));
    ({ plan } = released);

    expect(released).toMatchObject({ releasedLoads: 0, refused: [] });
    for (const orderId of [chuteId, pumpedId]) {
      const { loads, pumpJobs } = await sent<OrderDetailView>(
        works.dispatcher.get(`orders/${orderId}`),
      );
      expect(loads.filter(({ state }) => state === 'released')).toEqual([]);
      expect(pumpJobs.filter(({ state }) => state !== 'planned')).toEqual([]);
    }
  });

  it('is nobody else’s', async () => {
    const stranger = server.as('dispatcher', 'other');

    expect(await stranger.get(`day-plans?${day()}`)).toMatchObject({ status: 404 });
    expect(await stranger.post(`day-plans/${plan.id}/undo`, {}, { 'if-match': '*' })).toMatchObject(
      { status: 404 },
    );
    expect(
      await works.dispatcher.post(`day-plans/${randomUUID()}/undo`, {}, { 'if-match': '*' }),
    ).toMatchObject({ status: 404 });
    const manager = server.as('enterprise_manager');
    expect(await manager.get(`day-plans?${day()}`)).toMatchObject({ status: 200 });
    expect(await manager.post(`day-plans/${plan.id}/undo`, {})).toMatchObject({ status: 403 });
  });

  it('goes on over midnight, and over the end of its day, as one pour', async () => {
    await decidePolicies(server, { 'plan.duty_to_hour': 36, 'plan.plant_closes_hour': 36 });
    const wanted = { plannedM3: 60, rateM3PerHour: 20 };
    const overMidnight = await order(onDay('22:30', 1), wanted);
    const overTheEnd = await order(onDay('02:30', 2), wanted);
    const operatingOn = onDay('12:00', 1).toISOString().slice(0, 10);
    const asked = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 1 };

    const { plan: night } = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', asked));

    expect(night.unserved).toEqual([]);
    for (const [pour, turnsAt] of [
      [overMidnight, onDay('00:00', 2)],
      [overTheEnd, onDay('04:00', 2)],
    ] as const) {
      const loads = night.loads
        .filter(({ orderId }) => orderId === pour.id)
        .toSorted((one, other) => one.dischargeFromAt.localeCompare(other.dischargeFromAt));
      const pausesMin = loads.slice(1).map(({ dischargeFromAt }, nth) => {
        return (Date.parse(dischargeFromAt) - Date.parse(loads[nth]!.dischargeToAt)) / 60_000;
      });
      expect(m3Of(loads, pour.id)).toBe(60);
      expect(Date.parse(loads[0]!.dischargeFromAt)).toBeLessThan(turnsAt.getTime());
      expect(Date.parse(loads.at(-1)!.dischargeToAt)).toBeGreaterThan(turnsAt.getTime());
      expect(Math.min(...pausesMin)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...pausesMin)).toBeLessThanOrEqual(45);
    }
  });

  it('begins the next day with what is still out of the night', async () => {
    const operatingOn = (days: number) => onDay('12:00', days).toISOString().slice(0, 10);
    const night = await sent<DayPlanView>(
      works.dispatcher.get(
        `day-plans?enterpriseId=${works.enterpriseId}&operatingOn=${operatingOn(1)}`,
      ),
    );
    await order(onDay('05:00', 2), { plannedM3: 72, rateM3PerHour: 36 });
    const asked = { enterpriseId: works.enterpriseId, operatingOn: operatingOn(2), searchSec: 1 };

    const { plan: next } = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', asked));

    expect(next.unserved).toEqual([]);
    const clashes = next.loads.flatMap((load) =>
      night.loads.filter(
        (late) =>
          (late.vehicleId === load.vehicleId && load.loadFromAt < late.backAt) ||
          (late.lineId === load.lineId &&
            meets([load.loadFromAt, load.loadToAt], [late.loadFromAt, late.loadToAt])) ||
          meets(
            [load.dischargeFromAt, load.dischargeToAt],
            [late.dischargeFromAt, late.dischargeToAt],
          ),
      ),
    );
    expect(clashes).toEqual([]);
  });

  it('brings nothing from a plant whose licence was suspended after the order', async () => {
    const { id: orderId } = await order(onDay('10:00', 3));
    const operatingOn = onDay('12:00', 3).toISOString().slice(0, 10);
    await works.decideLicence('suspended');
    const asked = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 1 };

    const closed = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', asked));

    expect(closed.plan).toMatchObject({ loads: [], unserved: [{ orderId }] });
  });
});
