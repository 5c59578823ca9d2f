import type {
  DailyHours,
  DayPlanView,
  PlanOutcomeView,
  SiteView,
  VehicleView,
} from '@tongyun/contracts';
import { SOLVER_SETTINGS, type SolverSettings } from '@tongyun/dispatch';
import { addMinutes, localTimeOf } from '@tongyun/kernel';
import { sent } from '../support/api-client.js';
import { RoadServer } from '../support/a-road-server.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { openRoundTheClock } from '../support/decide-policies.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { bundledThreads } from '../support/solver-thread.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const everyDay = (fromHour: number, toHour: number): DailyHours => ({
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  fromMin: fromHour * 60,
  toMin: toHour * 60,
});

describe('the ways of a day', () => {
  let road: RoadServer;
  let server: TestServer;
  let works: EnteredWorks;
  let site: SiteView;
  let operatingOn: string;
  let plan: DayPlanView;
  /** The memory of the ways that each planning thread was given. */
  const given: unknown[] = [];

  beforeAll(async () => {
    road = await RoadServer.start();
    server = await startTestServer({ OSRM_URL: road.url });
    const settings = server.app.get<object>(SOLVER_SETTINGS, { strict: false });
    const { openThread } = await bundledThreads();
    const noting: SolverSettings['openThread'] = (data) => {
      given.push(data.job.job.problem.travel.freeSec.buffer);
      return openThread(data);
    };
    Object.assign(settings, { threads: 1, openThread: noting });
    works = await EnteredWorks.enter(server);
    await openRoundTheClock(server);
    const line = { name: '1号线', rateM3PerHour: 120 };
    await sent(server.as('concrete_admin').post(`plants/${works.plantId}/lines`, line));
    await works.addRegisteredMixer();
    await works.addDriver();
    site = await works.addSite({ position: eastOfPlant(8) });
    ({ operatingOn } = await works.order(site, { plannedM3: 8 }));
  });
  afterAll(async () => {
    await server?.close();
    await road?.stop();
  });
  beforeEach(() => {
    road.asked.length = 0;
  });

  const planAnew = async (): Promise<void> => {
    const asked = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 1 };
    const ifMatch: Record<string, string> = plan ? { 'if-match': `"${plan.revision}"` } : {};
    ({ plan } = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', asked, ifMatch)));
  };
  const tables = () => road.asked.filter((path) => path.startsWith('/table/'));

  it('are asked of the road once, by the first who plans', async () => {
    await planAnew();

    expect(plan.travelSource).toBe('osrm');
    expect(tables()).toHaveLength(1);
  });

  it('are asked no more by whoever plans the same day, in the same memory', async () => {
    await planAnew();
    await sent(works.dispatcher.get(`day-plans/${plan.id}/capacity`));

    expect(tables()).toEqual([]);
    expect(given).toHaveLength(2);
    expect(given[0]).toBeInstanceOf(SharedArrayBuffer);
    expect(given[1]).toBe(given[0]);
  });

  it('are asked of a new site alone when it is supposed that one wants concrete', async () => {
    const other = await works.addSite({ position: eastOfPlant(5) });
    const supposed = {
      kind: 'with_order',
      siteId: other.id,
      grade: 'C30',
      placingMethod: 'chute',
      m3: 8,
      firstOnSiteAt: works.anOrder(other).firstOnSiteAt,
      rateM3PerHour: 36,
    };
    await sent(works.dispatcher.post(`day-plans/${plan.id}/what-if`, supposed));

    const ends = tables().map((path) => {
      const query = new URL(path, road.url).searchParams;
      return [query.get('sources'), query.get('destinations')];
    });
    expect(ends).toEqual([
      ['0', '1;2;3'],
      ['0;1', '2'],
    ]);
  });

  describe('through a zone', () => {
    const tomorrow = localTimeOf(addMinutes(new Date(), 1_440), 'Asia/Shanghai').on;
    const at = (clock: string): Date => new Date(`${tomorrow}T${clock}:00+08:00`);
    let byDay: VehicleView;
    let byNight: VehicleView;
    const orders = new Map<string, string>();

    beforeAll(async () => {
      // Between the plant and the site, and round neither.
      const zone = await drawZone(server, 6);
      const beyond = await works.addSite({ position: eastOfPlant(12) });
      byDay = await works.addRegisteredMixer();
      byNight = await works.addRegisteredMixer();
      await works.addDriver();
      await works.addDriver();
      await works.issuePass(byDay, zone, [everyDay(9, 16)]);
      await works.issuePass(byNight, zone, [everyDay(18, 21)]);
      for (const clock of ['08:30', '18:00', '22:30']) {
        const { id } = await works.order(beyond, { plannedM3: 8, firstOnSiteAt: at(clock) });
        orders.set(id, clock);
      }
      const day = { enterpriseId: works.enterpriseId, operatingOn: tomorrow, searchSec: 1 };
      ({ plan } = await sent<PlanOutcomeView>(works.dispatcher.post('day-plans', day)));
    });

    it('are driven within the hours of the pass, from going into it to coming out', () => {
      const load = plan.loads.find(({ orderId }) => orders.get(orderId) === '08:30')!;
      const leaves = +new Date(load.loadToAt);
      const entersAt = leaves + (+new Date(load.arriveAt) - leaves) / 3;

      expect(load.vehicleId).toBe(byDay.id);
      expect(entersAt).toBeGreaterThanOrEqual(+at('09:00') - 1_000);
      expect(leaves).toBeLessThan(+at('09:00'));
    });

    it('are left to the truck whose pass allows them then', () => {
      const load = plan.loads.find(({ orderId }) => orders.get(orderId) === '18:00');

      expect(load?.vehicleId).toBe(byNight.id);
      expect(plan.loads).toHaveLength(2);
    });

    it('are driven by nobody where no pass allows them, and it is said why', () => {
      const [left] = plan.unserved;

      expect(plan.unserved.map(({ orderId }) => orders.get(orderId))).toEqual(['22:30']);
      expect(Object.keys(left!.codes)).toContain('pass_hours');
    });
  });
});
