import { PlantQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, SYSTEM_SCOPE, type TripId } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BatchRecordRepository } from '../data/plant-desk/batch-record.repository.js';
import { findOpenMismatches, type OpenMismatch } from '../rules/plant-desk/batch-mismatches.js';
import { TripQueries } from '../trip-queries.service.js';
import { PlantPolicy } from './plant-policy.js';

/** What stands between a trip and its ticket. */
@Injectable()
export class OpenMismatches {
  constructor(
    private readonly batches: BatchRecordRepository,
    private readonly trips: TripQueries,
    private readonly plants: PlantQueries,
    private readonly policy: PlantPolicy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(tx: EntityManager, scope: AccessScope, tripId: TripId): Promise<OpenMismatch[]> {
    const trip = await this.trips.get(scope, tripId, tx);
    const plant = await this.plants.get(SYSTEM_SCOPE, trip.plantId, tx);
    const { toleranceM3 } = await this.policy.at(plant, this.clock.now(), tx);
    return findOpenMismatches(await this.batches.concerning(tx, [tripId]), trip, toleranceM3);
  }
}
