import {
  addMinutes,
  type DriverId,
  type LoadId,
  newId,
  type TripId,
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
import { CreateOrderService } from './create-order.service.js';
import { CreateSiteService } from './create-site.service.js';
import { AssignmentEntity, StageClaimEntity, TripEntity } from './data/index.js';
import { DeliveriesModule } from './deliveries.module.js';
import { OrderQueries } from './order-queries.service.js';
import { RecordStageService } from './record-stage.service.js';
import type { StageEvidence, TripStage } from './rules/stages.js';
import { TripQueries } from './trip-queries.service.js';

const morning = new Date('2026-11-23T00:00:00Z');
const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);

describe('what is reported of a trip', () => {
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
  const record = (
    tripId: TripId,
    stage: TripStage,
    clock: string,
    evidence: StageEvidence = 'claim',
  ) =>
    module.get(RecordStageService).record(works.dispatcher, {
      claimId: newId<string>(),
      tripId,
      stage,
      at: at(clock),
      receivedAt: at('12:00'),
      evidence,
    });
  const aCrew = async () => ({ mixer: await works.addMixer(), driver: await works.addDriver() });
  const orderOf = ({ orderId }: TripEntity) =>
    module.get(OrderQueries).getWhole(works.dispatcher, orderId);

  it('carries load, order and assignment along from loading to the end', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);

    await record(trip.id, 'loading', '01:00', 'plant_desk');
    await record(trip.id, 'en_route', '01:20', 'geofence');
    const onRoad = await orderOf(trip);
    expect(onRoad.order).toMatchObject({ state: 'released', onRoadM3: 12 });
    expect(onRoad.loads[0]).toMatchObject({ state: 'on_trip', tripStage: 'en_route' });

    await record(trip.id, 'unloading', '02:00', 'drum_sensor');
    expect((await orderOf(trip)).order.state).toBe('pouring');

    await record(trip.id, 'unloaded', '02:20', 'drum_sensor');
    const delivered = await orderOf(trip);
    expect(delivered.order).toMatchObject({ state: 'complete', deliveredM3: 12, onRoadM3: 0 });
    expect(delivered.assignments[0]!.state).toBe('done');

    await record(trip.id, 'back_at_plant', '02:50', 'geofence');
    expect(await trips().findOneByOrFail({ id: trip.id })).toMatchObject({
      stage: 'back_at_plant',
      acceptedAt: at('01:00'),
      loadStartAt: at('01:00'),
      leftPlantAt: at('01:20'),
      arrivedAt: null,
      unloadStartAt: at('02:00'),
      unloadEndAt: at('02:20'),
      backAt: at('02:50'),
      startedAt: at('01:00'),
      endedAt: at('02:50'),
    });
  });

  it('opens the load again when the site refuses the concrete', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);
    await record(trip.id, 'at_site', '01:50', 'geofence');

    await record(trip.id, 'refused', '02:00', 'dispatcher');

    const { order, loads } = await orderOf(trip);
    expect([order.state, loads[0]!.state]).toEqual(['firm', 'planned']);
  });

  it('is saved late, whatever the plan has become', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);
    await record(trip.id, 'cancelled', '00:30', 'dispatcher');

    const answer = await record(trip.id, 'loading', '01:00');

    expect(answer).toMatchObject({ outcome: 'to_settle', reason: 'trip_cancelled' });
    expect(await claims().countBy({ tripId: trip.id, stage: 'loading' })).toBe(1);
  });

  it('ends the trip that the vehicle left open instead of refusing the next', async () => {
    const { mixer, driver } = await aCrew();
    const first = await aTrip(mixer.id, driver.id);
    const second = await aTrip(mixer.id, driver.id, at('05:00'));
    await record(first.id, 'at_site', '02:00', 'geofence');

    const answer = await record(second.id, 'loading', '04:00', 'plant_desk');

    expect(answer.outcome).toBe('applied');
    expect(await trips().findOneByOrFail({ id: first.id })).toMatchObject({
      endReason: 'superseded',
      endedAt: at('04:00'),
      arrivedAt: at('02:00'),
    });
    expect((await orderOf(first)).loads[0]!.state).toBe('delivered');
  });

  it('does not let a late start of an old trip end the one under way', async () => {
    const { mixer, driver } = await aCrew();
    const first = await aTrip(mixer.id, driver.id);
    const second = await aTrip(mixer.id, driver.id, at('05:00'));
    await record(second.id, 'loading', '04:00', 'plant_desk');

    await record(first.id, 'loading', '01:00');

    expect(await trips().findOneByOrFail({ id: second.id })).toMatchObject({ endedAt: null });
    expect(await trips().findOneByOrFail({ id: first.id })).toMatchObject({
      startedAt: at('01:00'),
      endedAt: at('04:00'),
      endReason: 'superseded',
    });
  });

  it('starts one trip only when two of a vehicle are reported at once', async () => {
    const { mixer, driver } = await aCrew();
    const first = await aTrip(mixer.id, driver.id);
    const second = await aTrip(mixer.id, driver.id, at('05:00'));

    const answers = await Promise.all([
      record(first.id, 'loading', '01:00', 'plant_desk'),
      record(second.id, 'loading', '04:00', 'plant_desk'),
    ]);

    expect(answers.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    const rows = await trips().findBy({ vehicleId: mixer.id });
    expect(rows.filter(({ endedAt }) => endedAt === null).map(({ id }) => id)).toEqual([second.id]);
  });

  it('never sets a time that has not come, whatever the phone’s clock says', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);

    await record(trip.id, 'loading', '13:00');

    const claim = await claims().findOneByOrFail({ tripId: trip.id, stage: 'loading' });
    expect(claim.claimedAt).toEqual(at('13:00'));
    expect((await trips().findOneByOrFail({ id: trip.id })).loadStartAt).toEqual(at('12:00'));
  });

  it('tells the judge which trip a vehicle was on, and whether loaded, at any instant', async () => {
    const { mixer, driver } = await aCrew();
    const first = await aTrip(mixer.id, driver.id);
    const second = await aTrip(mixer.id, driver.id, at('05:00'));
    await record(first.id, 'loading', '01:00', 'plant_desk');
    await record(first.id, 'en_route', '01:20', 'geofence');
    await record(first.id, 'unloaded', '02:20', 'geofence');
    await record(first.id, 'back_at_plant', '02:50', 'geofence');
    const queries = module.get(TripQueries);
    const contextAt = (clock: string) => queries.contextOf(mixer.id, at(clock));

    expect(await contextAt('01:10')).toMatchObject({ tripId: first.id, isLoaded: false });
    expect(await contextAt('01:20')).toMatchObject({ tripId: first.id, isLoaded: true });
    expect(await contextAt('02:30')).toMatchObject({ tripId: first.id, isLoaded: false });
    expect(await contextAt('03:30')).toMatchObject({ tripId: second.id, stage: 'assigned' });
    expect(await queries.contextOf(mixer.id, addMinutes(at('12:00'), 24 * 60))).toBeNull();
    expect(await queries.contextOf(newId<VehicleId>(), at('01:20'))).toBeNull();
  });

  it('is nothing that another enterprise can see or say', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);
    const others = await buildWorks(database.dataSource.manager);
    const queries = module.get(TripQueries);

    await expect(queries.get(others.dispatcher, trip.id)).rejects.toMatchObject({
      code: 'TRIP_NOT_FOUND',
    });
    expect(await queries.list(others.dispatcher, { limit: 50 })).toEqual([]);
    const recording = module.get(RecordStageService).record(others.dispatcher, {
      claimId: newId<string>(),
      tripId: trip.id,
      stage: 'loading',
      at: at('01:00'),
      receivedAt: at('01:00'),
      evidence: 'dispatcher',
    });
    await expect(recording).rejects.toMatchObject({ code: 'TRIP_NOT_FOUND' });
    expect(await claims().countBy({ tripId: trip.id })).toBe(0);
  });

  it('ends the window of a refused assignment', async () => {
    const { mixer, driver } = await aCrew();
    const trip = await aTrip(mixer.id, driver.id);

    await record(trip.id, 'refused', '02:00', 'dispatcher');

    const assignment = await database.dataSource
      .getRepository(AssignmentEntity)
      .findOneByOrFail({ id: trip.assignmentId });
    expect(assignment.state).toBe('done');
  });
});
