import {
  AssignService,
  CreateOrderService,
  CreateSiteService,
  RecordStageService,
  RefuseLoadService,
  type TripStage,
} from '@tongyun/deliveries';
import { AssignmentEntity, LoadEntity, TripEntity } from '@tongyun/deliveries/data';
import { addMinutes, newId } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import {
  anOrder,
  aSite,
  buildWorks,
  type ConcreteWorks,
} from '../../../../test/support/concrete-works.js';
import { openDayPlans } from '../../../../test/support/open-day-plans.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { DayFactsQueries } from './day-facts.service.js';
import { secOf } from './rules/day-facts.js';
import { toTruck } from './rules/to-vehicles.js';

const operatingOn = '2026-11-24';
/** Half an hour before that day ends. */
const late = new Date('2026-11-25T03:30:00+08:00');

describe('the day that trucks set out on for the next', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;
  let trip: TripEntity;
  let now = late;

  const get = <Service>(type: abstract new (...args: never[]) => Service): Service =>
    module.get<Service>(type, { strict: false });
  const factsOf = (on: string) =>
    get(DayFactsQueries).ofDay(works.dispatcher, works.enterpriseId, on);
  const reach = async (stage: TripStage): Promise<void> => {
    await get(RecordStageService).record(works.dispatcher, {
      claimId: newId<string>(),
      tripId: trip.id,
      stage,
      at: now,
      receivedAt: now,
      evidence: 'dispatcher',
    });
  };

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openDayPlans(database, { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(async () => {
    now = late;
    const { manager } = database.dataSource;
    works = await buildWorks(manager);
    const [vehicle, driver] = [await works.addMixer(), await works.addDriver()];
    const site = await get(CreateSiteService).create(works.dispatcher, aSite(works));
    const order = await get(CreateOrderService).create(
      works.dispatcher,
      anOrder(works, site.id, addMinutes(late, 45)),
    );
    const { id: loadId } = await manager.findOneByOrFail(LoadEntity, { orderId: order.id });
    await get(AssignService).assign(
      works.dispatcher,
      { loadId },
      { vehicleId: vehicle.id, driverId: driver.id },
    );
    trip = await manager.findOneByOrFail(TripEntity, { loadId });
    await reach('loading');
  });

  it('has them back when they are, washed, and not before', async () => {
    const held = await database.dataSource.manager.findOneByOrFail(AssignmentEntity, {
      id: trip.assignmentId,
    });

    const facts = await factsOf(operatingOn);

    const [own] = facts.before.vehicles;
    expect(own).toMatchObject({ vehicleId: trip.vehicleId });
    expect(+own!.freeAt).toBeGreaterThan(+held.endsAt);
    const truck = toTruck(
      facts,
      facts.vehicles.find(({ id }) => id === trip.vehicleId)!,
    );
    const isKept =
      truck.forbidden.includes('at_another_job') || truck.duty.fromSec > secOf(facts, held.endsAt);
    expect(isKept).toBe(true);
  });

  it('has them again once they are back', async () => {
    await reach('en_route');
    now = addMinutes(late, 60);
    await reach('unloaded');
    await reach('back_at_plant');

    expect((await factsOf(operatingOn)).before.vehicles).toEqual([]);
  });

  it('has one that is sent back from there again once it is washed out', async () => {
    await reach('en_route');
    now = addMinutes(late, 10);
    await get(RefuseLoadService).refuse(works.dispatcher, trip.id, {
      claimId: newId<string>(),
      at: now,
      receivedAt: now,
      evidence: 'dispatcher',
      reason: 'slump',
      takenM3: 0,
    });
    now = addMinutes(late, 15);
    await reach('back_at_plant');

    const facts = await factsOf(operatingOn);

    const own = facts.vehicles.find(({ id }) => id === trip.vehicleId)!;
    const truck = toTruck(facts, { ...own, duty: facts.day });
    expect(facts.policy.washMin).toBeGreaterThan(0);
    expect(truck.duty.fromSec).toBe(secOf(facts, addMinutes(now, facts.policy.washMin)));
  });

  it('leaves what the next day has of its own to that day', async () => {
    expect((await factsOf('2026-11-25')).before.vehicles).toEqual([]);
  });
});
