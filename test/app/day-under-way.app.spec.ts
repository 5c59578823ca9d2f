import { randomUUID } from 'node:crypto';
import type {
  CapacityView,
  DayPlanView,
  OrderDetailView,
  PlanOutcomeView,
  ReleasePlanView,
  SiteView,
  TripView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { aPlate } from '../support/a-mixer.js';
import { type ApiAnswer, sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { decidePolicies, openRoundTheClock } from '../support/decide-policies.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const UNDER_WAY = ['started', 'done'];

const inMinutes = (minutes: number) => addMinutes(new Date(), minutes).toISOString();

/** The first spec of a run makes the migrated database that all others start from. */
const READY_WITHIN_MS = 180_000;

describe('a planned day under way', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let site: SiteView;
  let plan: DayPlanView;

  const aPump = () => ({
    kind: 'boom_pump',
    plateNo: aPlate(),
    plateColor: 'yellow',
    boomLengthM: 47,
    ownerEnterpriseId: works.enterpriseId,
  });

  const command = (path: string, body: object): Promise<ApiAnswer> =>
    works.dispatcher.post(`day-plans/${plan.id}/${path}`, body, {
      'if-match': `"${plan.revision}"`,
    });
  const happen = async (event: object): Promise<PlanOutcomeView> => {
    const outcome = await sent<PlanOutcomeView>(
      command('events', { reason: '现场情况', ...event }),
    );
    ({ plan } = outcome);
    return outcome;
  };
  const release = async (): Promise<ReleasePlanView> => {
    const released = await sent<ReleasePlanView>(command('release', {}));
    ({ plan } = released);
    return released;
  };
  const planNow = () =>
    sent<DayPlanView>(
      works.dispatcher.get(
        `day-plans?enterpriseId=${plan.enterpriseId}&operatingOn=${plan.operatingOn}`,
      ),
    );
  const undo = async (): Promise<void> => {
    ({ plan } = await sent<PlanOutcomeView>(command('undo', {})));
  };
  const recordStage = (tripId: string, stage: string, reason?: string) =>
    sent<TripView>(
      works.dispatcher.post(`trips/${tripId}/stages`, {
        id: randomUUID(),
        stage,
        at: inMinutes(0),
        reason,
      }),
    );
  const beginToLoad = async ({ id: loadId, orderId }: DayPlanView['loads'][number]) => {
    const { loads } = await sent<OrderDetailView>(works.dispatcher.get(`orders/${orderId}`));
    const { assignment } = loads.find(({ id }) => id === loadId)!;
    const { items } = await sent<{ items: { id: string; assignmentId: string }[] }>(
      works.dispatcher.get('trips'),
    );
    const trip = items.find(({ assignmentId }) => assignmentId === assignment!.id);
    return recordStage(trip!.id, 'loading');
  };
  const toCome = () => plan.loads.filter(({ state }) => !UNDER_WAY.includes(state));
  /** Of the loads to come, minutes on the road. */
  const wayMin = () =>
    toCome().map(
      ({ loadToAt, arriveAt }) => (Date.parse(arriveAt) - Date.parse(loadToAt)) / 60_000,
    );
  const begun = () => plan.loads.filter(({ state }) => UNDER_WAY.includes(state));

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    await openRoundTheClock(server);
    const line = { name: '1号线', rateM3PerHour: 120 };
    await sent(server.as('concrete_admin').post(`plants/${works.plantId}/lines`, line));
    // Near enough for concrete to be young there when a jam doubles the way of the evening's rush.
    site = await works.addSite({ position: eastOfPlant(4) });
    for (let count = 0; count < 5; count += 1) {
      await works.addRegisteredMixer();
      await works.addDriver();
    }
    const order = await works.order(site, { plannedM3: 48 });
    const day = { enterpriseId: works.enterpriseId, operatingOn: order.operatingOn, searchSec: 1 };
    ({ plan } = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', day)));
    await release();
  }, READY_WITHIN_MS);
  afterAll(() => server?.close());

  it('shows a load whose truck has begun as a fact', async () => {
    const [first] = plan.loads;
    await beginToLoad(first!);

    plan = await planNow();

    expect(begun().map(({ id }) => id)).toEqual([first!.id]);
    expect(await command('moves', { itemId: first!.id, atAt: inMinutes(90) })).toMatchObject({
      status: 409,
      body: { code: 'PLAN_ITEM_STARTED' },
    });
  });

  it('lets another truck bring what one that broke down was to', async () => {
    const [started] = begun();
    const last = plan.loads.at(-1)!;

    const mended = await happen({ kind: 'truck_down', vehicleId: last.vehicleId, until: null });

    expect(mended.difference.nowUnserved).toEqual([]);
    expect(mended.difference.moved.map(({ loadId }) => loadId)).not.toContain(started!.id);
    expect(begun().map(({ id, vehicleId }) => [id, vehicleId])).toEqual([
      [started!.id, started!.vehicleId],
    ]);
    expect(await release()).toMatchObject({ refused: [] });
  });

  it('lets another truck bring what a driver was to who may not begin, until he comes', async () => {
    const atWork = begun().map((load) => load.driverId);
    const { driverId, vehicleId } = plan.loads.find((load) => !atWork.includes(load.driverId))!;
    const phone = await server.signInPhone(works.side, driverId);
    const reportWith = ({ plateNo, plateColor }: VehicleView): Promise<ApiAnswer> =>
      phone.post('driver/duties', { id: randomUUID(), plateNo, plateColor, at: inMinutes(0) });
    const unregistered = await works.addMixer();
    const notes = () => plan.changes.map(({ note }) => note);
    const isMended = async (kind: string): Promise<boolean> => {
      plan = await planNow();
      return notes()[0]?.startsWith(kind) ?? false;
    };

    expect(await reportWith(unregistered)).toMatchObject({ status: 409 });
    await until(() => isMended('driver_refused'), 30_000);

    const refused = 'driver_refused: 张师傅 not_registered';
    expect(notes()[0]).toBe(refused);
    expect(plan.unserved).toEqual([]);
    expect(plan.loads.filter((load) => load.driverId === driverId)).toEqual([]);

    expect(await reportWith(unregistered)).toMatchObject({ status: 409 });
    const own = await sent<VehicleView>(works.dispatcher.get(`vehicles/${vehicleId}`));
    expect(await reportWith(own)).toMatchObject({ status: 201 });
    await until(() => isMended('driver_came'), 30_000);
    expect(notes().filter((note) => note === refused)).toHaveLength(1);
    expect(await release()).toMatchObject({ refused: [] });
  });

  it('brings again what the site sent back', async () => {
    const [started] = begun();
    const before = plan.loads.length;

    const mended = await happen({ kind: 'load_refused', loadId: started!.id });

    expect(mended.plan.unserved).toEqual([]);
    expect(plan.loads.length).toBeGreaterThan(before);
    expect(mended.difference.after.servedM3).toBe(48);
    expect(await release()).toMatchObject({ refused: [] });
  });

  it('brings again what a driver says was refused, and not by his truck while it drives back', async () => {
    const inHand = begun().map(({ vehicleId }) => vehicleId);
    const { id } = await beginToLoad(toCome().find((load) => !inHand.includes(load.vehicleId))!);
    for (const stage of ['en_route', 'at_site']) await recordStage(id, stage);
    const { vehicleId } = await recordStage(id, 'refused', '坍落度不合格');
    const isMended = async (): Promise<boolean> => {
      plan = await planNow();
      return plan.changes[0]?.note?.startsWith('order_refused') ?? false;
    };

    await until(isMended, 30_000);

    expect(plan.changes[0]!.note).toContain('坍落度不合格');
    expect(plan.unserved).toEqual([]);
    expect(plan.figures.servedM3).toBe(48);
    const leaveMin = 5;
    const again = toCome().filter((load) => load.vehicleId === vehicleId);
    for (const { loadFromAt } of again) {
      expect(Date.parse(loadFromAt)).toBeGreaterThan(Date.now() + leaveMin * 60_000);
    }
    expect(await release()).toMatchObject({ refused: [] });
  });

  it('goes on when a stopped site takes concrete again', async () => {
    const goesOnAt = inMinutes(180);
    const { orderId } = plan.loads[0]!;

    await happen({ kind: 'rain_stop', orderId, until: goesOnAt });

    const later = plan.loads.filter(({ state }) => !UNDER_WAY.includes(state));
    expect(plan.unserved).toEqual([]);
    expect(later.every(({ dischargeFromAt }) => dischargeFromAt >= goesOnAt.slice(0, 19))).toBe(
      true,
    );
    expect(plan.changes[0]).toMatchObject({ kind: 'event', note: 'rain_stop: 现场情况' });
    expect(plan.orders.find(({ id }) => id === orderId)).toMatchObject({ isStopped: true });
  });

  it('goes on sooner where the rain is over, and is not stopped then', async () => {
    const goesOnAt = inMinutes(180);
    const { orderId } = plan.loads[0]!;
    await happen({ kind: 'rain_stop', orderId, until: goesOnAt });

    await happen({ kind: 'stop_over', orderId });

    const [next] = toCome().toSorted((one, other) =>
      one.dischargeFromAt.localeCompare(other.dischargeFromAt),
    );
    expect(plan.unserved).toEqual([]);
    expect(next!.dischargeFromAt < goesOnAt).toBe(true);
    expect(plan.orders.find(({ id }) => id === orderId)).toMatchObject({ isStopped: false });
    const again = { kind: 'stop_over', orderId, reason: '雨停了' };
    expect(
      await works.dispatcher.post(`day-plans/${plan.id}/events`, again, {
        'if-match': `"${plan.revision}"`,
      }),
    ).toMatchObject({ status: 409, body: { code: 'NOT_STOPPED', details: { orderId } } });
    await undo();
  });

  it('is slow on the road only while a jam lasts', async () => {
    const { plantId } = works;
    const usual = wayMin();
    const [firstOutAt] = toCome()
      .map(({ loadToAt }) => loadToAt)
      .toSorted();
    const { orderId } = toCome()[0]!;
    const jam = { kind: 'traffic', orderId, factor: 2 };

    // What is mended is improved too, so a load may go with another truck; the way is what it was.
    await happen({ ...jam, until: firstOutAt });
    expect(plan.unserved).toEqual([]);
    expect(Math.max(...wayMin())).toBeLessThan(1.2 * Math.max(...usual));
    await undo();

    for (const roads of [{}, { plantId }, { withinM: 500 }]) {
      await happen({ ...jam, ...roads, until: inMinutes(24 * 60) });
      expect(plan.unserved).toEqual([]);
      expect(Math.min(...wayMin())).toBeGreaterThan(1.8 * Math.min(...usual));
      await undo();
    }
    expect(wayMin()).toEqual(usual);
  });

  it('knows no jam that is nowhere', async () => {
    const jam = { kind: 'traffic', factor: 2, until: inMinutes(60), reason: '现场情况' };
    const unknown = { ...jam, plantId: randomUUID() };

    expect(await command('events', jam)).toMatchObject({ status: 400 });
    expect(await command('events', unknown)).toMatchObject({
      status: 404,
      body: { code: 'PLAN_ITEM_NOT_FOUND' },
    });
  });

  it('serves nobody while its only line is down, and says why', async () => {
    const [{ id: lineId }] = plan.lines as [DayPlanView['lines'][number]];
    const capacityM3 = async (): Promise<number> => {
      const path = `day-plans/${plan.id}/capacity`;
      const { hours } = await sent<CapacityView>(works.dispatcher.get(path));
      return hours.reduce((sum, { lineCapacityM3 }) => sum + lineCapacityM3, 0);
    };
    const usualM3 = await capacityM3();

    await happen({ kind: 'line_down', lineId, until: null });

    expect(plan.unserved).toEqual([expect.objectContaining({ lacks: 'load' })]);
    expect(plan.lines[0]!.closed).toHaveLength(1);
    expect(await capacityM3()).toBeLessThan(usualM3);
    const undone = await sent<PlanOutcomeView>(command('undo', {}));
    expect(undone.plan).toMatchObject({ unserved: [], lines: [{ closed: [] }] });
    ({ plan } = undone);
  });

  it('loads on a line again that is said to work', async () => {
    const [{ id: lineId }] = plan.lines as [DayPlanView['lines'][number]];
    await happen({ kind: 'line_down', lineId, until: null });
    expect(plan.lines).toMatchObject([{ isBrokenDown: true }]);

    await happen({ kind: 'line_up', lineId });

    expect(plan).toMatchObject({ unserved: [], lines: [{ isBrokenDown: false }] });
  });

  it('brings concrete later when an alarm says that the pump has not set out', async () => {
    // However late the pour may begin, the pump has to leave about now.
    await decidePolicies(server, { 'pump.setup_min': 85, 'alerts.pump_departure_late_min': 0 });
    await works.register(await sent<VehicleView>(works.dispatcher.post('vehicles', aPump())));
    await works.addDriver();
    const pumped = { isPumpNeeded: true, placingMethod: 'pump', pumpReachM: 40 } as const;
    const { id: orderId } = await works.order(site, pumped);
    const { enterpriseId, operatingOn } = plan;
    const again = { enterpriseId, operatingOn, searchSec: 1 };
    plan = await planNow();
    const seen = { 'if-match': `"${plan.revision}"` };
    ({ plan } = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', again, seen)));
    const standsAt = () => plan.pumpJobs.find((job) => job.orderId === orderId)!.readyAt;
    const before = standsAt();
    await release();

    await until(async () => {
      plan = await planNow();
      return plan.changes[0]!.note?.startsWith('pump_late') ?? false;
    }, 90_000);

    expect(Date.parse(standsAt())).toBeGreaterThan(Date.parse(before));
    const brought = plan.loads.filter((load) => load.orderId === orderId);
    expect(brought.length).toBeGreaterThan(0);
    expect(brought.every(({ dischargeFromAt }) => dischargeFromAt >= standsAt())).toBe(true);

    // Who takes the mend back does not make the pump set out in time.
    ({ plan } = await sent<PlanOutcomeView>(command('undo', {})));
    expect(Date.parse(standsAt())).toBeGreaterThan(Date.parse(before));

    // A plan that is made while the alarm goes on knows of it from the beginning.
    const undone = { 'if-match': `"${plan.revision}"` };
    ({ plan } = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', again, undone)));
    expect(Date.parse(standsAt())).toBeGreaterThan(Date.parse(before));
  }, 120_000);

  it('sends another pump to trucks that come and find theirs broken, and has them wait for it', async () => {
    // No alarm mends the plan meanwhile.
    await decidePolicies(server, { 'alerts.pump_departure_late_min': 60 });
    for (let count = 0; count < 2; count += 1) {
      await works.register(await sent<VehicleView>(works.dispatcher.post('vehicles', aPump())));
      await works.addDriver();
    }
    const pumped = { isPumpNeeded: true, placingMethod: 'pump', pumpReachM: 40, plannedM3: 8 };
    const { id: orderId } = await works.order(site, pumped as never);
    const { enterpriseId, operatingOn } = plan;
    plan = await planNow();
    const seen = { 'if-match': `"${plan.revision}"` };
    const again = { enterpriseId, operatingOn, searchSec: 1 };
    ({ plan } = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', again, seen)));
    await release();
    const own = <Row extends { readonly orderId: string }>(rows: readonly Row[]): Row[] =>
      rows.filter((row) => row.orderId === orderId);
    const [broken] = own(plan.pumpJobs);
    const stage = { id: randomUUID(), stage: 'pumping', at: inMinutes(0) };
    await sent(works.dispatcher.post(`pump-jobs/${broken!.id}/stages`, stage));
    await beginToLoad(own(plan.loads)[0]!);
    plan = await planNow();
    expect(own(plan.loads).map(({ state }) => state)).toEqual(['started']);

    // One that is called now stands after the truck has come.
    await decidePolicies(server, { 'pump.setup_min': 115 });
    const { vehicleId } = broken!;
    const mended = await happen({ kind: 'pump_down', vehicleId, until: null });

    expect(mended.difference.nowUnserved).toEqual([]);
    const [other, ...more] = own(plan.pumpJobs);
    expect(more).toEqual([]);
    expect(other!.vehicleId).not.toBe(vehicleId);
    const [load] = own(plan.loads);
    expect(load!.dischargeFromAt).toBe(other!.readyAt);
    expect(await release()).toMatchObject({ refused: [] });

    // What it has done and left stays done when it breaks down elsewhere.
    const left = { id: randomUUID(), stage: 'left', at: inMinutes(0) };
    await sent(works.dispatcher.post(`pump-jobs/${other!.id}/stages`, left));
    plan = await planNow();
    await happen({ kind: 'pump_down', vehicleId: other!.vehicleId, until: null });
    expect(own(plan.pumpJobs).map((job) => job.vehicleId)).toEqual([other!.vehicleId]);
    expect(await release()).toMatchObject({ refused: [] });
    const { pumpJobs } = await sent<OrderDetailView>(works.dispatcher.get(`orders/${orderId}`));
    expect(pumpJobs).toMatchObject([{ state: 'left' }]);
  });
});
