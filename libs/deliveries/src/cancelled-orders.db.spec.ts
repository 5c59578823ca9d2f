import { setTimeout as pause } from 'node:timers/promises';
import { addMinutes, type LoadId } from '@tongyun/kernel';
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
import { AssignmentEntity, TripEntity } from './data/index.js';
import { DeliveriesModule } from './deliveries.module.js';
import { OrderQueries } from './order-queries.service.js';

const now = new Date('2026-11-23T00:00:00Z');

describe('a cancelled order', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;

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
    works = await buildWorks(database.dataSource.manager);
    await works.addMixer();
  });

  // The two meet at another point in each round; one after another is right in any order.
  it.each([0, 4, 8, 12, 16, 20, 25, 30, 35, 40])(
    'holds no vehicle, whoever was being assigned %i ms before',
    async (headStartMs) => {
      const { dispatcher } = works;
      const site = await module.get(CreateSiteService).create(dispatcher, aSite(works));
      const wanted = anOrder(works, site.id, addMinutes(now, 120), { plannedM3: 48 });
      const { id } = await module.get(CreateOrderService).create(dispatcher, wanted);
      const { loads } = await module.get(OrderQueries).getWhole(dispatcher, id);
      const pairs = [];
      for (const load of loads) {
        const [vehicle, driver] = [await works.addMixer(), await works.addDriver()];
        pairs.push({ loadId: load.id as LoadId, vehicleId: vehicle.id, driverId: driver.id });
      }
      const cancel = async () => {
        await pause(headStartMs);
        const change = { state: 'cancelled', reason: 'rain' } as const;
        return module.get(ChangeOrderStateService).change(dispatcher, id, change, '*');
      };

      const [cancelled, ...outcomes] = await Promise.all([
        cancel(),
        ...pairs.map(async ({ loadId, vehicleId, driverId }) => {
          try {
            await module.get(AssignService).assign(dispatcher, { loadId }, { vehicleId, driverId });
            return 'ASSIGNED';
          } catch (error) {
            return (error as { code: string }).code;
          }
        }),
      ]);

      expect(cancelled.state).toBe('cancelled');
      expect(['ASSIGNED', 'ORDER_NOT_ASSIGNABLE']).toEqual(expect.arrayContaining(outcomes));
      const held = { orderId: id, state: 'released' } as const;
      const open = { orderId: id, stage: 'assigned' } as const;
      const { dataSource } = database;
      expect(await dataSource.getRepository(AssignmentEntity).countBy(held)).toBe(0);
      expect(await dataSource.getRepository(TripEntity).countBy(open)).toBe(0);
    },
  );
});
