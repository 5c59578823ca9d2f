import type { TicketContent } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  operatingDayOf,
  type TripId,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { DayCounter, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrderRepository } from '../data/order.repository.js';
import { BatchRecordRepository } from '../data/plant-desk/batch-record.repository.js';
import { type TicketFacts, TicketRepository } from '../data/tickets/ticket.repository.js';
import type { TripEntity } from '../data/trip.entity.js';
import { TripRepository } from '../data/trip.repository.js';
import { FollowTripService } from '../follow-trip.service.js';
import { countsForTrip } from '../rules/plant-desk/batch-mismatches.js';
import { roundM3 } from '../rules/volume.js';
import { type TripPapers, TripPapersQueries } from './trip-papers-queries.service.js';

/** Issues a trip's delivery ticket, once what was batched fits the trip or somebody stands for it. */
@Injectable()
export class IssueTicketService {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly papers: TripPapersQueries,
    private readonly batches: BatchRecordRepository,
    private readonly orders: OrderRepository,
    private readonly trips: TripRepository,
    private readonly followTrip: FollowTripService,
    private readonly policies: PolicyQueries,
    private readonly dayCounter: DayCounter,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  issue(scope: AccessScope, tripId: TripId): Promise<TripPapers> {
    return this.unitOfWork.run(async (tx) => {
      // Held before it is looked at, so that two desks at once do not both issue one.
      const locked = await this.trips.lock(tx, tripId);
      const papers = await this.papers.get(scope, tripId, tx);
      const batchedAt = locked?.trip.batchedAt ?? null;
      const m3 = locked?.trip.batchedM3 ?? null;
      assertMayIssue(papers, m3);
      if (!locked || m3 === null || batchedAt === null) return papers;
      const { trip } = locked;
      await this.orders.lock(tx, trip.orderId);
      const now = this.clock.now();
      await this.tickets.insert(tx, {
        id: newId<string>(),
        ticketNo: await this.nextNumber(tx, trip, now),
        enterpriseId: trip.enterpriseId,
        orderId: trip.orderId,
        tripId,
        m3,
        content: await this.write(tx, trip, papers, m3, batchedAt),
        issuedBy: scope.userId,
        issuedAt: now,
        voidedAt: null,
        voidedBy: null,
        voidReason: null,
      });
      await this.followTrip.follow(tx, await this.trips.change(tx, trip, { ticketedM3: m3 }));
      return this.papers.get(scope, tripId, tx);
    });
  }

  private async nextNumber(
    tx: EntityManager,
    { enterpriseId }: TripEntity,
    now: Date,
  ): Promise<string> {
    const scopes = [`enterprise:${enterpriseId}`];
    const hour = await this.policies.valueAt('operating_day.start_hour', now, scopes, tx);
    const operatingOn = operatingDayOf(now, hour.value, this.timeZone);
    return this.dayCounter.next(tx, enterpriseId, 'ticket', operatingOn);
  }

  private async write(
    tx: EntityManager,
    { id, orderId }: TripEntity,
    { weights, tests }: TripPapers,
    m3: number,
    batchedAt: Date,
  ): Promise<TicketContent> {
    const batches = (await this.batches.ofTrip(tx, id)).filter(countsForTrip);
    const facts = await this.tickets.factsOf(tx, id, batches.at(-1)?.lineId ?? null);
    const before = await this.tickets.sumOf(tx, orderId, facts.kind);
    const test = tests.at(-1);
    return {
      ...toPrinted(facts),
      m3,
      cumM3: roundM3(before.m3 + m3),
      cumLoads: before.loads + 1,
      tareKg: weights.tareKg,
      grossKg: weights.grossKg,
      netKg: weights.netKg,
      batchedAt: batchedAt.toISOString(),
      exWorksTest: test
        ? {
            slumpMm: test.slumpMm,
            temperatureC: test.temperatureC,
            inspectorName: test.inspectorName,
            testedAt: test.testedAt.toISOString(),
          }
        : null,
    };
  }
}

/** What the order does not say of its contract stays blank on the ticket. */
const toPrinted = ({ terms, ...facts }: TicketFacts) => ({
  ...facts,
  contractNo: terms?.contractNo ?? null,
  mixDesignNo: terms?.mixDesignNo ?? null,
  unitPriceCny: terms?.unitPriceCny ?? null,
  salesRepName: terms?.salesRepName ?? null,
  salesRepPhone: terms?.salesRepPhone ?? null,
  note: terms?.note ?? null,
});

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
  if (m3 === null || trip.stage === 'cancelled') {
    throw new DomainError('TICKET_NEEDS_BATCH', 'Nothing is batched for the trip', {
      stage: trip.stage,
    });
  }
}
