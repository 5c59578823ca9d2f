import type { ListPassesQuery } from '@tongyun/contracts';
import { normalisePlate } from '@tongyun/fleet';
import { type AccessScope, DomainError, type PassId, type VehicleId } from '@tongyun/kernel';
import { readCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoadPassEntity } from './data/road-pass.entity.js';
import { RoadPassRepository } from './data/road-pass.repository.js';

@Injectable()
export class PassQueries {
  constructor(
    private readonly passes: RoadPassRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(scope: AccessScope, id: PassId, tx?: EntityManager): Promise<RoadPassEntity> {
    const row = await this.passes.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!row) throw new DomainError('PASS_NOT_FOUND', `No pass ${id}`, { id });
    return row;
  }

  /** Newest month first; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: ListPassesQuery): Promise<RoadPassEntity[]> {
    const { plateNo } = query;
    const wanted = plateNo === undefined ? query : { ...query, plateNo: normalisePlate(plateNo) };
    return this.passes.list(this.unitOfWork.reads, scope, wanted, readCursor(query));
  }

  /** A vehicle's passes, the one that runs longest first; the caller may see the vehicle. */
  ofVehicle(vehicleId: VehicleId, tx?: EntityManager): Promise<RoadPassEntity[]> {
    return this.passes.ofVehicles(tx ?? this.unitOfWork.reads, [vehicleId]);
  }
}
