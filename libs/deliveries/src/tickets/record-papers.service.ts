import type { ExWorksTestRequest, WeighingRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type TripId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { TripPapersRepository } from '../data/tickets/trip-papers.repository.js';
import { TripQueries } from '../trip-queries.service.js';

/** Minutes that a plant's clock may run ahead of ours, as far as a batch may. */
const CLOCK_AHEAD_MIN = 5;

/** Keeps what the weighbridge shows and what the plant tests; the same again is one more row. */
@Injectable()
export class RecordPapersService {
  constructor(
    private readonly trips: TripQueries,
    private readonly papers: TripPapersRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  weigh(
    scope: AccessScope,
    tripId: TripId,
    { kind, kg, source, weighedAt }: WeighingRequest,
  ): Promise<void> {
    const recordedAt = this.clock.now();
    assertNotAhead(weighedAt, recordedAt);
    return this.unitOfWork.run(async (tx) => {
      await this.trips.get(scope, tripId, tx);
      const recordedBy = scope.userId;
      const id = newId<string>();
      const row = { id, tripId, kind, kg, source, weighedAt, recordedBy, recordedAt };
      await this.papers.insertWeighing(tx, row);
    });
  }

  test(
    scope: AccessScope,
    tripId: TripId,
    { slumpMm, temperatureC, inspectorName, testedAt }: ExWorksTestRequest,
  ): Promise<void> {
    const recordedAt = this.clock.now();
    assertNotAhead(testedAt, recordedAt);
    return this.unitOfWork.run(async (tx) => {
      await this.trips.get(scope, tripId, tx);
      await this.papers.insertTest(tx, {
        id: newId<string>(),
        tripId,
        slumpMm,
        temperatureC,
        inspectorName,
        testedAt,
        recordedBy: scope.userId,
        recordedAt,
      });
    });
  }
}

function assertNotAhead(at: Date, now: Date): void {
  if (at <= addMinutes(now, CLOCK_AHEAD_MIN)) return;
  throw new DomainError('RECORD_IN_FUTURE', 'It would have happened after now', { at, now });
}
