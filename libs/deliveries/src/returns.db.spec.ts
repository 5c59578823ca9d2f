import { type LoadId, newId, type OrderId, type TripId } from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
} from '../../../test/support/concrete-works.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AssignService } from './assign.service.js';
import { ChangeOrderStateService } from './change-order-state.service.js';
import { CreateOrderService } from './create-order.service.js';
import { CreateSiteService } from './create-site.service.js';
import { TripEntity } from './data/index.js';
import { DayWorkQueries } from './day-work-queries.service.js';
import { DeliveriesModule } from './deliveries.module.js';
import { OrderQueries } from './order-queries.service.js';
import { RecordStageService } from './record-stage.service.js';
import { RefuseLoadService } from './refuse-load.service.js';
import type { TripStage } from './rules/stages.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);

describe('a truck that was sent back', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = at('00:00');

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [RoutingModule.with({}), DeliveriesModule], {
      now: () => now,
    });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    now = at('00:00');
    works = await buildWorks(database.dataSource.manager);
    await works.addMixer();
  });

  /** An order of one load of 12 m³. */
  async function aLoad(): Promise<{ orderId: OrderId; loadId: LoadId }> {
    const { dispatcher } = works;
    const site = await module.get(CreateSiteService).create(dispatcher, aSite(works));
    const { id } = await module
      .get(CreateOrderService)
      .create(dispatcher, anOrder(works, site.id, at('02:00')));
    const { loads } = await module.get(OrderQueries).getWhole(dispatcher, id);
    return { orderId: id, loadId: loads[0]!.id as LoadId };
  }

  const record = (tripId: TripId, stage: TripStage, clock: string) =>
    module.get(RecordStageService).record(works.dispatcher, {
      claimId: newId<string>(),
      tripId,
      stage,
      at: at(clock),
      receivedAt: at(clock),
      evidence: 'dispatcher',
    });

  /** A truck of its own comes with it and is sent back at once. */
  async function refuse(loadId: LoadId, clock: string, takenM3: number): Promise<TripId> {
    now = at(clock);
    const [mixer, driver] = [await works.addMixer(), await works.addDriver()];
    const { id: assignmentId } = await module
      .get(AssignService)
      .assign(works.dispatcher, { loadId }, { vehicleId: mixer.id, driverId: driver.id });
    const { id } = await database.dataSource
      .getRepository(TripEntity)
      .findOneByOrFail({ assignmentId });
    await record(id, 'en_route', clock);
    await record(id, 'at_site', clock);
    await module.get(RefuseLoadService).refuse(works.dispatcher, id, {
      claimId: newId<string>(),
      at: now,
      receivedAt: now,
      evidence: 'dispatcher',
      reason: 'slump',
      takenM3,
    });
    return id;
  }

  const returnsOf = async (on: string) => {
    const { dispatcher, enterpriseId } = works;
    return (await module.get(DayWorkQueries).ofDay(dispatcher, enterpriseId, on)).returns;
  };

  it('brought nothing where the site took a part of its load from the next truck', async () => {
    const { loadId } = await aLoad();
    const whole = await refuse(loadId, '01:00', 0);
    const inPart = await refuse(loadId, '03:00', 5);

    const takenOf = new Map(
      (await returnsOf('2026-11-23')).map(({ tripId, takenM3 }) => [tripId, takenM3]),
    );

    expect(takenOf).toEqual(
      new Map([
        [whole, 0],
        [inPart, 5],
      ]),
    );
  });

  it('is told of, and when it is back, though its order was cancelled, and on the days beside', async () => {
    const { dispatcher } = works;
    const { orderId, loadId } = await aLoad();
    const tripId = await refuse(loadId, '01:00', 0);
    const change = { state: 'cancelled', reason: 'rain' } as const;
    await module.get(ChangeOrderStateService).change(dispatcher, orderId, change, '*');

    for (const on of ['2026-11-22', '2026-11-23', '2026-11-24']) {
      expect(await returnsOf(on)).toMatchObject([{ tripId, orderId, isOut: true }]);
    }
    expect(await returnsOf('2026-11-25')).toEqual([]);
    await record(tripId, 'back_at_plant', '01:50');
    expect(await returnsOf('2026-11-23')).toMatchObject([
      { tripId, isOut: false, backAt: at('01:50') },
    ]);
  });
});
