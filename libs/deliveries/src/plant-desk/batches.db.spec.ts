import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { APlantDesk, type CrewedTrip } from '../../../../test/support/a-plant-desk.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { openTestModule } from '../../../../test/support/test-module.js';
import { BatchSettlementEntity, TripEntity } from '../data/index.js';
import { DeliveriesModule } from '../deliveries.module.js';
import { PlantQueueQueries } from './plant-queue-queries.service.js';
import { RecordBatchService } from './record-batch.service.js';
import { SettleBatchService } from './settle-batch.service.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);

describe('batches that do not fit their trip', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let desk: APlantDesk;
  let planned: CrewedTrip;
  const now = at('00:30');

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
    desk = await APlantDesk.open(module, database.dataSource.manager);
    planned = await desk.aTrip(at('01:30'));
  });

  const record = (change: object = {}) =>
    module.get(RecordBatchService).record(desk.desk, {
      tripId: planned.trip.id,
      vehicleId: planned.mixer.id,
      plantId: desk.works.plantId,
      grade: 'C30',
      batchedM3: 12,
      batchedAt: now,
      ...change,
    });
  const settle = (id: string, decision: 'stands' | 'void') =>
    module.get(SettleBatchService).settle(desk.desk, id, { decision, reason: '试验员确认' });
  const trip = () =>
    database.dataSource.getRepository(TripEntity).findOneByOrFail({ id: planned.trip.id });
  const openOf = async (tripId: string) => {
    const { trips } = await module.get(PlantQueueQueries).get(desk.desk, desk.works.plantId);
    return trips.find((one) => one.tripId === tripId)!.mismatches.map(({ code }) => code);
  };

  it('are kept with what differs, and the trip’s concrete begins to age', async () => {
    const batch = await record({ grade: 'C35' });

    expect(batch.mismatches).toEqual([{ code: 'another_grade', expected: 'C30', found: 'C35' }]);
    expect(await openOf(planned.trip.id)).toEqual(['another_grade']);
    expect(await trip()).toMatchObject({ stage: 'loading', batchedM3: 12, batchedAt: now });
  });

  it('do not load the trip when they went into another truck, and warn of both', async () => {
    const other = await desk.aTrip(at('02:30'));

    await record({ vehicleId: other.mixer.id });

    expect(await trip()).toMatchObject({ stage: 'assigned', batchedM3: null, batchedAt: null });
    expect(await openOf(planned.trip.id)).toEqual(['another_truck']);
    expect(await openOf(other.trip.id)).toContain('another_truck');
  });

  it('never stand for a trip whose truck they are not in', async () => {
    const other = await desk.aTrip(at('02:30'));
    const batch = await record({ vehicleId: other.mixer.id });

    await expect(settle(batch.id, 'stands')).rejects.toMatchObject({
      code: 'BATCH_IN_ANOTHER_TRUCK',
    });
    const { mismatches } = await settle(batch.id, 'void');

    expect(mismatches).toEqual([]);
    expect(await openOf(other.trip.id)).toEqual([]);
  });

  it('are settled by a person with a reason, which is kept', async () => {
    const batch = await record({ grade: 'C35' });

    const { mismatches } = await settle(batch.id, 'stands');

    expect(mismatches).toEqual([]);
    expect(
      await database.dataSource
        .getRepository(BatchSettlementEntity)
        .findBy({ batchRecordId: batch.id }),
    ).toMatchObject([{ decision: 'stands', reason: '试验员确认', settledBy: desk.desk.userId }]);
    expect(await trip()).toMatchObject({ batchedM3: 12 });
  });

  it('keep every decision: another is one more row, and none is rewritten', async () => {
    const batch = await record({ grade: 'C35' });
    await settle(batch.id, 'stands');
    await settle(batch.id, 'void');
    const rows = database.dataSource.getRepository(BatchSettlementEntity);

    expect(await rows.countBy({ batchRecordId: batch.id })).toBe(2);
    await expect(
      rows.update({ batchRecordId: batch.id }, { reason: '另一个原因' }),
    ).rejects.toThrow('only added');
    expect(await trip()).toMatchObject({ batchedM3: null });
  });

  it('leave the drum’s sum when they are void', async () => {
    const wrong = await record({ batchedM3: 7 });
    await record();
    const both = await trip();

    await settle(wrong.id, 'void');

    expect(both.batchedM3).toBe(19);
    expect(await trip()).toMatchObject({ batchedM3: 12 });
    expect(await openOf(planned.trip.id)).toEqual([]);
  });

  it('are not another enterprise’s to settle', async () => {
    const batch = await record({ grade: 'C35' });
    const stranger = await APlantDesk.open(module, database.dataSource.manager);

    await expect(
      module
        .get(SettleBatchService)
        .settle(stranger.desk, batch.id, { decision: 'void', reason: '误录' }),
    ).rejects.toMatchObject({ code: 'BATCH_RECORD_NOT_FOUND' });
  });
});
