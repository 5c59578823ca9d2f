import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from '../change-announcer.service.js';
import { AssignmentRepository } from '../data/assignment.repository.js';
import { OrderRepository } from '../data/order.repository.js';
import type { PlannedPumpJob } from '../rules/planned-items.js';
import { isPumpUnderWay } from '../rules/pumping/pump-stages.js';

/** Tells a pump that is at work already how long it stays, and holds it and its operator so long. */
@Injectable()
export class SetPumpStay {
  constructor(
    private readonly orders: OrderRepository,
    private readonly assignments: AssignmentRepository,
    private readonly announcer: ChangeAnnouncer,
  ) {}

  /** Nothing, where it has left meanwhile or another has taken over. The next job that it was told of holds it then. */
  async set(tx: EntityManager, planned: PlannedPumpJob): Promise<void> {
    const { id, orderId, vehicleId, driverId, untilAt } = planned;
    await this.orders.lock(tx, orderId);
    const held = await this.assignments.lockReleasedOf(tx, orderId);
    const job = await this.orders.lockPumpJob(tx, id);
    const told = held.find((one) => one.pumpJobId === id && one.vehicleId === vehicleId);
    if (!told || !isPumpUnderWay(job.state)) return;
    const [next] = await this.assignments.heldWithin(tx, [vehicleId], [driverId], {
      from: told.endsAt,
      to: planned.endsAt,
    });
    const endsAt = next && next.startsAt < planned.endsAt ? next.startsAt : planned.endsAt;
    const changed = await this.orders.changePumpJob(tx, job, { untilAt });
    await this.announcer.pumpJob(tx, changed, await this.assignments.change(tx, told, { endsAt }));
  }
}
