import { CreateOrderService, CreateSiteService } from '@tongyun/deliveries';
import { OrderEntity } from '@tongyun/deliveries/data';
import { PlantLineEntity } from '@tongyun/fleet/data';
import { addMinutes, newId, type SiteId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
} from '../../../../test/support/concrete-works.js';
import { openDayPlans } from '../../../../test/support/open-day-plans.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { PlanOfferEntity } from '../data/index.js';
import { CatchUpService } from './catch-up.service.js';
import { ChangePlanService } from './change-plan.service.js';
import type { OpenPlan } from './day-plan-book.service.js';
import { PlanDayService } from './plan-day.service.js';
import { DecideOfferService } from './standing/decide-offer.service.js';

const operatingOn = '2026-11-24';
const at = (clock: string): Date => new Date(`${operatingOn}T${clock}:00+08:00`);

describe('a plan of a day on which something fell due and did not begin', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now: Date;
  let siteId: SiteId;
  let open: OpenPlan;

  const get = <Service>(type: abstract new (...args: never[]) => Service): Service =>
    module.get<Service>(type, { strict: false });
  const order = (firstOnSiteAt: Date) =>
    get(CreateOrderService).create(works.dispatcher, anOrder(works, siteId, firstOnSiteAt));
  const ifMatch = () => `"${open.plan.revision}"`;
  const loadOf = (orderId: string) => open.content.loads.find((load) => load.orderId === orderId)!;

  beforeAll(async () => {
    database = await openTestDatabase();
    now = at('06:00');
    module = await openDayPlans(database, { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  /** Of the orders: the one that nobody has begun by now, the one that waits for a call, and one to come. */
  let ids: { overdue: string; ghost: string; toCome: string };

  beforeEach(async () => {
    now = at('06:00');
    works = await buildWorks(database.dataSource.manager);
    await database.dataSource.manager.insert(PlantLineEntity, {
      id: newId<string>(),
      plantId: works.plantId,
      name: '1号线',
      rateM3PerHour: 120,
      createdAt: now,
    });
    for (let count = 0; count < 8; count += 1) {
      await works.addMixer();
      await works.addDriver();
    }
    siteId = (await get(CreateSiteService).create(works.dispatcher, aSite(works))).id;
    const [overdue, ghost, toCome] = [
      await order(at('09:00')),
      await order(at('09:30')),
      await order(at('14:00')),
    ];
    await database.dataSource.manager.update(OrderEntity, ghost.id, { state: 'will_call' });
    ids = { overdue: overdue.id, ghost: ghost.id, toCome: toCome.id };
    const day = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 1 };
    const planning = await get(PlanDayService).start(works.dispatcher, day, undefined);
    open = (await planning.outcome).after;
    now = at('12:00');
  });

  it('lets a load of another order be moved', async () => {
    const itemId = loadOf(ids.toCome).id;
    const later = { itemId, atAt: addMinutes(new Date(loadOf(ids.toCome).loadFromAt), 5) };

    const moved = await get(ChangePlanService).move(
      works.dispatcher,
      open.plan.id,
      { ...later, isTrial: false },
      ifMatch(),
    );

    expect(moved).toMatchObject({ isDone: true, faults: [] });
    expect(Date.parse(moved.after.content.loads.find(({ id }) => id === itemId)!.loadFromAt)).toBe(
      +later.atAt,
    );
  });

  it('still refuses to move a load into the past', async () => {
    const into = { itemId: loadOf(ids.toCome).id, atAt: at('11:00'), isTrial: false };

    const refused = await get(ChangePlanService).move(
      works.dispatcher,
      open.plan.id,
      into,
      ifMatch(),
    );

    expect(refused.isDone).toBe(false);
    expect(refused.faults).toContainEqual(
      expect.objectContaining({ code: 'already_past', orderId: ids.toCome }),
    );
    expect(refused.faults.map(({ orderId }) => orderId)).not.toContain(ids.ghost);
  });

  it('goes back to what it was before a change, and not behind what an order asks for since', async () => {
    const itemId = loadOf(ids.toCome).id;
    const changing = get(ChangePlanService);
    open = (
      await changing.pin(works.dispatcher, open.plan.id, { itemId, isPinned: true }, ifMatch())
    ).after;
    await database.dataSource.manager.update(OrderEntity, ids.toCome, { plannedM3: 24 });
    open = (await get(CatchUpService).catchUp(works.dispatcher, open.plan.id, '李工'))!;
    const m3Of = (content: OpenPlan['content']) =>
      content.loads
        .filter((load) => load.orderId === ids.toCome)
        .reduce((sum, { m3 }) => sum + m3, 0);

    for (const isPinned of [true, false]) {
      const undone = await changing.undo(works.dispatcher, open.plan.id, ifMatch());
      open = undone.after;

      expect(m3Of(open.content)).toBe(24);
      expect(open.content.events).toMatchObject([{ kind: 'order_grown', reason: '李工' }]);
      expect(open.content.loads.some((load) => load.isPinned)).toBe(isPinned);
    }
  });

  it('takes a better plan that has it as late', async () => {
    const offer = {
      id: newId<string>(),
      planId: open.plan.id,
      baseRevision: open.plan.revision,
      content: open.content,
      state: 'open' as const,
      madeAt: at('06:10'),
      seed: 1,
      worthPoints: 100,
      comparison: {} as PlanOfferEntity['comparison'],
      decidedBy: null,
      decidedByName: null,
      decidedAt: null,
    };
    await database.dataSource.manager.insert(PlanOfferEntity, offer);

    const accepted = await get(DecideOfferService).accept(
      works.dispatcher,
      open.plan.id,
      offer.id,
      ifMatch(),
    );

    expect(accepted.after.plan.revision).toBe(open.plan.revision + 1);
  });
});
