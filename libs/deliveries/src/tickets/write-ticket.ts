import type { TicketContent } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, newId, operatingDayOf } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { DayCounter, TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BatchRecordRepository } from '../data/plant-desk/batch-record.repository.js';
import type { TicketEntity } from '../data/tickets/ticket.entity.js';
import { type TicketFacts, TicketRepository } from '../data/tickets/ticket.repository.js';
import type { TripEntity } from '../data/trip.entity.js';
import { countsForTrip } from '../rules/plant-desk/batch-mismatches.js';
import { roundM3 } from '../rules/volume.js';
import { type TripPapers, TripPapersQueries } from './trip-papers-queries.service.js';

/** Writes what a trip carries on a ticket of its own number, inside the caller's transaction. */
@Injectable()
export class WriteTicket {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly papers: TripPapersQueries,
    private readonly batches: BatchRecordRepository,
    private readonly policies: PolicyQueries,
    private readonly dayCounter: DayCounter,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param m3 what is in the drum
   * @param replaced the ticket that it went with before it was diverted; null: none
   */
  async issue(
    tx: EntityManager,
    scope: AccessScope,
    trip: TripEntity & { readonly batchedAt: Date },
    m3: number,
    replaced: TicketEntity | null,
  ): Promise<void> {
    const now = this.clock.now();
    const papers = await this.papers.get(scope, trip.id, tx);
    await this.tickets.insert(tx, {
      id: newId<string>(),
      ticketNo: await this.nextNumber(tx, trip, now),
      enterpriseId: trip.enterpriseId,
      orderId: trip.orderId,
      tripId: trip.id,
      replacesTicketId: replaced?.id ?? null,
      m3,
      content: await this.write(tx, trip, papers, m3, trip.batchedAt, replaced),
      issuedBy: scope.userId,
      issuedAt: now,
      voidedAt: null,
      voidedBy: null,
      voidReason: null,
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
    replaced: TicketEntity | null,
  ): Promise<TicketContent> {
    const batches = (await this.batches.ofTrip(tx, id)).filter(countsForTrip);
    const facts = await this.tickets.factsOf(tx, id, batches.at(-1)?.lineId ?? null);
    const before = await this.tickets.sumOf(tx, orderId, facts.kind);
    const test = tests.at(-1);
    return {
      ...toPrinted(facts),
      mixDesignNo: batches.at(-1)?.mixDesignNo ?? facts.terms?.mixDesignNo ?? null,
      replaces: replaced && {
        ticketNo: replaced.ticketNo,
        orderNo: replaced.content.orderNo,
        siteName: replaced.content.siteName,
        grade: replaced.content.grade,
      },
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
  unitPriceCny: terms?.unitPriceCny ?? null,
  salesRepName: terms?.salesRepName ?? null,
  salesRepPhone: terms?.salesRepPhone ?? null,
  note: terms?.note ?? null,
});
