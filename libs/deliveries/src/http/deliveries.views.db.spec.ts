import {
  assignmentView,
  driverDayView,
  orderDetailView,
  orderView,
  siteView,
  tripView,
} from '@tongyun/contracts';
import { addMinutes, type LoadId } from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { anOrder, aSite, buildWorks } from '../../../../test/support/concrete-works.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { AssignService } from '../assign.service.js';
import { toAssignmentView } from '../assignment-view.js';
import { CreateOrderService } from '../create-order.service.js';
import { CreateSiteService } from '../create-site.service.js';
import { DeliveriesModule } from '../deliveries.module.js';
import { DriverDayQueries } from '../driver-day-queries.service.js';
import { OrderQueries } from '../order-queries.service.js';
import { TripQueries } from '../trip-queries.service.js';
import {
  toDriverDayView,
  toOrderDetailView,
  toOrderView,
  toSiteView,
  toTripView,
} from './deliveries.views.js';

const now = new Date('2026-11-23T00:00:00Z');

describe('the views of deliveries', () => {
  let database: TestDatabase;
  let module: TestingModule;

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

  it('say exactly what the contract says, for an assigned order and its driver', async () => {
    const works = await buildWorks(database.dataSource.manager);
    const { dispatcher } = works;
    const [mixer, driver] = [await works.addMixer(), await works.addDriver()];
    const site = await module.get(CreateSiteService).create(dispatcher, aSite(works));
    const wanted = anOrder(works, site.id, addMinutes(now, 120));
    const { id } = await module.get(CreateOrderService).create(dispatcher, wanted);
    const before = await module.get(OrderQueries).getWhole(dispatcher, id);
    const loadId = before.loads[0]!.id as LoadId;
    const assignment = await module
      .get(AssignService)
      .assign(dispatcher, { loadId }, { vehicleId: mixer.id, driverId: driver.id });
    const whole = await module.get(OrderQueries).getWhole(dispatcher, id);
    const [trip] = await module.get(TripQueries).list(dispatcher, { limit: 50 });
    const day = await module.get(DriverDayQueries).get(dispatcher, driver.id);

    const shown = [
      [siteView, toSiteView(site)],
      [orderView, toOrderView(whole.order)],
      [orderDetailView, toOrderDetailView(whole)],
      [assignmentView, toAssignmentView(assignment)],
      [tripView, toTripView(trip!)],
      [driverDayView, toDriverDayView(day)],
    ] as const;

    for (const [schema, view] of shown) expect(schema.parse(view)).toEqual(view);
    expect(toTripView(trip!)).toMatchObject({ nextStage: 'loading', plateNo: mixer.plateNo });
    expect(toOrderDetailView(whole).loads[0]!.assignment?.id).toBe(assignment.id);
  });
});
