import { type AccessScope, type Clock, CLOCK } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TicketEntity } from '../data/tickets/ticket.entity.js';
import { TicketRepository } from '../data/tickets/ticket.repository.js';
import type { TripEntity } from '../data/trip.entity.js';
import { TripRepository } from '../data/trip.repository.js';
import { carriedM3Of } from '../rules/diversion/carried-concrete.js';
import { roundM3, SMALLEST_M3 } from '../rules/volume.js';
import { WriteTicket } from './write-ticket.js';

/** Keeps the tickets of diverted loads true, inside the caller's transaction. */
@Injectable()
export class ReplaceTicket {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly trips: TripRepository,
    private readonly writing: WriteTicket,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives a load the ticket of where it goes now. The ticket it went with stays as it was printed, void
   * and with the number of the new one; a load that left without a ticket gets none here.
   *
   * @param trip as it is after the diversion
   */
  async replace(
    tx: EntityManager,
    scope: AccessScope,
    trip: TripEntity,
    reason: string,
  ): Promise<TripEntity> {
    const { batchedAt } = trip;
    if (batchedAt === null) return trip;
    const first = await this.makeVoid(tx, scope, trip, reason);
    // One that was on its way back has lost its ticket; the desk gives it one for where it goes now.
    if (first === null) return this.trips.change(tx, trip, { ticketedM3: null });
    const m3 = carriedM3Of(trip);
    await this.writing.issue(tx, scope, { ...trip, batchedAt }, m3, first);
    return this.trips.change(tx, trip, { ticketedM3: m3 });
  }

  /**
   * A load that goes back to a plant is not delivered: the ticket it went with is void, and what its
   * site had taken of it gets a ticket of its own.
   *
   * @param trip as it is on its way back
   * @param backM3 what is in its drum, m³
   */
  async takeBack(
    tx: EntityManager,
    scope: AccessScope,
    trip: TripEntity,
    backM3: number,
    reason: string,
  ): Promise<TripEntity> {
    const first = await this.makeVoid(tx, scope, trip, reason);
    if (first === null) return trip;
    const stayedM3 = roundM3(first.m3 - backM3);
    const { batchedAt } = trip;
    if (stayedM3 < SMALLEST_M3 || batchedAt === null) {
      return this.trips.change(tx, trip, { ticketedM3: 0 });
    }
    await this.writing.issue(tx, scope, { ...trip, batchedAt }, stayedM3, first);
    // What came back is no part of the new ticket.
    return this.trips.change(tx, trip, { ticketedM3: stayedM3, undeliveredM3: 0 });
  }

  private async makeVoid(
    tx: EntityManager,
    scope: AccessScope,
    { id }: TripEntity,
    voidReason: string,
  ): Promise<TicketEntity | null> {
    const inForce = await this.tickets.inForceOf(tx, id);
    if (inForce === null) return null;
    const voidedAt = this.clock.now();
    await this.tickets.makeVoid(tx, inForce.id, { voidedAt, voidedBy: scope.userId, voidReason });
    return inForce;
  }
}
