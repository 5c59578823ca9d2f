import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssignmentEntity } from './data/assignment.entity.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { OrderRepository } from './data/order.repository.js';
import { TripRepository } from './data/trip.repository.js';
import { FollowTripService } from './follow-trip.service.js';
import { FollowPumpJob } from './pumping/follow-pump-job.js';

/** Takes a job back from a vehicle that has not started on it, inside the caller's transaction. */
@Injectable()
export class WithdrawAssignment {
  constructor(
    private readonly assignments: AssignmentRepository,
    private readonly orders: OrderRepository,
    private readonly trips: TripRepository,
    private readonly followTrip: FollowTripService,
    private readonly followPumpJob: FollowPumpJob,
  ) {}

  async withdraw(
    tx: EntityManager,
    assignment: AssignmentEntity,
    reason: string,
    now: Date,
  ): Promise<void> {
    await this.assignments.change(tx, assignment, { state: 'cancelled', cancelledReason: reason });
    const trip = await this.trips.ofAssignment(tx, assignment.id);
    if (trip) {
      const cancelled = await this.trips.change(tx, trip, {
        stage: 'cancelled',
        stageEvidence: {
          ...trip.stageEvidence,
          cancelled: { at: now.toISOString(), evidence: 'dispatcher' },
        },
        endedAt: now,
        endReason: reason,
      });
      await this.followTrip.follow(tx, cancelled);
    }
    if (assignment.pumpJobId) {
      const job = await this.orders.lockPumpJob(tx, assignment.pumpJobId);
      const free = await this.orders.changePumpJob(tx, job, {
        state: 'planned',
        stageEvidence: {},
      });
      await this.followPumpJob.follow(tx, free, assignment);
    }
  }
}
