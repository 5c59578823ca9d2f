import type { TripId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from '../change-announcer.service.js';
import { BatchRecordRepository } from '../data/plant-desk/batch-record.repository.js';
import { TripRepository } from '../data/trip.repository.js';
import { countsForTrip } from '../rules/plant-desk/batch-mismatches.js';
import { roundM3 } from '../rules/volume.js';

/** Lets a trip say what is in its drum, inside the caller's transaction. */
@Injectable()
export class SumUpBatches {
  constructor(
    private readonly trips: TripRepository,
    private readonly batches: BatchRecordRepository,
    private readonly announcer: ChangeAnnouncer,
  ) {}

  /**
   * A drum topped up twice holds the sum; its age is that of the oldest concrete in it. What was
   * batched for a cancelled trip, after the trip's end or into another truck, is on record but not
   * in its drum.
   */
  async sumUp(tx: EntityManager, tripId: TripId): Promise<void> {
    const locked = await this.trips.lock(tx, tripId);
    if (!locked || locked.trip.stage === 'cancelled') return;
    const { trip } = locked;
    const all = await this.batches.ofTrip(tx, tripId);
    const records = all.filter(
      (record) =>
        countsForTrip(record) && (trip.endedAt === null || record.batchedAt <= trip.endedAt),
    );
    const [oldest] = records;
    if (!oldest && trip.batchedM3 === null) return;
    const changed = await this.trips.change(tx, trip, {
      batchedM3: oldest
        ? roundM3(records.reduce((sum, { batchedM3 }) => sum + batchedM3, 0))
        : null,
      batchedAt: oldest?.batchedAt ?? null,
      batchedPlantId: records.at(-1)?.plantId ?? null,
    });
    await this.announcer.trip(tx, changed);
  }
}
