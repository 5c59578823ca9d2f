import { CreateOrderService, CreateSiteService } from '@tongyun/deliveries';
import { JointShareEntity, OrderEntity } from '@tongyun/deliveries/data';
import { PlantLineEntity } from '@tongyun/fleet/data';
import { type JointShareId, newId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
} from '../../../../test/support/concrete-works.js';
import { openDayPlans } from '../../../../test/support/open-day-plans.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { DayPlanRevisionEntity } from '../data/index.js';
import { ChangePlanService } from './change-plan.service.js';
import type { OpenPlan } from './day-plan-book.service.js';
import { MendJointPour } from './mend-joint-pour.service.js';
import { PlanDayService } from './plan-day.service.js';
import { DaySolver } from './solving/day-solver.js';

const operatingOn = '2026-11-24';
const at = (clock: string): Date => new Date(`${operatingOn}T${clock}:00+08:00`);

describe('a joint pour that has changed', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let lead: ConcreteWorks;
  let partner: ConcreteWorks;
  let pourId: OrderEntity['id'];
  let plans: readonly [OpenPlan, OpenPlan];

  const get = <Service>(type: abstract new (...args: never[]) => Service): Service =>
    module.get<Service>(type, { strict: false });
  const rows = () => database.dataSource.manager;
  const enter = async (): Promise<ConcreteWorks> => {
    const works = await buildWorks(rows());
    await rows().insert(PlantLineEntity, {
      id: newId<string>(),
      plantId: works.plantId,
      name: '1号线',
      rateM3PerHour: 120,
      createdAt: at('06:00'),
    });
    for (let count = 0; count < 3; count += 1) {
      await works.addMixer();
      await works.addDriver();
    }
    return works;
  };
  const order = async (works: ConcreteWorks): Promise<OrderEntity['id']> => {
    const { id } = await get(CreateSiteService).create(works.dispatcher, aSite(works));
    const asked = anOrder(works, id, at('14:00'), { plannedM3: 24 });
    return (await get(CreateOrderService).create(works.dispatcher, asked)).id as OrderEntity['id'];
  };
  const plan = async ({ enterpriseId, dispatcher }: ConcreteWorks): Promise<OpenPlan> => {
    const day = { enterpriseId, operatingOn, searchSec: 0.2 };
    const planning = await get(PlanDayService).start(dispatcher, day, undefined);
    return (await planning.outcome).after;
  };
  const kindsOf = async ({ plan: { id: planId } }: OpenPlan) =>
    (
      await rows().find(DayPlanRevisionEntity, { where: { planId }, order: { revision: 'ASC' } })
    ).map(({ kind }) => kind);

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openDayPlans(database, { now: () => at('06:00') });
    [lead, partner] = [await enter(), await enter()];
    pourId = await order(lead);
    await rows().insert(JointShareEntity, {
      id: newId<JointShareId>(),
      leadOrderId: pourId,
      leadEnterpriseId: lead.enterpriseId,
      partnerEnterpriseId: partner.enterpriseId,
      plantId: partner.plantId,
      quotaM3: 24,
      state: 'accepted',
      shareOrderId: await order(partner),
      offeredAt: at('05:00'),
      version: 1,
    });
    plans = [await plan(lead), await plan(partner)];
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  it('is mended as one by the next try where somebody plans while it is mended', async () => {
    const [, theirs] = plans;
    const solver = get(DaySolver);
    const solve = solver.solve.bind(solver);
    solver.solve = async (...asked) => {
      solver.solve = solve;
      const pin = { itemId: theirs.content.loads[0]!.id, isPinned: false };
      await get(ChangePlanService).pin(partner.dispatcher, theirs.plan.id, pin, '"1"');
      return solve(...asked);
    };
    await rows().update(OrderEntity, pourId, { rateM3PerHour: 30 });
    let settled = 0;
    const mend = () =>
      get(MendJointPour).mend(pourId, '李工', async () => {
        settled += 1;
      });

    await expect(mend()).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    expect(await Promise.all(plans.map(kindsOf))).toEqual([['planned'], ['planned', 'unpinned']]);

    await expect(mend()).resolves.toBe(true);
    expect(await Promise.all(plans.map(kindsOf))).toEqual([
      ['planned', 'joint'],
      ['planned', 'unpinned', 'joint'],
    ]);
    expect(settled).toBe(1);
  });
});
