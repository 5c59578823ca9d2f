import { PolicyValueEntity } from '@tongyun/policy/data';
import { type DriverId, newId, type UserId } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { APlantDesk } from '../../../../test/support/a-plant-desk.js';
import { eastOfPlant } from '../../../../test/support/concrete-works.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { AssignService } from '../assign.service.js';
import { LoadingCallEntity } from '../data/index.js';
import { DeliveriesModule } from '../deliveries.module.js';
import { DriverDayQueries } from '../driver-day-queries.service.js';
import { OrderQueries } from '../order-queries.service.js';
import { RecordPumpStageService } from '../pumping/record-pump-stage.service.js';
import type { PumpStage } from '../rules/pumping/pump-stages.js';
import { SetSiteReadyService } from '../set-site-ready.service.js';
import { CallTruckService } from './call-truck.service.js';
import { PlantQueueQueries } from './plant-queue-queries.service.js';
import { RecordBatchService } from './record-batch.service.js';
import { WithdrawCallService } from './withdraw-call.service.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);

describe('the queue at a plant', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let desk: APlantDesk;
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
    desk = await APlantDesk.open(module, database.dataSource.manager);
  });

  const queue = () => module.get(PlantQueueQueries).get(desk.desk, desk.works.plantId);
  const call = (wanted: { tripId?: string; reason?: string } = {}) =>
    module
      .get(CallTruckService)
      .call(desk.desk, desk.works.plantId, { lineId: desk.lineId, ...wanted });
  const calls = () => database.dataSource.getRepository(LoadingCallEntity);
  const stateOf = async () => (await queue()).trips.map(({ tripId, state }) => [tripId, state]);

  async function decide(key: string, value: unknown): Promise<void> {
    await database.dataSource.manager.insert(PolicyValueEntity, {
      id: newId<string>(),
      key,
      scope: `plant:${desk.works.plantId}`,
      version: 1,
      value: value as object,
      effectiveFrom: at('00:00'),
      source: 'test',
      confidence: 'decided',
      decidedBy: newId<UserId>(),
      decidedAt: at('00:00'),
      reason: 'for the test',
    });
    module.get(PolicyQueries).forget();
  }

  it('tells trucks that are due from those that wait, in the order of their slots', async () => {
    const later = await desk.aTrip(at('02:00'));
    const sooner = await desk.aTrip(at('01:30'));
    await desk.reports(later, at('00:00'));

    expect(await stateOf()).toEqual([
      [sooner.trip.id, 'due'],
      [later.trip.id, 'waiting'],
    ]);
    expect((await queue()).next?.tripId).toBe(later.trip.id);
  });

  it('does not count a truck as waiting that a fresh position shows elsewhere', async () => {
    const truck = await desk.aTrip(at('01:30'));
    await desk.reports(truck, at('00:00'));
    const { lng, lat } = eastOfPlant(3);
    const seen = (fixAt: Date) =>
      database.dataSource.query(
        `INSERT INTO vehicle_track (vehicle_id, state, fix_at, lng, lat, version)
         VALUES ($1, '{}', $2, $3, $4, 1)
         ON CONFLICT (vehicle_id) DO UPDATE SET fix_at = excluded.fix_at`,
        [truck.mixer.id, fixAt, lng, lat],
      );

    await seen(at('00:00'));
    const far = await stateOf();
    now = at('00:30');
    const unheard = await stateOf();

    expect(far).toEqual([[truck.trip.id, 'due']]);
    expect(unheard).toEqual([[truck.trip.id, 'waiting']]);
  });

  it('calls the next truck to a line and tells its driver', async () => {
    const truck = await desk.aTrip(at('01:30'));
    await desk.reports(truck, at('00:00'));

    const made = await call();
    const day = await module
      .get(DriverDayQueries)
      .get(
        { ...desk.desk, roles: ['driver'], driverId: truck.driver.id },
        truck.driver.id as DriverId,
      );

    expect(made).toMatchObject({ tripId: truck.trip.id, lineName: '1号线', jumpReason: null });
    expect(day.call).toMatchObject({ id: made.id, lineName: '1号线' });
    expect(await stateOf()).toEqual([[truck.trip.id, 'called']]);
  });

  it('keeps why a truck went before others, and refuses a jump without a reason', async () => {
    const first = await desk.aTrip(at('01:30'));
    const second = await desk.aTrip(at('02:00'));
    await desk.reports(first, at('00:00'));
    await desk.reports(second, at('00:00'));

    await expect(call({ tripId: second.trip.id })).rejects.toMatchObject({
      code: 'QUEUE_JUMP_NEEDS_REASON',
    });
    const made = await call({ tripId: second.trip.id, reason: '泵车等料' });

    expect(await calls().findOneByOrFail({ id: made.id })).toMatchObject({
      tripId: second.trip.id,
      jumpReason: '泵车等料',
      calledBy: desk.desk.userId,
    });
  });

  it('refuses every jump where the plant keeps the order strictly', async () => {
    await decide('plant.queue_order', 'strict');
    const first = await desk.aTrip(at('01:30'));
    const second = await desk.aTrip(at('02:00'));
    await desk.reports(first, at('00:00'));
    await desk.reports(second, at('00:00'));

    await expect(call({ tripId: second.trip.id, reason: '泵车等料' })).rejects.toMatchObject({
      code: 'QUEUE_JUMP_REFUSED',
    });
  });

  it('holds trucks of sites that are not ready, where the plant does so', async () => {
    await decide('plant.holds_for_site', true);
    const held = await desk.aTrip(at('01:30'));
    await desk.reports(held, at('00:00'));

    await expect(call()).rejects.toMatchObject({ code: 'QUEUE_EMPTY' });
    await expect(call({ tripId: held.trip.id })).rejects.toMatchObject({ code: 'SITE_NOT_READY' });
    await module.get(SetSiteReadyService).set(desk.works.dispatcher, held.trip.orderId, true);

    expect(await call()).toMatchObject({ tripId: held.trip.id });
  });

  it('holds trucks of a pumped pour until its pump is at the site, where the plant does so', async () => {
    await decide('plant.holds_for_pump', true);
    const { works } = desk;
    const pumped = { placingMethod: 'pump' as const, isPumpNeeded: true };
    const held = await desk.aTrip(at('02:30'), pumped);
    await desk.reports(held, at('00:00'));
    const { pumpJobs } = await module
      .get(OrderQueries)
      .getWhole(works.dispatcher, held.trip.orderId);
    const [pump, operator] = [await works.addPump(48), await works.addDriver()];
    const jobId = pumpJobs[0]!.id;
    await module
      .get(AssignService)
      .assign(
        works.dispatcher,
        { pumpJobId: jobId },
        { vehicleId: pump.id, driverId: operator.id },
      );
    const says = (stage: PumpStage) =>
      module.get(RecordPumpStageService).record(works.dispatcher, {
        claimId: newId<string>(),
        pumpJobId: jobId,
        stage,
        at: now,
        receivedAt: now,
        evidence: 'dispatcher',
      });

    await says('travelling');
    await expect(call()).rejects.toMatchObject({ code: 'QUEUE_EMPTY' });
    await expect(call({ tripId: held.trip.id })).rejects.toMatchObject({ code: 'PUMP_NOT_THERE' });
    await says('setting_up');

    expect(await call()).toMatchObject({ tripId: held.trip.id });
  });

  it('shows a pump that is not at the site where the plant holds nothing back', async () => {
    const pumped = { placingMethod: 'pump' as const, isPumpNeeded: true };
    const truck = await desk.aTrip(at('01:30'), pumped);
    await desk.reports(truck, at('00:00'));

    const { trips, next } = await queue();

    expect(trips).toMatchObject([{ pumpState: 'planned', isPumpThere: false }]);
    expect(next?.tripId).toBe(truck.trip.id);
  });

  it('keeps a line for the truck called to it until that is batched or called back', async () => {
    const first = await desk.aTrip(at('01:30'));
    const second = await desk.aTrip(at('02:00'));
    await desk.reports(first, at('00:00'));
    await desk.reports(second, at('00:00'));
    const made = await call();

    await expect(call()).rejects.toMatchObject({ code: 'LINE_TAKEN' });
    await module.get(WithdrawCallService).withdraw(desk.desk, made.id, '司机未到');
    const again = await call();
    await module.get(RecordBatchService).record(desk.desk, {
      tripId: first.trip.id,
      vehicleId: first.mixer.id,
      plantId: desk.works.plantId,
      grade: 'C30',
      batchedM3: 12,
      batchedAt: now,
      lineId: desk.lineId,
    });

    expect(again.tripId).toBe(first.trip.id);
    expect(await calls().findOneByOrFail({ id: made.id })).toMatchObject({
      closeReason: '司机未到',
      closedBy: desk.desk.userId,
    });
    expect(await stateOf()).toEqual([
      [first.trip.id, 'batched'],
      [second.trip.id, 'waiting'],
    ]);
    expect(await call()).toMatchObject({ tripId: second.trip.id });
  });

  it('lets one of two desks win that call at once', async () => {
    const first = await desk.aTrip(at('01:30'));
    const second = await desk.aTrip(at('02:00'));
    await desk.reports(first, at('00:00'));
    await desk.reports(second, at('00:00'));

    const answers = await Promise.allSettled([call(), call()]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await calls().countBy({ lineId: desk.lineId })).toBe(1);
  });
});
