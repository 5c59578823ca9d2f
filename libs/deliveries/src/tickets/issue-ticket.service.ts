import { PlantQueries } from '@tongyun/fleet';
import { type AccessScope, DomainError, SYSTEM_SCOPE, type TripId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { OrderRepository } from '../data/order.repository.js';
import { TripRepository } from '../data/trip.repository.js';
import { FollowTripService } from '../follow-trip.service.js';
import { carriedM3Of } from '../rules/diversion/carried-concrete.js';
import { hasLeftPlant } from '../rules/is-loaded.js';
import { SupplierStanding } from '../supplier-standing.js';
import { type TripPapers, TripPapersQueries } from './trip-papers-queries.service.js';
import { WriteTicket } from './write-ticket.js';

/**
 * Issues a trip's delivery ticket, once what was batched fits the trip or somebody stands for it. A
 * plant that may not supply lets nothing go; a load on the road has its ticket all the same.
 */
@Injectable()
export class IssueTicketService {
  constructor(
    private readonly papers: TripPapersQueries,
    private readonly orders: OrderRepository,
    private readonly trips: TripRepository,
    private readonly writing: WriteTicket,
    private readonly followTrip: FollowTripService,
    private readonly plants: PlantQueries,
    private readonly suppliers: SupplierStanding,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  issue(scope: AccessScope, tripId: TripId): Promise<TripPapers> {
    return this.unitOfWork.run(async (tx) => {
      // Held before it is looked at, so that two desks at once do not both issue one.
      const locked = await this.trips.lock(tx, tripId);
      const papers = await this.papers.get(scope, tripId, tx);
      assertMayIssue(papers, locked?.trip.batchedM3 ?? null);
      const batchedAt = locked?.trip.batchedAt ?? null;
      if (!locked || batchedAt === null) return papers;
      const { trip } = locked;
      if (!hasLeftPlant(trip)) {
        const plantId = trip.batchedPlantId ?? trip.plantId;
        this.suppliers.assertMaySupply(await this.plants.get(SYSTEM_SCOPE, plantId, tx));
      }
      await this.orders.lock(tx, trip.orderId);
      const m3 = carriedM3Of(trip);
      await this.writing.issue(tx, scope, { ...trip, batchedAt }, m3, null);
      await this.followTrip.follow(tx, await this.trips.change(tx, trip, { ticketedM3: m3 }));
      return this.papers.get(scope, tripId, tx);
    });
  }
}

function assertMayIssue({ trip, mismatches, tickets }: TripPapers, m3: number | null): void {
  const inForce = tickets.find(({ voidedAt }) => voidedAt === null);
  if (inForce) {
    throw new DomainError('TICKET_EXISTS', 'The trip has its ticket', {
      ticketId: inForce.id,
      ticketNo: inForce.ticketNo,
    });
  }
  if (mismatches.length > 0) {
    throw new DomainError('BATCH_NOT_SETTLED', 'What was batched does not fit the trip', {
      mismatches,
    });
  }
  if (trip.stage === 'diverted') {
    throw new DomainError('TICKET_LOAD_SENT_BACK', 'The load goes back to a plant', {
      tripId: trip.id,
    });
  }
  if (m3 === null || trip.stage === 'cancelled') {
    throw new DomainError('TICKET_NEEDS_BATCH', 'Nothing is batched for the trip', {
      stage: trip.stage,
    });
  }
}
