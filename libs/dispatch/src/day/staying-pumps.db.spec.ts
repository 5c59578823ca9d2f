import {
  CreateOrderService,
  CreateSiteService,
  type PumpStage,
  RecordPumpStageService,
} from '@tongyun/deliveries';
import { OrderEntity } from '@tongyun/deliveries/data';
import { PlantLineEntity } from '@tongyun/fleet/data';
import { addMinutes, newId, type PumpJobId, SYSTEM_SCOPE } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../../test/support/concrete-works.js';
import { openDayPlans } from '../../../../test/support/open-day-plans.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { CatchUpService } from './catch-up.service.js';
import { ChangePlanService } from './change-plan.service.js';
import { DayPlanBook, type OpenPlan } from './day-plan-book.service.js';
import { PlanDayService } from './plan-day.service.js';
import { ReleaseDayService } from './release-day.service.js';

const operatingOn = '2026-11-24';
const at = (clock: string): Date => new Date(`${operatingOn}T${clock}:00+08:00`);

describe('a pump that stays at its site though its next one waits', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = at('06:00');
  let sites = 0;
  let pourIds: string[];
  let open: OpenPlan;

  const get = <Service>(type: abstract new (...args: never[]) => Service): Service =>
    module.get<Service>(type, { strict: false });
  const ifMatch = () => `"${open.plan.revision}"`;
  const jobAt = (orderId: string) => open.content.pumpJobs.find((job) => job.orderId === orderId)!;
  const pumpedOrder = async (clock: string): Promise<string> => {
    const position = eastOfPlant((sites += 1));
    const site = await get(CreateSiteService).create(works.dispatcher, aSite(works, { position }));
    const pumped = { isPumpNeeded: true, placingMethod: 'pump', pumpReachM: 30 } as const;
    const asked = anOrder(works, site.id, at(clock), pumped);
    return (await get(CreateOrderService).create(works.dispatcher, asked)).id;
  };
  const reach = (jobId: string, stage: PumpStage) =>
    get(RecordPumpStageService).record(works.dispatcher, {
      claimId: newId<string>(),
      pumpJobId: jobId as PumpJobId,
      stage,
      at: now,
      receivedAt: now,
      evidence: 'dispatcher',
    });
  const planAnew = async (seen?: string): Promise<void> => {
    const day = { enterpriseId: works.enterpriseId, operatingOn, searchSec: 0.2 };
    const planning = await get(PlanDayService).start(works.dispatcher, day, seen);
    open = (await planning.outcome).after;
  };
  const staying = () =>
    open.content.events.flatMap((event) => (event.kind === 'pump_stays' ? [event.orderId] : []));

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openDayPlans(database, { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

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
    for (let count = 0; count < 3; count += 1) {
      await works.addMixer();
      await works.addDriver();
    }
    await works.addPump(40);
    await works.addDriver();
    pourIds = [await pumpedOrder('09:00'), await pumpedOrder('13:00')];
    await planAnew();
    open = (await get(ReleaseDayService).release(works.dispatcher, open.plan.id, ifMatch())).after;
    now = at('08:50');
    await reach(jobAt(pourIds[0]!).id, 'ready');
    now = addMinutes(new Date(jobAt(pourIds[1]!).departAt), 11);
  });

  it('is learnt when the plan is mended around what somebody says', async () => {
    const { vehicleId } = open.content.loads[0]!;
    const event = { kind: 'truck_down', vehicleId, until: null, reason: '爆胎' } as const;

    const changing = get(ChangePlanService);
    open = (await changing.happen(works.dispatcher, open.plan.id, event, ifMatch())).after;

    expect(staying()).toEqual([pourIds[0]]);
    const [change] = await get(DayPlanBook).changesOf(open);
    expect(change!.note).toMatch(/^pump_stays: .+\ntruck_down: 爆胎$/u);
  });

  it('is learnt when the plan follows one of its orders, and once', async () => {
    const orderId = pourIds[1] as OrderEntity['id'];
    await database.dataSource.manager.update(OrderEntity, orderId, { rateM3PerHour: 30 });

    open = (await get(CatchUpService).catchUp(SYSTEM_SCOPE, open.plan.id, '李工'))!;

    expect(staying()).toEqual([pourIds[0]]);
    await expect(get(CatchUpService).catchUp(SYSTEM_SCOPE, open.plan.id, '')).resolves.toBeNull();
  });

  it('is learnt when a change is taken back', async () => {
    const itemId = jobAt(pourIds[1]!).id;
    const changing = get(ChangePlanService);
    const pin = { itemId, isPinned: true };
    open = (await changing.pin(works.dispatcher, open.plan.id, pin, ifMatch())).after;

    open = (await changing.undo(works.dispatcher, open.plan.id, ifMatch())).after;
    expect(staying()).toEqual([pourIds[0]]);
  });

  it('is learnt when the day is planned anew', async () => {
    await planAnew(ifMatch());

    expect(staying()).toEqual([pourIds[0]]);
  });
});
