import { type AccessScope, type Clock, CLOCK, DomainError, type TripId } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AcceptanceEntity } from '../data/tickets/acceptance.entity.js';
import type { ExWorksTestEntity } from '../data/tickets/ex-works-test.entity.js';
import { type TicketDetails, TicketRepository } from '../data/tickets/ticket.repository.js';
import { TripPapersRepository, type WeighingRow } from '../data/tickets/trip-papers.repository.js';
import type { TripDetails } from '../data/trip-details.repository.js';
import { OpenMismatches } from '../plant-desk/open-mismatches.js';
import type { OpenMismatch } from '../rules/plant-desk/batch-mismatches.js';
import { computeTicketState, type TicketState } from '../rules/tickets/ticket-state.js';
import { computeWeights, type Weights } from '../rules/tickets/weights.js';
import { TripQueries } from '../trip-queries.service.js';

/** A ticket with what the site signed for it. */
export interface SignedTicket extends TicketDetails {
  readonly state: TicketState;
  readonly acceptance: AcceptanceEntity | null;
}

/** Everything on paper of one trip. */
export interface TripPapers {
  readonly trip: TripDetails;
  readonly mismatches: readonly OpenMismatch[];
  readonly weighings: readonly WeighingRow[];
  readonly weights: Weights;
  readonly tests: readonly ExWorksTestEntity[];
  /** The latest first, void ones among them. */
  readonly tickets: readonly SignedTicket[];
}

@Injectable()
export class TripPapersQueries {
  constructor(
    private readonly trips: TripQueries,
    private readonly papers: TripPapersRepository,
    private readonly tickets: TicketRepository,
    private readonly openMismatches: OpenMismatches,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(scope: AccessScope, tripId: TripId, tx?: EntityManager): Promise<TripPapers> {
    const manager = tx ?? this.unitOfWork.reads;
    const trip = await this.trips.get(scope, tripId, tx);
    const signed = await this.papers.acceptancesOf(manager, tripId);
    const tickets = await this.tickets.ofTrip(manager, tripId);
    const weighings = await this.papers.weighingsOf(manager, tripId);
    return {
      trip,
      mismatches: await this.openMismatches.of(manager, scope, tripId),
      weighings,
      weights: await this.weigh(trip, weighings, tx),
      tests: await this.papers.testsOf(manager, tripId),
      tickets: tickets.map((ticket) => withAcceptance(ticket, tickets, signed)),
    };
  }

  async ticket(scope: AccessScope, id: string): Promise<SignedTicket> {
    const { reads } = this.unitOfWork;
    const ticket = await this.tickets.find(reads, scope, id);
    if (!ticket) throw new DomainError('TICKET_NOT_FOUND', `No ticket ${id}`, { id });
    const tickets = await this.tickets.ofTrip(reads, ticket.tripId);
    return withAcceptance(ticket, tickets, await this.papers.acceptancesOf(reads, ticket.tripId));
  }

  /** The ticket that a trip goes with; null while it has none. */
  async inForceOf(tripId: TripId): Promise<SignedTicket | null> {
    const { reads } = this.unitOfWork;
    const tickets = await this.tickets.ofTrip(reads, tripId);
    const inForce = tickets.find(({ voidedAt }) => voidedAt === null);
    if (!inForce) return null;
    return withAcceptance(inForce, tickets, await this.papers.acceptancesOf(reads, tripId));
  }

  private async weigh(
    trip: TripDetails,
    weighings: readonly WeighingRow[],
    tx?: EntityManager,
  ): Promise<Weights> {
    const now = this.clock.now();
    const scopes = [`plant:${trip.plantId}`, `enterprise:${trip.enterpriseId}`];
    const least = await this.policies.valueAt('concrete.density_min_kg_per_m3', now, scopes, tx);
    const most = await this.policies.valueAt('concrete.density_max_kg_per_m3', now, scopes, tx);
    return computeWeights(weighings, trip.tareKg, trip.batchedM3, {
      minKgPerM3: least.value,
      maxKgPerM3: most.value,
    });
  }
}

/**
 * What a site signed goes with the ticket it signed, and with the one issued anew in its place; never
 * with that of another order that the load was diverted to.
 *
 * @param tickets all of the trip
 * @param signed all of the trip, the last first
 */
function withAcceptance(
  ticket: TicketDetails,
  tickets: readonly TicketDetails[],
  signed: readonly AcceptanceEntity[],
): SignedTicket {
  const isInForce = ticket.voidedAt === null;
  const isOfOrder = ({ ticketId }: AcceptanceEntity): boolean =>
    tickets.some(({ id, orderId }) => id === ticketId && orderId === ticket.orderId);
  const acceptance =
    signed.find((one) => one.ticketId === ticket.id || (isInForce && isOfOrder(one))) ?? null;
  return { ...ticket, state: computeTicketState(ticket, acceptance), acceptance };
}
