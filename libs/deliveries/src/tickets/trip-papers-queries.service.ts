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
import { judgeQuality, type QualityFinding } from '../rules/tickets/quality.js';
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
  /** What the latest tests at plant and site show beyond the limits. */
  readonly quality: readonly QualityFinding[];
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
    const tests = await this.papers.testsOf(manager, tripId);
    return {
      trip,
      mismatches: await this.openMismatches.of(manager, scope, tripId),
      weighings,
      weights: await this.weigh(trip, weighings, tx),
      tests,
      quality: await this.judgeTests(trip, tests, signed, tx),
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

  /** By the limits that held when the load was tested; a rewritten limit judges no older load. */
  private async judgeTests(
    trip: TripDetails,
    tests: readonly ExWorksTestEntity[],
    signed: readonly AcceptanceEntity[],
    tx?: EntityManager,
  ): Promise<QualityFinding[]> {
    const [atPlant = null, atSite = null] = [latestOf(tests), signed[0]];
    const at = atPlant?.testedAt ?? atSite?.signedAt;
    if (!at) return [];
    const scopes = [`plant:${trip.plantId}`, `enterprise:${trip.enterpriseId}`];
    return judgeQuality(
      { slumpMm: trip.slumpMm, atPlant, atSite },
      {
        slump: await this.policies.sourcedAt('quality.slump_tolerance', at, scopes, tx),
        temperatureMin: await this.policies.sourcedAt('quality.temperature_min_c', at, scopes, tx),
        temperatureMax: await this.policies.sourcedAt('quality.temperature_max_c', at, scopes, tx),
      },
    );
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

/** The last tested: a test again takes the place of the one before. */
const latestOf = (tests: readonly ExWorksTestEntity[]): ExWorksTestEntity | undefined =>
  tests.toSorted((one, other) => one.testedAt.getTime() - other.testedAt.getTime()).at(-1);

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
