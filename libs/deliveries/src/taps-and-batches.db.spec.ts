import { type DriverId, type LoadId, newId, type VehicleId } from '@tongyun/kernel';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
} from '../../../test/support/concrete-works.js';
import { anEmployee } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AssignService } from './assign.service.js';
import { CancelAssignmentService } from './cancel-assignment.service.js';
import { CreateOrderService } from './create-order.service.js';
import { CreateSiteService } from './create-site.service.js';
import { BatchRecordEntity, StageClaimEntity, TripEntity } from './data/index.js';
import { DeliveriesModule } from './deliveries.module.js';
import { OrderQueries } from './order-queries.service.js';
import { RecordBatchService } from './plant-desk/record-batch.service.js';
import { RecordClaimsService } from './record-claims.service.js';
import { RecordStageService } from './record-stage.service.js';
import type { TripStage } from './rules/stages.js';

const morning = new Date('2026-11-23T00:00:00Z');
const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);

describe('taps and batch records', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let now = morning;

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
    now = morning;
    works = await buildWorks(database.dataSource.manager);
  });

  /** One order of one load, assigned: its trip. */
  async function aTrip(vehicleId: VehicleId, driverId: DriverId, dueAt = at('02:00')) {
    const { dispatcher } = works;
    const site = await module.get(CreateSiteService).create(dispatcher, aSite(works));
    const order = await module
      .get(CreateOrderService)
      .create(dispatcher, anOrder(works, site.id, dueAt));
    const { loads } = await module.get(OrderQueries).getWhole(dispatcher, order.id);
    const loadId = loads[0]!.id as LoadId;
    const { id: assignmentId } = await module
      .get(AssignService)
      .assign(dispatcher, { loadId }, { vehicleId, driverId });
    return trips().findOneByOrFail({ assignmentId });
  }

  const trips = () => database.dataSource.getRepository(TripEntity);
  const claims = () => database.dataSource.getRepository(StageClaimEntity);
  const batches = () => database.dataSource.getRepository(BatchRecordEntity);
  const aBatch = ({ id, vehicleId }: TripEntity, batchedAt: Date, batchedM3 = 12) => ({
    tripId: id,
    vehicleId,
    plantId: works.plantId,
    grade: 'C30',
    batchedM3,
    batchedAt,
  });
  const aCrew = async () => ({ mixer: await works.addMixer(), driver: await works.addDriver() });

  it('takes a driver’s taps in the order of tapping and each id once', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);
    now = at('12:00');
    const scope = anEmployee(works.enterpriseId, 'driver');
    const own = { ...scope, driverId: driver.id };
    const tap = (stage: TripStage, clock: string) => ({
      id: newId<string>(),
      tripId: trip.id,
      stage,
      claimedAt: at(clock),
    });
    const taps = [tap('en_route', '01:20'), tap('loading', '01:00')];
    const claiming = module.get(RecordClaimsService);

    const answers = await claiming.record(own, driver.id, taps);
    const again = await claiming.record(own, driver.id, taps);

    expect(answers.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(again).toEqual(answers);
    expect(await claims().countBy({ tripId: trip.id })).toBe(2);
    expect(await trips().findOneByOrFail({ id: trip.id })).toMatchObject({
      stage: 'en_route',
      loadStartAt: at('01:00'),
      leftPlantAt: at('01:20'),
    });
  });

  it('keeps a tap for a trip that is another driver’s, and moves nothing', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);
    const other = await works.addDriver();
    const scope = { ...anEmployee(works.enterpriseId, 'driver'), driverId: other.id };
    const tap = {
      id: newId<string>(),
      tripId: trip.id,
      stage: 'loading',
      claimedAt: at('01:00'),
    } as const;

    const [answer] = await module.get(RecordClaimsService).record(scope, other.id, [tap]);

    expect(answer).toMatchObject({ outcome: 'to_settle', reason: 'not_your_trip' });
    expect(await claims().findOneByOrFail({ id: tap.id })).toMatchObject({ driverId: other.id });
    expect((await trips().findOneByOrFail({ id: trip.id })).stage).toBe('assigned');
  });

  it('starts the concrete’s age with the batch record', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);
    now = at('01:30');
    const batch = (clock: string, batchedM3: number) => ({
      tripId: trip.id,
      vehicleId: mixer.id,
      plantId: works.plantId,
      grade: 'C30',
      batchedM3,
      batchedAt: at(clock),
    });

    await module.get(RecordBatchService).record(works.dispatcher, batch('01:00', 8));
    await module.get(RecordBatchService).record(works.dispatcher, batch('01:10', 4));

    expect(await trips().findOneByOrFail({ id: trip.id })).toMatchObject({
      stage: 'loading',
      batchedM3: 12,
      batchedAt: at('01:00'),
      batchedPlantId: works.plantId,
    });
  });

  it('keeps what is batched for a cancelled trip without counting it as delivered by it', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);
    await module.get(CancelAssignmentService).cancel(works.dispatcher, trip.assignmentId, 'rain');
    now = at('01:30');

    const record = await module
      .get(RecordBatchService)
      .record(works.dispatcher, aBatch(trip, at('01:00')));

    expect(await batches().countBy({ id: record.id, tripId: trip.id })).toBe(1);
    expect(await claims().findOneByOrFail({ id: record.id })).toMatchObject({
      outcome: 'to_settle',
      reason: 'trip_cancelled',
    });
    expect(await trips().findOneByOrFail({ id: trip.id })).toMatchObject({
      stage: 'cancelled',
      batchedM3: null,
      batchedAt: null,
    });
  });

  it('counts for a trip that is over what was batched before its end, and no more', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);
    now = at('03:00');
    await module.get(RecordStageService).record(works.dispatcher, {
      claimId: newId<string>(),
      tripId: trip.id,
      stage: 'back_at_plant',
      at: at('02:30'),
      receivedAt: now,
      evidence: 'dispatcher',
    });

    await module.get(RecordBatchService).record(works.dispatcher, aBatch(trip, at('02:40')));
    const before = await trips().findOneByOrFail({ id: trip.id });
    await module.get(RecordBatchService).record(works.dispatcher, aBatch(trip, at('01:00'), 9));

    expect(before).toMatchObject({ batchedM3: null, batchedAt: null });
    expect(await batches().countBy({ tripId: trip.id })).toBe(2);
    expect(await trips().findOneByOrFail({ id: trip.id })).toMatchObject({
      batchedM3: 9,
      batchedAt: at('01:00'),
      endedAt: at('02:30'),
    });
  });

  it('keeps a tap of an impossible time to be settled, and sets no time by it', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);
    const own = { ...anEmployee(works.enterpriseId, 'driver'), driverId: driver.id };
    const tap = {
      id: newId<string>(),
      tripId: trip.id,
      stage: 'loading',
      claimedAt: new Date('2001-01-01T00:00:00Z'),
    } as const;

    const [answer] = await module.get(RecordClaimsService).record(own, driver.id, [tap]);

    expect(answer).toMatchObject({ outcome: 'to_settle', reason: 'before_assignment' });
    expect(await claims().findOneByOrFail({ id: tap.id })).toMatchObject({
      claimedAt: tap.claimedAt,
    });
    expect(await trips().findOneByOrFail({ id: trip.id })).toMatchObject({
      stage: 'assigned',
      loadStartAt: null,
      startedAt: null,
    });
  });

  it.each([
    { change: { batchedAt: new Date('2001-01-01T00:00:00Z') }, code: 'BATCH_BEFORE_ASSIGNMENT' },
    { change: { batchedAt: at('00:06') }, code: 'BATCH_IN_FUTURE' },
    { change: { vehicleId: newId<VehicleId>() }, code: 'VEHICLE_NOT_FOUND' },
    { change: { lineId: newId<string>() }, code: 'PLANT_LINE_NOT_FOUND' },
  ])('refuses a batch that cannot be: $code', async ({ change, code }) => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);
    const batch = {
      tripId: trip.id,
      vehicleId: mixer.id,
      plantId: works.plantId,
      grade: 'C30',
      batchedM3: 12,
      batchedAt: at('00:00'),
      ...change,
    };

    await expect(
      module.get(RecordBatchService).record(works.dispatcher, batch),
    ).rejects.toMatchObject({ code });
  });
});
