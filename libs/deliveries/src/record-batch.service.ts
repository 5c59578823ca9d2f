import type { BatchRecordRequest } from '@tongyun/contracts';
import { PlantQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type PlantId,
  type TripId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import type { BatchRecordEntity } from './data/batch-record.entity.js';
import { TripRepository } from './data/trip.repository.js';
import { RecordStageService } from './record-stage.service.js';
import { isBeforeAssignment } from './rules/advance-trip.js';
import { TripQueries } from './trip-queries.service.js';

/** Minutes that a plant's clock may run ahead of ours, as far as a fix may. */
const CLOCK_AHEAD_MIN = 5;

/** Keeps what was batched into a truck, which starts the concrete's age and the trip. */
@Injectable()
export class RecordBatchService {
  constructor(
    private readonly trips: TripRepository,
    private readonly queries: TripQueries,
    private readonly plants: PlantQueries,
    private readonly recordStage: RecordStageService,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A truck never leaves with another truck's concrete: truck and grade must be the trip's. */
  async record(scope: AccessScope, batch: BatchRecordRequest): Promise<BatchRecordEntity> {
    return this.unitOfWork.run(async (tx) => {
      const trip = await this.queries.get(scope, batch.tripId as TripId, tx);
      if (trip.vehicleId !== batch.vehicleId) {
        throw new DomainError('BATCH_FOR_ANOTHER_TRUCK', 'The trip is another truck’s', {
          tripVehicleId: trip.vehicleId,
          tripPlateNo: trip.plateNo,
          vehicleId: batch.vehicleId,
        });
      }
      if (trip.grade !== batch.grade) {
        throw new DomainError('BATCH_OF_ANOTHER_GRADE', 'The order asks for another grade', {
          ordered: trip.grade,
          batched: batch.grade,
        });
      }
      const plant = await this.plants.get(scope, batch.plantId as PlantId, tx);
      const now = this.clock.now();
      await this.assertTimely(tx, trip.id, batch.batchedAt, now);
      const record: BatchRecordEntity = {
        id: newId<string>(),
        tripId: trip.id,
        vehicleId: batch.vehicleId as VehicleId,
        plantId: plant.id,
        grade: batch.grade,
        batchedM3: batch.batchedM3,
        batchedAt: batch.batchedAt > now ? now : batch.batchedAt,
        recordedBy: scope.userId,
        recordedAt: now,
      };
      await this.trips.insertBatchRecord(tx, record);
      await this.recordLoading(tx, scope, record);
      await this.sumUp(tx, trip.id);
      return record;
    });
  }

  /** The concrete's age hangs on this time, so an impossible one is not taken. */
  private async assertTimely(tx: EntityManager, tripId: TripId, at: Date, now: Date) {
    if (at > addMinutes(now, CLOCK_AHEAD_MIN)) {
      throw new DomainError('BATCH_IN_FUTURE', 'It would be batched after now', {
        batchedAt: at,
        now,
      });
    }
    const assignedAt = (await this.trips.find(tx, tripId))?.assignedAt;
    if (assignedAt && isBeforeAssignment(at, assignedAt)) {
      throw new DomainError('BATCH_BEFORE_ASSIGNMENT', 'It would be batched before the trip was', {
        batchedAt: at,
        assignedAt,
      });
    }
  }

  private async recordLoading(
    tx: EntityManager,
    scope: AccessScope,
    { id, tripId, batchedAt, recordedAt }: BatchRecordEntity,
  ): Promise<void> {
    const loading = { claimId: id, tripId, stage: 'loading', evidence: 'plant_desk' } as const;
    await this.recordStage.record(scope, { ...loading, at: batchedAt, receivedAt: recordedAt }, tx);
  }

  /**
   * A drum topped up twice holds the sum; its age is that of the oldest concrete in it. What was
   * batched for a cancelled trip, or after the trip's end, is on record but not in its drum.
   */
  private async sumUp(tx: EntityManager, tripId: TripId): Promise<void> {
    const locked = await this.trips.lock(tx, tripId);
    if (!locked || locked.trip.stage === 'cancelled') return;
    const { endedAt } = locked.trip;
    const all = await this.trips.batchRecordsOf(tx, tripId);
    const records = all.filter(({ batchedAt }) => endedAt === null || batchedAt <= endedAt);
    const [oldest] = records;
    if (!oldest) return;
    const changed = await this.trips.change(tx, locked.trip, {
      batchedM3: records.reduce((sum, { batchedM3 }) => sum + batchedM3, 0),
      batchedAt: oldest.batchedAt,
      batchedPlantId: records.at(-1)?.plantId ?? null,
    });
    await this.announcer.trip(tx, changed);
  }
}
