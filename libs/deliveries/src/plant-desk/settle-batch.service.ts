import type { SettleBatchRequest } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, DomainError, newId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { BatchRecordRepository } from '../data/plant-desk/batch-record.repository.js';
import type { BatchSettlementEntity } from '../data/plant-desk/batch-settlement.entity.js';
import type { OpenMismatch } from '../rules/plant-desk/batch-mismatches.js';
import { OpenMismatches } from './open-mismatches.js';
import { SumUpBatches } from './sum-up-batches.js';

export interface SettledBatch {
  readonly settlement: BatchSettlementEntity;
  /** What is still to be settled of the trip. */
  readonly mismatches: readonly OpenMismatch[];
}

/** Somebody decides on a batch that does not fit its trip, or was recorded by mistake. */
@Injectable()
export class SettleBatchService {
  constructor(
    private readonly batches: BatchRecordRepository,
    private readonly openMismatches: OpenMismatches,
    private readonly sumUp: SumUpBatches,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A truck never leaves with another truck's concrete, whatever anybody says of it. */
  settle(
    scope: AccessScope,
    id: string,
    { decision, reason }: SettleBatchRequest,
  ): Promise<SettledBatch> {
    return this.unitOfWork.run(async (tx) => {
      const found = await this.batches.find(tx, scope, id);
      if (!found) throw new DomainError('BATCH_RECORD_NOT_FOUND', `No batch record ${id}`, { id });
      const records = await this.batches.ofTrip(tx, found.tripId);
      const record = records.find((one) => one.id === id);
      const isElsewhere = record?.mismatches.some(({ code }) => code === 'another_truck') ?? false;
      if (decision === 'stands' && isElsewhere) {
        throw new DomainError('BATCH_IN_ANOTHER_TRUCK', 'It is not in the trip’s drum', {
          mismatches: record?.mismatches,
        });
      }
      const settlement: BatchSettlementEntity = {
        id: newId<string>(),
        batchRecordId: id,
        decision,
        reason,
        settledBy: scope.userId,
        settledAt: this.clock.now(),
      };
      await this.batches.insertSettlement(tx, settlement);
      await this.sumUp.sumUp(tx, found.tripId);
      return { settlement, mismatches: await this.openMismatches.of(tx, scope, found.tripId) };
    });
  }
}
