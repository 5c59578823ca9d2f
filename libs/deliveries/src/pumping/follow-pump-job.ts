import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from '../change-announcer.service.js';
import type { AssignmentEntity } from '../data/assignment.entity.js';
import { AssignmentRepository } from '../data/assignment.repository.js';
import { DutyRepository } from '../data/duty.repository.js';
import type { PumpJobEntity } from '../data/pumping/pump-job.entity.js';
import { isPumpUnderWay } from '../rules/pumping/pump-stages.js';

/** Lets assignment and duty follow what a pump's job has become, in the same transaction. */
@Injectable()
export class FollowPumpJob {
  constructor(
    private readonly assignments: AssignmentRepository,
    private readonly duties: DutyRepository,
    private readonly announcer: ChangeAnnouncer,
  ) {}

  async follow(tx: EntityManager, job: PumpJobEntity, assignment: AssignmentEntity): Promise<void> {
    // Pump and operator are free for others once they have left the site.
    if (job.state === 'left' && assignment.state === 'released') {
      await this.assignments.change(tx, assignment, { state: 'done' });
    }
    await this.moveDuty(tx, job, assignment);
    await this.announcer.pumpJob(tx, job, assignment);
    await this.announcer.order(tx, { id: job.orderId, enterpriseId: job.enterpriseId });
  }

  private async moveDuty(
    tx: EntityManager,
    job: PumpJobEntity,
    { driverId, vehicleId }: AssignmentEntity,
  ): Promise<void> {
    const duty = await this.duties.openOfDriver(tx, driverId);
    if (!duty || duty.vehicleId !== vehicleId) return;
    const isUnderWay = isPumpUnderWay(job.state);
    if (isUnderWay === (duty.state === 'on_trip')) return;
    const state = isUnderWay ? 'on_trip' : 'queued';
    await this.announcer.duty(tx, await this.duties.change(tx, duty, { state }));
  }
}
