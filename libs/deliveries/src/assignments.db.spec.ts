import {
  addMinutes,
  type AssignmentId,
  type DriverId,
  type LoadId,
  newId,
  type VehicleId,
} from '@tongyun/kernel';
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
import { CancelAssignmentService } from './cancel-assignment.service.js';
import { CreateOrderService } from './create-order.service.js';
import { CreateSiteService } from './create-site.service.js';
import { AssignmentEntity, TripEntity } from './data/index.js';
import { DeliveriesModule } from './deliveries.module.js';
import { OrderQueries } from './order-queries.service.js';
import { RecordStageService } from './record-stage.service.js';
import { TripQueries } from './trip-queries.service.js';

const now = new Date('2026-11-23T00:00:00Z');

describe('assignments', () => {
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

  /** An order of one load that is due in `inMin`. */
  async function enterOrder(inMin = 120) {
    const { dispatcher } = works;
    const site = await module.get(CreateSiteService).create(dispatcher, aSite(works));
    const wanted = anOrder(works, site.id, addMinutes(now, inMin));
    const order = await module.get(CreateOrderService).create(dispatcher, wanted);
    return module.get(OrderQueries).getWhole(dispatcher, order.id);
  }
  const firstLoadOf = async (inMin?: number) => ({
    loadId: (await enterOrder(inMin)).loads[0]!.id as LoadId,
  });
  const assign = (
    job: { loadId: LoadId },
    vehicleId: VehicleId,
    driverId: DriverId,
    overrideReason?: string,
  ) =>
    module.get(AssignService).assign(works.dispatcher, job, {
      vehicleId,
      driverId,
      overrideReason,
    });
  const aPair = async () => ({ mixer: await works.addMixer(), driver: await works.addDriver() });
  const rows = () => database.dataSource.getRepository(AssignmentEntity);

  it('hold a window from leaving the plant to the end of discharge, and make a trip', async () => {
    const [mixer, driver] = [await works.addMixer(), await works.addDriver()];
    const { order, loads } = await enterOrder();

    const held = await assign({ loadId: loads[0]!.id as LoadId }, mixer.id, driver.id);

    expect(held).toMatchObject({ state: 'released', plateNo: mixer.plateNo, warnings: [] });
    expect(addMinutes(held.endsAt, -(5 + 12 * 1.5))).toEqual(loads[0]!.dueAt);
    const trip = await database.dataSource.getRepository(TripEntity).findOneByOrFail({
      assignmentId: held.id,
    });
    expect(trip).toMatchObject({ stage: 'assigned', startedAt: null, plannedM3: 12 });
    const after = await module.get(OrderQueries).getWhole(works.dispatcher, order.id);
    expect(after.order).toMatchObject({ state: 'released', assignedLoadCount: 1 });
    expect(after.loads[0]).toMatchObject({ state: 'released', tripStage: 'assigned' });
  });

  it('tell the driver how to find a site that has no address', async () => {
    const { dispatcher } = works;
    const landmark = '村口老樟树右转 300 米';
    const site = await module.get(CreateSiteService).create(dispatcher, aSite(works, { landmark }));
    const order = await module
      .get(CreateOrderService)
      .create(dispatcher, anOrder(works, site.id, addMinutes(now, 120)));
    const { loads } = await module.get(OrderQueries).getWhole(dispatcher, order.id);
    const { mixer, driver } = await aPair();

    const held = await assign({ loadId: loads[0]!.id as LoadId }, mixer.id, driver.id);

    const [trip] = await database.dataSource
      .getRepository(TripEntity)
      .findBy({ assignmentId: held.id });
    expect(await module.get(TripQueries).get(dispatcher, trip!.id)).toMatchObject({
      siteLandmark: landmark,
    });
  });

  it('are refused by the database itself when a raw INSERT overlaps', async () => {
    const [mixer, driver] = [await works.addMixer(), await works.addDriver()];
    const held = await assign(await firstLoadOf(), mixer.id, driver.id);
    const row = await rows().findOneByOrFail({ id: held.id });
    const other = {
      ...row,
      id: newId<AssignmentId>(),
      loadId: newId<LoadId>(),
      driverId: newId<DriverId>(),
      startsAt: addMinutes(row.endsAt, -1),
      endsAt: addMinutes(row.endsAt, 30),
    };

    await expect(rows().insert(other)).rejects.toMatchObject({
      driverError: { code: '23P01', constraint: 'assignment_vehicle_once' },
    });
    const sameDriver = { ...other, vehicleId: newId<VehicleId>(), driverId: row.driverId };
    await expect(rows().insert(sameDriver)).rejects.toMatchObject({
      driverError: { code: '23P01', constraint: 'assignment_driver_once' },
    });
    const next = { ...other, startsAt: row.endsAt };
    await expect(rows().insert(next)).resolves.toBeDefined();
  });

  it('go to exactly one of two dispatchers who want the truck at once', async () => {
    const mixer = await works.addMixer();
    const jobs = [await firstLoadOf(), await firstLoadOf()];
    const drivers = [await works.addDriver(), await works.addDriver()];

    const outcomes = await Promise.allSettled(
      jobs.map((job, index) => assign(job, mixer.id, drivers[index]!.id)),
    );

    const lost = outcomes.filter(({ status }) => status === 'rejected');
    expect(lost).toEqual([
      {
        status: 'rejected',
        reason: expect.objectContaining({
          code: 'ASSIGNMENT_OVERLAPS',
          details: expect.objectContaining({
            holder: expect.objectContaining({ holds: 'vehicle' }),
          }),
        }),
      },
    ]);
    expect(await rows().countBy({ vehicleId: mixer.id, state: 'released' })).toBe(1);
  });

  it('give a load to one truck only, however many dispatchers try at once', async () => {
    const job = await firstLoadOf();
    const pairs = [await aPair(), await aPair(), await aPair()];

    const outcomes = await Promise.allSettled(
      pairs.map(({ mixer, driver }) => assign(job, mixer.id, driver.id)),
    );

    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason.code] : [],
    );
    expect(refusals).toEqual(['JOB_ALREADY_ASSIGNED', 'JOB_ALREADY_ASSIGNED']);
  });

  it('only warn where a slot begins before the predicted return', async () => {
    const [mixer, driver] = [await works.addMixer(), await works.addDriver()];
    const first = await assign(await firstLoadOf(120), mixer.id, driver.id);
    const travelMin = (first.endsAt.getTime() - first.startsAt.getTime()) / 60_000 - 23;

    const second = await assign(
      await firstLoadOf(120 + 23 + Math.ceil(travelMin) + 2),
      mixer.id,
      driver.id,
    );

    expect(second.warnings.map(({ code }) => code)).toEqual(['before_predicted_return']);
  });

  it('are refused with every reason when vehicle and driver may not', async () => {
    const small = await works.addMixer({ drumCapacityM3: 6 });
    const untrained = await works.addDriver(['skill']);

    await expect(assign(await firstLoadOf(), small.id, untrained.id)).rejects.toMatchObject({
      code: 'ASSIGNMENT_NOT_PERMITTED',
      details: {
        reasons: expect.arrayContaining([
          expect.objectContaining({ code: 'untrained_safety' }),
          expect.objectContaining({ code: 'above_drum_capacity' }),
        ]),
      },
    });
    expect(await rows().countBy({ vehicleId: small.id })).toBe(0);
  });

  it('carry an override with its reason, where the asker may give one', async () => {
    const small = await works.addMixer({ drumCapacityM3: 11.5 });
    const driver = await works.addDriver();

    const held = await assign(await firstLoadOf(), small.id, driver.id, 'agreed with the site');

    expect(held.overrideReason).toBe('agreed with the site');
    expect(held.warnings.map(({ code }) => code)).toEqual(['above_drum_capacity']);
  });

  it('free the truck and the load when cancelled before the start', async () => {
    const [mixer, driver] = [await works.addMixer(), await works.addDriver()];
    const job = await firstLoadOf();
    const held = await assign(job, mixer.id, driver.id);

    const cancelled = await module
      .get(CancelAssignmentService)
      .cancel(works.dispatcher, held.id, 'rain');

    expect(cancelled.state).toBe('cancelled');
    await expect(assign(job, mixer.id, driver.id)).resolves.toMatchObject({ state: 'released' });
  });

  it('cannot be cancelled once the truck has started', async () => {
    const [mixer, driver] = [await works.addMixer(), await works.addDriver()];
    const held = await assign(await firstLoadOf(), mixer.id, driver.id);
    const trip = await database.dataSource
      .getRepository(TripEntity)
      .findOneByOrFail({ assignmentId: held.id });
    await module.get(RecordStageService).record(works.dispatcher, {
      claimId: newId<string>(),
      tripId: trip.id,
      stage: 'loading',
      at: now,
      receivedAt: now,
      evidence: 'plant_desk',
    });

    const cancelling = module
      .get(CancelAssignmentService)
      .cancel(works.dispatcher, held.id, 'rain');

    await expect(cancelling).rejects.toMatchObject({ code: 'TRIP_STARTED' });
  });

  it('are unknown to another enterprise', async () => {
    const job = await firstLoadOf();
    const others = await buildWorks(database.dataSource.manager);
    const [mixer, driver] = [await others.addMixer(), await others.addDriver()];

    const assigning = module
      .get(AssignService)
      .assign(others.dispatcher, job, { vehicleId: mixer.id, driverId: driver.id });

    await expect(assigning).rejects.toMatchObject({ code: 'LOAD_NOT_FOUND' });
  });
});
