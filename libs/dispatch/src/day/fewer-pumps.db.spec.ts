import type { PlanEventRequest } from '@tongyun/contracts';
import { CreateOrderService, CreateSiteService } from '@tongyun/deliveries';
import { PlantLineEntity } from '@tongyun/fleet/data';
import { newId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
} from '../../../../test/support/concrete-works.js';
import { openDayPlans } from '../../../../test/support/open-day-plans.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { ChangePlanService } from './change-plan.service.js';
import { DayPlanBook, type OpenPlan } from './day-plan-book.service.js';
import { PlanDayService } from './plan-day.service.js';
import { ReleaseDayService } from './release-day.service.js';

const operatingOn = '2026-11-24';
const at = (clock: string): Date => new Date(`${operatingOn}T${clock}:00+08:00`);

describe('a pour of two pumps that both break down', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = at('06:00');
  let open: OpenPlan;

  const get = <Service>(type: abstract new (...args: never[]) => Service): Service =>
    module.get<Service>(type, { strict: false });
  const happen = async (event: PlanEventRequest): Promise<void> => {
    const ifMatch = `"${open.plan.revision}"`;
    const changing = get(ChangePlanService);
    open = (await changing.happen(works.dispatcher, open.plan.id, event, ifMatch)).after;
  };
  const breakDown = (vehicleId: string): Promise<void> =>
    happen({ kind: 'pump_down', vehicleId, until: null, reason: '泵管破裂' });
  const release = async () => {
    const ifMatch = `"${open.plan.revision}"`;
    const released = await get(ReleaseDayService).release(works.dispatcher, open.plan.id, ifMatch);
    open = released.after;
    return released.outcome;
  };
  const pumpsOf = () => open.content.pumpJobs.map(({ vehicleId }) => vehicleId);
  const kinds = () => open.content.events.map(({ kind }) => kind);

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openDayPlans(database, { now: () => now });
    works = await buildWorks(database.dataSource.manager);
    await database.dataSource.manager.insert(PlantLineEntity, {
      id: newId<string>(),
      plantId: works.plantId,
      name: '1号线',
      rateM3PerHour: 120,
      createdAt: now,
    });
    for (let count = 0; count < 6; count += 1) {
      await works.addMixer();
      await works.addDriver();
    }
    for (let count = 0; count < 3; count += 1) {
      await works.addPump(40);
      await works.addDriver();
    }
    const { id: siteId } = await get(CreateSiteService).create(works.dispatcher, aSite(works));
    const pumped = { isPumpNeeded: true, placingMethod: 'pump', pumpReachM: 30 } as const;
    await get(CreateOrderService).create(
      works.dispatcher,
      anOrder(works, siteId, at('09:00'), { ...pumped, pumpsNeeded: 2, plannedM3: 40 }),
    );
    const day = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 0.2 };
    const planning = await get(PlanDayService).start(works.dispatcher, day, undefined);
    open = (await planning.outcome).after;
    await release();
    now = at('08:40');
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  it('goes on with the one other pump that is to be had, and says that one lacks', async () => {
    const [first, second] = pumpsOf();
    await breakDown(first!);
    expect(kinds()).toEqual(['pump_down']);
    expect(pumpsOf()).toHaveLength(2);

    await breakDown(second!);

    const { unserved, loads } = open.content;
    expect(unserved).toEqual([]);
    expect(pumpsOf()).toHaveLength(1);
    expect([first, second]).not.toContain(pumpsOf()[0]);
    expect(loads.reduce((sum, { m3 }) => sum + m3, 0)).toBeCloseTo(40);
    const inTime = loads.toSorted((one, two) =>
      one.dischargeFromAt.localeCompare(two.dischargeFromAt),
    );
    inTime.slice(1).forEach((load, index) => {
      expect(load.dischargeFromAt >= inTime[index]!.dischargeToAt).toBe(true);
    });
    expect(open.content.events.at(-1)).toMatchObject({ kind: 'pumps_fewer', pumps: 1 });
    const [change] = await get(DayPlanBook).changesOf(open);
    expect(change!.note).toBe('pump_down: 泵管破裂\npumps_fewer: 一号楼 1/2');
    expect(await release()).toMatchObject({ refused: [] });
  });

  it('has both pumps again when one of them works again', async () => {
    const down = open.content.events.flatMap((event) =>
      event.kind === 'pump_down' ? [event.vehicleId] : [],
    );
    await happen({ kind: 'pump_up', vehicleId: down[0]!, reason: '泵管已换' });

    expect(open.content.unserved).toEqual([]);
    expect(pumpsOf()).toHaveLength(2);
    expect(kinds()).not.toContain('pumps_fewer');
  });
});
