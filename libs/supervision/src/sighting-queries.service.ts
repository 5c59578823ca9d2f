import type { ListSightingsQuery } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { SightingEntity } from './data/sighting.entity.js';
import { SightingRepository } from './data/sighting.repository.js';

@Injectable()
export class SightingQueries {
  constructor(
    private readonly sightings: SightingRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Newest first; one row more than the page holds, for `toPage`. Only city-wide roles may ask. */
  list(_scope: AccessScope, query: ListSightingsQuery): Promise<SightingEntity[]> {
    const { reads } = this.unitOfWork;
    return this.sightings.list(reads, query, readInstantCursor(query), query.limit);
  }
}
