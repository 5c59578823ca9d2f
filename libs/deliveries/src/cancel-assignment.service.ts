import {
  type AccessScope,
  type AssignmentId,
  type Clock,
  CLOCK,
  DomainError,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { AssignmentQueries } from './assignment-queries.service.js';
import type { AssignmentDetails } from './data/assignment-details.repository.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { TripRepository } from './data/trip.repository.js';
import { WithdrawAssignment } from './withdraw-assignment.js';

@Injectable()
export class CancelAssignmentService {
  constructor(
    private readonly queries: AssignmentQueries,
    private readonly assignments: AssignmentRepository,
    private readonly trips: TripRepository,
    private readonly withdrawal: WithdrawAssignment,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Frees vehicle and driver; a trip that has started is ended by its stages, not from here. */
  async cancel(scope: AccessScope, id: AssignmentId, reason: string): Promise<AssignmentDetails> {
    return this.unitOfWork.run(async (tx) => {
      await this.queries.get(scope, id, tx);
      const trip = await this.trips.lockOfAssignment(tx, id);
      if (trip && trip.startedAt !== null) {
        throw new DomainError('TRIP_STARTED', 'The vehicle has started; record its stages', {
          tripId: trip.id,
          stage: trip.stage,
        });
      }
      const assignment = await this.assignments.lock(tx, id);
      if (assignment.state !== 'released') {
        throw new DomainError('ASSIGNMENT_OVER', `The assignment is ${assignment.state} already`, {
          state: assignment.state,
        });
      }
      await this.withdrawal.withdraw(tx, assignment, reason, this.clock.now());
      return this.queries.get(scope, id, tx);
    });
  }
}
