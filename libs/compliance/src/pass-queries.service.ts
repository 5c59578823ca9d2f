import type { ListPassesQuery } from '@tongyun/contracts';
import { normalisePlate } from '@tongyun/fleet';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  type PassId,
  type VehicleId,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { readCursor, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoadPassEntity } from './data/road-pass.entity.js';
import { RoadPassRepository } from './data/road-pass.repository.js';

const MIN_PER_DAY = 1_440;

@Injectable()
export class PassQueries {
  constructor(
    private readonly passes: RoadPassRepository,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(scope: AccessScope, id: PassId, tx?: EntityManager): Promise<RoadPassEntity> {
    const row = await this.passes.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!row) throw new DomainError('PASS_NOT_FOUND', `No pass ${id}`, { id });
    return row;
  }

  /** Newest month first; one row more than the page holds, for `toPage`. */
  async list(scope: AccessScope, query: ListPassesQuery): Promise<RoadPassEntity[]> {
    const { plateNo } = query;
    const wanted = plateNo === undefined ? query : { ...query, plateNo: normalisePlate(plateNo) };
    const after = readCursor(query);
    const now = this.clock.now();
    const days = await this.policies.valueAt('passes.expiring_within_days', now);
    const clock = { now, expiringFrom: addMinutes(now, days.value * MIN_PER_DAY) };
    return this.passes.list(this.unitOfWork.reads, scope, wanted, clock, after);
  }

  /** Which of the passes are to be revoked, since who holds the vehicle is barred from business. */
  idsToRevoke(passes: readonly RoadPassEntity[]): Promise<Set<PassId>> {
    const ids = passes.map(({ id }) => id);
    return this.passes.idsToRevoke(this.unitOfWork.reads, ids);
  }

  /** A vehicle's passes, the one that runs longest first; the caller may see the vehicle. */
  ofVehicle(vehicleId: VehicleId, tx?: EntityManager): Promise<RoadPassEntity[]> {
    return this.passes.ofVehicles(tx ?? this.unitOfWork.reads, [vehicleId]);
  }
}
