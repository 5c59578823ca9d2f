import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ChangeAnnouncer } from '../change-announcer.service.js';
import { LoadingCallRepository } from '../data/plant-desk/loading-call.repository.js';
import { TripRepository } from '../data/trip.repository.js';

/** Calls a truck back from its line; it waits again at its place. */
@Injectable()
export class WithdrawCallService {
  constructor(
    private readonly calls: LoadingCallRepository,
    private readonly trips: TripRepository,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  withdraw(scope: AccessScope, id: string, closeReason: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const call = await this.calls.lock(tx, scope, id);
      if (!call) throw new DomainError('LOADING_CALL_NOT_FOUND', `No call ${id}`, { id });
      if (call.closedAt !== null) {
        throw new DomainError('LOADING_CALL_OVER', 'The truck is loaded, gone or called back', {
          id,
          closedAt: call.closedAt,
        });
      }
      const closing = { closedAt: this.clock.now(), closedBy: scope.userId, closeReason };
      await this.calls.close(tx, id, closing);
      const trip = await this.trips.find(tx, call.tripId);
      if (trip) await this.announcer.trip(tx, trip);
    });
  }
}
