import type { ExportDeclaredTripsQuery, ListDeclaredTripsQuery } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { readInstantCursor, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DeclaredTripRepository, type DeclaredTripRow } from './data/declared-trip.repository.js';
import { periodOf } from './period-of.js';
import { writeDeclaredTrips } from './sheets/write-declared-trips.js';

const MOST_DAYS = 366;
/** As many as a file may bring in. */
const MOST_ROWS = 20_000;

@Injectable()
export class DeclaredTripQueries {
  constructor(
    private readonly trips: DeclaredTripRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** The latest departure first; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: ListDeclaredTripsQuery): Promise<DeclaredTripRow[]> {
    return this.trips.list(this.unitOfWork.reads, scope, query, readInstantCursor(query));
  }

  /** Those that count in the days asked for, as a workbook: all of them, or a refusal. */
  async export(scope: AccessScope, query: ExportDeclaredTripsQuery): Promise<Buffer> {
    const period = periodOf(query, MOST_DAYS, this.clock, this.timeZone);
    const { reads } = this.unitOfWork;
    const rows = await this.trips.ofPeriod(reads, scope, period, query.enterpriseId, MOST_ROWS + 1);
    if (rows.length > MOST_ROWS) {
      throw new DomainError('EXPORT_TOO_LARGE', `More than ${MOST_ROWS} trips count then`, {
        limit: MOST_ROWS,
      });
    }
    return writeDeclaredTrips(rows, query, this.timeZone);
  }
}
