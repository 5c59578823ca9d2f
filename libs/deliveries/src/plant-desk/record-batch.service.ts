import type { BatchRecordRequest } from '@tongyun/contracts';
import { type Plant, PlantQueries, VehicleQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type PlantId,
  SYSTEM_SCOPE,
  type TripId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BatchRecordEntity } from '../data/batch-record.entity.js';
import { BatchRecordRepository } from '../data/plant-desk/batch-record.repository.js';
import { LoadingCallRepository } from '../data/plant-desk/loading-call.repository.js';
import type { TripDetails } from '../data/trip-details.repository.js';
import { TripRepository } from '../data/trip.repository.js';
import { CheckMix } from '../laboratory/check-mix.js';
import { RecordStageService } from '../record-stage.service.js';
import { isBeforeAssignment } from '../rules/advance-trip.js';
import {
  type BatchMismatch,
  countsForTrip,
  findMismatches,
} from '../rules/plant-desk/batch-mismatches.js';
import { TripQueries } from '../trip-queries.service.js';
import { PlantPolicy } from './plant-policy.js';
import { SumUpBatches } from './sum-up-batches.js';

/** Minutes that a plant's clock may run ahead of ours, as far as a fix may. */
const CLOCK_AHEAD_MIN = 5;

/** Keeps what was batched into a truck, which starts the concrete's age and the trip. */
@Injectable()
export class RecordBatchService {
  constructor(
    private readonly trips: TripRepository,
    private readonly batches: BatchRecordRepository,
    private readonly calls: LoadingCallRepository,
    private readonly queries: TripQueries,
    private readonly plants: PlantQueries,
    private readonly vehicles: VehicleQueries,
    private readonly policy: PlantPolicy,
    private readonly checkMix: CheckMix,
    private readonly recordStage: RecordStageService,
    private readonly sumUp: SumUpBatches,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A fact is never refused for not fitting the trip: it is marked, and the ticket waits. */
  async record(scope: AccessScope, batch: BatchRecordRequest): Promise<BatchRecordEntity> {
    return this.unitOfWork.run(async (tx) => {
      const trip = await this.queries.get(scope, batch.tripId as TripId, tx);
      const plant = await this.plants.get(scope, batch.plantId as PlantId, tx);
      await this.assertLine(tx, plant.id, batch.lineId);
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
        lineId: batch.lineId ?? null,
        mixDesignNo: batch.mixDesignNo ?? null,
        mismatches: await this.findMismatches(tx, trip, plant, batch, now),
        recordedBy: scope.userId,
        recordedAt: now,
      };
      await this.batches.insert(tx, record);
      if (countsForTrip({ ...record, decision: null })) await this.goOn(tx, scope, record);
      return record;
    });
  }

  private async assertLine(tx: EntityManager, plantId: PlantId, lineId: string | undefined) {
    if (lineId === undefined) return;
    const lines = await this.plants.linesOf([plantId], tx);
    if (lines.some(({ id }) => id === lineId)) return;
    throw new DomainError('PLANT_LINE_NOT_FOUND', `The plant has no line ${lineId}`, { lineId });
  }

  private async findMismatches(
    tx: EntityManager,
    trip: TripDetails,
    plant: Plant,
    batch: BatchRecordRequest,
    now: Date,
  ): Promise<BatchMismatch[]> {
    const before = (await this.batches.ofTrip(tx, trip.id)).filter(countsForTrip);
    const totalM3 = before.reduce((sum, { batchedM3 }) => sum + batchedM3, batch.batchedM3);
    // Concrete may go into a truck that is not one of the asker's to see; it is a fact all the same.
    const { plateNo } = await this.vehicles.get(SYSTEM_SCOPE, batch.vehicleId as VehicleId, tx);
    const { vehicleId, grade, mixDesignNo = null, batchedAt } = batch;
    const limits = await this.policy.at(plant, now, tx);
    return [
      ...findMismatches(trip, { vehicleId, plateNo, grade, totalM3 }, limits),
      ...(await this.checkMix.check(tx, plant, grade, mixDesignNo, batchedAt)),
    ];
  }

  /** The concrete is in the trip's drum: it loads, its line is free again, its volume is known. */
  private async goOn(
    tx: EntityManager,
    scope: AccessScope,
    record: BatchRecordEntity,
  ): Promise<void> {
    await this.recordLoading(tx, scope, record);
    await this.calls.closeOfTrip(tx, record.tripId, {
      closedAt: record.recordedAt,
      closedBy: scope.userId,
      closeReason: 'batched',
    });
    await this.sumUp.sumUp(tx, record.tripId);
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
}
