import { CreateOrderService, CreateSiteService } from '@tongyun/deliveries';
import { PlantLineEntity } from '@tongyun/fleet/data';
import { addMinutes, addSeconds, newId, type SiteId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../../../test/support/concrete-works.js';
import { openDayPlans } from '../../../../../test/support/open-day-plans.js';
import { openTestDatabase, type TestDatabase } from '../../../../../test/support/test-database.js';
import { until } from '../../../../../test/support/until.js';
import { DayPlanRevisionEntity, PlanMendEntity } from '../../data/index.js';
import { ChangePlanService } from '../change-plan.service.js';
import { DayPlanBook, type OpenPlan } from '../day-plan-book.service.js';
import { PlanDayService } from '../plan-day.service.js';
import { Plannings } from '../planning/plannings.js';
import { ReleaseDayService } from '../release-day.service.js';
import { RunStandingImprover } from '../standing/run-standing-improver.service.js';
import { MendLater } from './mend-later.js';
import { ORDERS_CAME } from './mend-when-orders-came.listener.js';

const operatingOn = '2026-11-24';
const at = (clock: string): Date => new Date(`${operatingOn}T${clock}:00+08:00`);

const knows = ({ content }: OpenPlan) => content.wants!.map(({ orderId }) => orderId).toSorted();

describe('orders that come once drivers were told', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = at('06:00');
  let siteId: SiteId;
  let sites = 0;
  let open: OpenPlan;

  const get = <Service>(type: abstract new (...args: never[]) => Service): Service =>
    module.get<Service>(type, { strict: false });
  const rows = () => database.dataSource.manager;
  const newest = () => get(DayPlanBook).open(works.dispatcher, open.plan.id, null);
  const ifMatch = () => `"${open.plan.revision}"`;
  const kinds = async () =>
    (
      await rows().find(DayPlanRevisionEntity, {
        where: { planId: open.plan.id },
        order: { revision: 'ASC' },
      })
    ).map(({ kind }) => kind);
  /** Whoever mends plans has heard of everything by then. */
  const heard = () =>
    until(async () => {
      const [{ count }] = await rows().query(
        `SELECT count(*)::int AS count FROM outbox_event e
         WHERE e.name = 'order.changed' AND NOT EXISTS (
           SELECT FROM outbox_receipt r WHERE r.event_id = e.id AND r.listener = $1)`,
        [ORDERS_CAME],
      );
      return count === 0;
    });
  const orderComes = async () => {
    const asked = anOrder(works, siteId, addMinutes(now, 300), { plannedM3: 8 });
    const order = await get(CreateOrderService).create(works.dispatcher, asked);
    await heard();
    return order;
  };
  const release = async (): Promise<void> => {
    const released = await get(ReleaseDayService).release(
      works.dispatcher,
      open.plan.id,
      ifMatch(),
    );
    open = released.after;
    await heard();
    now = addMinutes(now, 10);
  };
  const pin = () =>
    get(ChangePlanService).pin(
      works.dispatcher,
      open.plan.id,
      { itemId: open.content.loads[0]!.id, isPinned: true },
      ifMatch(),
    );
  const later = async (seconds: number): Promise<OpenPlan> => {
    now = addSeconds(now, seconds);
    await get(MendLater).mendDue();
    return newest();
  };

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  beforeEach(async () => {
    now = at('06:00');
    await rows().query('TRUNCATE plan_mend, lease, outbox_event, outbox_receipt');
    module = await openDayPlans(database, { now: () => now }, { relaysEvents: true });
    works = await buildWorks(rows());
    await rows().insert(PlantLineEntity, {
      id: newId<string>(),
      plantId: works.plantId,
      name: '1号线',
      rateM3PerHour: 120,
      createdAt: now,
    });
    for (let count = 0; count < 3; count += 1) {
      await works.addMixer();
      await works.addDriver();
    }
    // A spot of its own: what was planned there before would leave no time for it.
    const position = eastOfPlant((sites += 1));
    siteId = (await get(CreateSiteService).create(works.dispatcher, aSite(works, { position }))).id;
    await orderComes();
    const day = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 1 };
    const planning = await get(PlanDayService).start(works.dispatcher, day, undefined);
    open = (await planning.outcome).after;
  });
  afterEach(() => module?.close());

  // The first, while there are no plans of other cases to look for better ones of.
  it('are waited for by who looks for a better plan', async () => {
    await release();
    await orderComes();

    await get(RunStandingImprover).runDue();
    expect(await kinds()).toEqual(['planned', 'released']);

    expect(await later(60).then(() => kinds())).toEqual(['planned', 'released', 'event']);
  });

  it('are taken in as one, when no more have come for a while', async () => {
    await release();
    const first = await orderComes();
    now = addSeconds(now, 40);
    const second = await orderComes();

    expect((await later(59)).plan.revision).toBe(open.plan.revision);
    const taken = await later(1);

    expect(taken.plan.revision).toBe(open.plan.revision + 1);
    expect(knows(taken)).toEqual([...knows(open), first.id, second.id].toSorted());
    expect(taken.content.unserved).toEqual([]);
    expect(await rows().count(PlanMendEntity)).toBe(0);
  });

  it('wait for whoever changes the plan by hand meanwhile', async () => {
    await release();
    await orderComes();
    now = addSeconds(now, 50);
    await pin();

    expect(await later(30).then(() => kinds())).toEqual(['planned', 'released', 'pinned']);

    expect(await later(30).then(() => kinds())).toEqual(['planned', 'released', 'pinned', 'event']);
  });

  it('wait no longer than they may, however often somebody changes the plan by hand', async () => {
    await release();
    await orderComes();
    for (let count = 0; count < 12; count += 1) {
      expect((await kinds()).slice(2)).not.toContain('event');
      const pinned = await pin();
      open = pinned.after;
      await later(50);
    }

    expect(await kinds()).toContain('event');
  });

  it('are taken in later when somebody is first while they are', async () => {
    await release();
    await orderComes();
    const book = get(DayPlanBook);
    const solve = book.solve.bind(book);
    book.solve = async (...asked) => {
      book.solve = solve;
      await pin();
      return solve(...asked);
    };

    expect(await later(60).then(() => kinds())).toEqual(['planned', 'released', 'pinned']);

    expect(await later(60).then(() => kinds())).toEqual(['planned', 'released', 'pinned', 'event']);
  });

  it('wait while the day is being planned', async () => {
    await release();
    await orderComes();
    const end = new AbortController();
    const asked = {
      enterpriseId: works.enterpriseId,
      operatingOn,
      jointOrderId: null,
      searchSec: 60,
      byUser: works.dispatcher.userId,
      byName: '李',
    };
    const { outcome } = await get(Plannings).start(
      asked,
      () =>
        new Promise<never>((_, reject) => {
          end.signal.addEventListener('abort', () => reject(new Error('given up')));
        }),
    );

    expect(await later(60).then(() => kinds())).toEqual(['planned', 'released']);

    end.abort();
    await expect(outcome).rejects.toThrow('given up');
    expect(await later(60).then(() => kinds())).toEqual(['planned', 'released', 'event']);
  });

  it('are left to the dispatcher where nobody was told of the plan yet', async () => {
    await orderComes();

    expect(await later(3_600).then(() => kinds())).toEqual(['planned']);
    expect(await rows().count(PlanMendEntity)).toBe(0);
  });
});
