import { type AccessScope, type Clock, CLOCK } from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TicketRepository } from '../data/tickets/ticket.repository.js';
import type { TripEntity } from '../data/trip.entity.js';
import { TripRepository } from '../data/trip.repository.js';
import { carriedM3Of } from '../rules/diversion/carried-concrete.js';
import { WriteTicket } from './write-ticket.js';

/** Gives a diverted load the ticket of where it goes now, inside the caller's transaction. */
@Injectable()
export class ReplaceTicket {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly trips: TripRepository,
    private readonly writing: WriteTicket,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The ticket it went with stays as it was printed, void and with the number of the new one; a load
   * that left without a ticket gets none here.
   *
   * @param trip as it is after the diversion
   */
  async replace(
    tx: EntityManager,
    scope: AccessScope,
    trip: TripEntity,
    reason: string,
  ): Promise<TripEntity> {
    const first = await this.tickets.inForceOf(tx, trip.id);
    const { batchedAt } = trip;
    if (first === null || batchedAt === null) return trip;
    const change = { voidedAt: this.clock.now(), voidedBy: scope.userId, voidReason: reason };
    await this.tickets.makeVoid(tx, first.id, change);
    const m3 = carriedM3Of(trip);
    await this.writing.issue(tx, scope, { ...trip, batchedAt }, m3, first);
    return this.trips.change(tx, trip, { ticketedM3: m3 });
  }
}
