import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { TicketRepository } from '../data/tickets/ticket.repository.js';
import { TripRepository } from '../data/trip.repository.js';
import { FollowTripService } from '../follow-trip.service.js';
import { type TripPapers, TripPapersQueries } from './trip-papers-queries.service.js';

/** Makes a wrong ticket void; the right one is issued anew with its own number. */
@Injectable()
export class VoidTicketService {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly papers: TripPapersQueries,
    private readonly trips: TripRepository,
    private readonly followTrip: FollowTripService,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  makeVoid(scope: AccessScope, id: string, voidReason: string): Promise<TripPapers> {
    return this.unitOfWork.run(async (tx) => {
      const ticket = await this.tickets.find(tx, scope, id);
      if (!ticket) throw new DomainError('TICKET_NOT_FOUND', `No ticket ${id}`, { id });
      const locked = await this.trips.lock(tx, ticket.tripId);
      const change = { voidedAt: this.clock.now(), voidedBy: scope.userId, voidReason };
      if (!(await this.tickets.makeVoid(tx, id, change))) {
        throw new DomainError('TICKET_VOID', 'The ticket is void already', { id });
      }
      if (locked) {
        const trip = await this.trips.change(tx, locked.trip, { ticketedM3: null });
        await this.followTrip.follow(tx, trip);
      }
      return this.papers.get(scope, ticket.tripId, tx);
    });
  }
}
