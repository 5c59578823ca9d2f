import { AlertQueries } from '@tongyun/alerts';
import {
  AssignService,
  CreateOrderService,
  CreateSiteService,
  OrderQueries,
  PumpJobQueries,
} from '@tongyun/deliveries';
import type { OrderId, VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
  eastOfPlant,
} from '../../../test/support/concrete-works.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { FixDoor } from './fix-door.service.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { toPumpFacts } from './pump-facts.js';
import { SHARD_COUNT } from './rules/shard.js';

const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
/** The first truck; the pump has a way of a few minutes and forty to set up. */
const FIRST_TRUCK_AT = at('06:00');

describe('a pump on its job', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = at('02:00');

  beforeAll(async () => {
    database = await openTestDatabase();
    const imports = [RoutingModule.with({}), JudgingModule];
    module = await openTestModule(database, imports, { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    now = at('02:00');
    works = await buildWorks(database.dataSource.manager);
    await works.addMixer();
  });

  const service = <Service>(type: new (...args: never[]) => Service): Service =>
    module.get<Service>(type, { strict: false });

  /** A pumped pour at 06:00, 8 km off, whose pump and operator are told of it at 02:00. */
  async function aPumpJob(): Promise<{ vehicleId: VehicleId; orderId: OrderId }> {
    const { dispatcher } = works;
    const site = await service(CreateSiteService).create(dispatcher, aSite(works));
    const pumped = { placingMethod: 'pump' as const, isPumpNeeded: true };
    const wanted = anOrder(works, site.id, FIRST_TRUCK_AT, pumped);
    const { id: orderId } = await service(CreateOrderService).create(dispatcher, wanted);
    const { pumpJobs } = await service(OrderQueries).getWhole(dispatcher, orderId);
    const { id: vehicleId } = await works.addPump(48);
    const { id: driverId } = await works.addDriver();
    const ref = { pumpJobId: pumpJobs[0]!.id };
    await service(AssignService).assign(dispatcher, ref, { vehicleId, driverId });
    await module.get(UnitOfWork).run(async (tx) => {
      const job = await service(PumpJobQueries).openOfVehicle(vehicleId, tx);
      const facts = { trip: null, pump: toPumpFacts(job!), duty: null };
      await service(JudgeInputs).tripChanged(tx, vehicleId, now, facts);
    });
    return { vehicleId, orderId };
  }

  async function judge(): Promise<void> {
    while ((await service(JudgeBatchService).judgeNext(ALL_SHARDS)) > 0);
  }

  /** What the dispatcher sees of the pump's alerts, the oldest first. */
  async function alertsOf(vehicleId: VehicleId): Promise<{ code: string; startedAt: string }[]> {
    const { items } = await service(AlertQueries).list(works.dispatcher, { limit: 20 });
    return items
      .filter((alert) => alert.vehicleId === vehicleId)
      .map(({ code, startedAt }) => ({ code, startedAt }))
      .toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
  }

  it('raises both alerts at their times with no fix and no tap ever coming', async () => {
    const { vehicleId } = await aPumpJob();
    await judge();
    now = at('05:00');
    await judge();
    const inTime = await alertsOf(vehicleId);

    now = at('05:45');
    await judge();
    const late = await alertsOf(vehicleId);
    now = at('06:00');
    await judge();

    expect(inTime).toEqual([]);
    expect(late.map(({ code }) => code)).toEqual(['pump_not_departed']);
    expect(await alertsOf(vehicleId)).toEqual([
      late[0],
      { code: 'pump_overdue', startedAt: FIRST_TRUCK_AT.toISOString() },
    ]);
  });

  it('is under way and at its site by its fences, without a tap', async () => {
    const { vehicleId, orderId } = await aPumpJob();
    const drive = [
      ['05:00', 0],
      ['05:01', 0],
      ['05:03', 2],
      ['05:06', 4],
      ['05:12', 8],
      ['05:13', 8],
    ] as const;
    const fixes = drive.map(([clock, km]) => {
      const { lng, lat, crs } = eastOfPlant(km);
      const [when, where] = [at(clock), { crs, lngSent: lng, latSent: lat }];
      return anIncomingFix({ vehicleId, at: when, receivedAt: when, ...where });
    });
    now = at('05:15');
    await service(FixDoor).store(fixes);
    await judge();

    const { pumpJobs } = await service(OrderQueries).getWhole(works.dispatcher, orderId);
    expect(pumpJobs[0]).toMatchObject({
      state: 'setting_up',
      stageEvidence: {
        travelling: { at: at('05:03').toISOString(), evidence: 'geofence' },
        setting_up: { at: at('05:12').toISOString(), evidence: 'geofence' },
      },
    });
  });
});
