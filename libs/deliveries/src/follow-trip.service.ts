import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { DutyRepository } from './data/duty.repository.js';
import { OrderRepository } from './data/order.repository.js';
import type { TripEntity } from './data/trip.entity.js';
import { TripRepository } from './data/trip.repository.js';
import { OrderFulfilment } from './order-fulfilment.js';
import { computeLoadState, isWindowOver } from './rules/load-state.js';
import { computeOrderState } from './rules/order-states.js';

/** Lets assignment, load, order and duty follow what a trip has become, in the same transaction. */
@Injectable()
export class FollowTripService {
  constructor(
    private readonly trips: TripRepository,
    private readonly orders: OrderRepository,
    private readonly assignments: AssignmentRepository,
    private readonly duties: DutyRepository,
    private readonly fulfilment: OrderFulfilment,
    private readonly announcer: ChangeAnnouncer,
  ) {}

  async follow(tx: EntityManager, trip: TripEntity): Promise<void> {
    await this.releaseWindow(tx, trip);
    // Held before its load, as whoever assigns does, so that neither waits for ever.
    await this.orders.lock(tx, trip.orderId);
    await this.moveLoad(tx, trip);
    await this.moveOrder(tx, trip);
    await this.moveDuty(tx, trip);
    await this.announcer.trip(tx, trip);
  }

  /** Vehicle and driver are free for others from the end of discharge on. */
  private async releaseWindow(tx: EntityManager, trip: TripEntity): Promise<void> {
    if (!isWindowOver(trip)) return;
    const assignment = await this.assignments.lock(tx, trip.assignmentId);
    if (assignment.state !== 'released') return;
    const state = trip.stage === 'cancelled' ? 'cancelled' : 'done';
    await this.assignments.change(tx, assignment, { state, cancelledReason: trip.endReason });
  }

  /** A load that another trip took over is no longer this one's to move. */
  private async moveLoad(tx: EntityManager, trip: TripEntity): Promise<void> {
    if (!(await this.trips.isLatestOfLoad(tx, trip))) return;
    const load = await this.orders.lockLoad(tx, trip.loadId);
    const state = computeLoadState(trip);
    if (load.state === 'dropped') return;
    // What a site took of a load is delivered, whatever becomes of the rest.
    if (load.state === 'returned_part' && state === 'planned') return;
    if (load.state !== state) {
      await this.orders.changeLoad(tx, load, { state });
    }
  }

  private async moveOrder(tx: EntityManager, trip: TripEntity): Promise<void> {
    const order = await this.orders.lock(tx, trip.orderId);
    const loads = await this.orders.loadsOf(tx, order.id);
    const isDischarging = await this.trips.isDischarging(tx, order.id);
    const isShort = await this.fulfilment.isShort(tx, order);
    const state = computeOrderState(order.state, loads, isDischarging, isShort);
    if (order.state !== state) await this.orders.change(tx, order, { state });
    await this.announcer.order(tx, order);
  }

  private async moveDuty(tx: EntityManager, trip: TripEntity): Promise<void> {
    const duty = await this.duties.openOfDriver(tx, trip.driverId);
    if (!duty || duty.vehicleId !== trip.vehicleId || trip.startedAt === null) return;
    const state = trip.endedAt === null ? 'on_trip' : 'queued';
    if (duty.state === state) return;
    await this.announcer.duty(tx, await this.duties.change(tx, duty, { state }));
  }
}
