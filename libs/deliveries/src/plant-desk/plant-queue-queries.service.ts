import { type Plant, type PlantLine, PlantQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, groupBy, type PlantId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BatchRecordRepository } from '../data/plant-desk/batch-record.repository.js';
import {
  PlantQueueRepository,
  type QueuedTripRow,
} from '../data/plant-desk/plant-queue.repository.js';
import { findOpenMismatches, type OpenMismatch } from '../rules/plant-desk/batch-mismatches.js';
import {
  compareTrucks,
  findNextTruck,
  findQueueState,
  type QueueState,
} from '../rules/plant-desk/plant-queue.js';
import { isPumpThere } from '../rules/pumping/pump-stages.js';
import { PlantPolicy, type PlantRules } from './plant-policy.js';

export interface QueuedTrip extends QueuedTripRow {
  /** At the site of its pour, or not needed there. */
  readonly isPumpThere: boolean;
  readonly state: QueueState;
  readonly mismatches: readonly OpenMismatch[];
}

/** A plant's trucks, from those that are due to those that are loaded, in the order of loading. */
export interface PlantQueue {
  readonly plant: Plant;
  readonly rules: PlantRules;
  readonly lines: readonly PlantLine[];
  readonly trips: readonly QueuedTrip[];
  /** Whose turn it is; null when nobody that may load waits. */
  readonly next: QueuedTrip | null;
  readonly dataAt: Date;
}

@Injectable()
export class PlantQueueQueries {
  constructor(
    private readonly plants: PlantQueries,
    private readonly queue: PlantQueueRepository,
    private readonly batches: BatchRecordRepository,
    private readonly policy: PlantPolicy,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(scope: AccessScope, plantId: PlantId, tx?: EntityManager): Promise<PlantQueue> {
    const manager = tx ?? this.unitOfWork.reads;
    const dataAt = this.clock.now();
    const plant = await this.plants.get(scope, plantId, tx);
    const rules = await this.policy.at(plant, dataAt, tx);
    const rows = await this.queue.queued(manager, scope, plantId, dataAt, rules.aheadMin);
    const records = await this.batches.concerning(
      manager,
      rows.map(({ tripId }) => tripId),
    );
    const recordsOf = groupBy(records, ({ ofTripId }) => ofTripId);
    const trips = rows
      .map((row) => ({
        ...row,
        isPumpThere: isPumpThere(row.pumpState),
        state: findQueueState({ ...row, isCalled: row.callId !== null }),
        mismatches: findOpenMismatches(recordsOf.get(row.tripId) ?? [], row, rules.toleranceM3),
      }))
      .toSorted(compareTrucks);
    const waiting = trips.filter(({ state }) => state === 'waiting');
    return {
      plant,
      rules,
      lines: await this.plants.linesOf([plantId], tx),
      trips,
      next: findNextTruck(waiting, rules),
      dataAt,
    };
  }
}
