import { type Clock, CLOCK, type LoadId } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AssignmentRepository } from './data/assignment.repository.js';
import { OrderRepository } from './data/order.repository.js';
import { TripRepository } from './data/trip.repository.js';
import { WithdrawAssignment } from './withdraw-assignment.js';

/** Takes a load back from whoever has not begun on it, inside the caller's transaction. */
@Injectable()
export class TakeBackLoad {
  constructor(
    private readonly orders: OrderRepository,
    private readonly assignments: AssignmentRepository,
    private readonly trips: TripRepository,
    private readonly withdrawal: WithdrawAssignment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** False when it has begun or is done; a load that nobody was told of is back already. */
  async takeBack(tx: EntityManager, id: LoadId, reason: string): Promise<boolean> {
    const load = await this.orders.lockLoad(tx, id);
    if (load.state === 'planned' || load.state === 'dropped') return true;
    if (load.state !== 'released') return false;
    const held = await this.assignments.lockReleasedOf(tx, load.orderId);
    const assignment = held.find(({ loadId }) => loadId === id);
    if (!assignment) return false;
    const trip = await this.trips.lockOfAssignment(tx, assignment.id);
    if (trip && trip.startedAt !== null) return false;
    await this.withdrawal.withdraw(tx, assignment, reason, this.clock.now());
    return true;
  }
}
