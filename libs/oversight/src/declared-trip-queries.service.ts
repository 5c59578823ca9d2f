import type { ListDeclaredTripsQuery } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { DeclaredTripRepository, type DeclaredTripRow } from './data/declared-trip.repository.js';

@Injectable()
export class DeclaredTripQueries {
  constructor(
    private readonly trips: DeclaredTripRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The latest departure first; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: ListDeclaredTripsQuery): Promise<DeclaredTripRow[]> {
    return this.trips.list(this.unitOfWork.reads, scope, query, readInstantCursor(query));
  }
}
