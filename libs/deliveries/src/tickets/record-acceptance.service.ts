import type { AcceptanceRequest } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, DomainError, type TripId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from '../change-announcer.service.js';
import { type TicketDetails, TicketRepository } from '../data/tickets/ticket.repository.js';
import { TripPapersRepository } from '../data/tickets/trip-papers.repository.js';
import { type LockedTrip, TripRepository } from '../data/trip.repository.js';
import { FollowTripService } from '../follow-trip.service.js';
import { RecordStageService } from '../record-stage.service.js';
import { SMALLEST_M3 } from '../rules/volume.js';
import { isAboveTicket, isRefusedWhole, undeliveredOf } from '../rules/tickets/ticket-state.js';

/** Keeps what the site took and signed for; a correction is one more row, and the last counts. */
@Injectable()
export class RecordAcceptanceService {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly papers: TripPapersRepository,
    private readonly trips: TripRepository,
    private readonly followTrip: FollowTripService,
    private readonly recordStage: RecordStageService,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A phone may send it long after, and twice; a ticket made void meanwhile does not lose it. */
  record(scope: AccessScope, accepted: AcceptanceRequest): Promise<TripId> {
    return this.unitOfWork.run(async (tx) => {
      const ticket = await this.tickets.find(tx, scope, accepted.ticketId);
      const locked = ticket && (await this.trips.lock(tx, ticket.tripId));
      if (!locked || !isOwn(scope, locked)) {
        const { ticketId: id } = accepted;
        throw new DomainError('TICKET_NOT_FOUND', `No ticket ${id}`, { id });
      }
      assertPossible(ticket, accepted);
      const { trip } = locked;
      const receivedAt = this.clock.now();
      const signedAt = accepted.signedAt > receivedAt ? receivedAt : accepted.signedAt;
      const isNew = await this.papers.keepAcceptance(tx, {
        ...accepted,
        tripId: trip.id,
        signedAt,
        recordedBy: scope.userId,
        receivedAt,
      });
      // The load has gone on to another order since, or back: what it left there was told with that.
      const hasLeft = ticket.orderId !== trip.orderId || trip.stage === 'diverted';
      if (!isNew || hasLeft) return trip.id;
      if (accepted.refusedM3 >= SMALLEST_M3) {
        const order = { id: trip.orderId, enterpriseId: trip.enterpriseId };
        await this.announcer.wants(tx, order, accepted.signerName);
      }
      const undeliveredM3 = undeliveredOf(accepted);
      await this.followTrip.follow(tx, await this.trips.change(tx, trip, { undeliveredM3 }));
      if (isRefusedWhole(ticket.m3, accepted)) {
        await this.refuse(tx, scope, accepted, trip.id, { signedAt, receivedAt });
      }
      return trip.id;
    });
  }

  /** A load that the site refused whole goes back, and its load is to be planned again. */
  private async refuse(
    tx: EntityManager,
    scope: AccessScope,
    { id, refusedReason }: AcceptanceRequest,
    tripId: TripId,
    { signedAt, receivedAt }: { readonly signedAt: Date; readonly receivedAt: Date },
  ): Promise<void> {
    const said = {
      claimId: id,
      tripId,
      stage: 'refused',
      at: signedAt,
      receivedAt,
      evidence: scope.roles.includes('dispatcher') ? 'dispatcher' : 'claim',
      reason: refusedReason ?? undefined,
    } as const;
    await this.recordStage.record(scope, said, tx);
  }
}

/** A driver takes the signature for his own trip only; others for their enterprise's. */
const isOwn = ({ driverId }: AccessScope, { trip }: LockedTrip): boolean =>
  driverId === null || driverId === trip.driverId;

function assertPossible({ m3 }: TicketDetails, accepted: AcceptanceRequest): void {
  if (!isAboveTicket(m3, accepted)) return;
  throw new DomainError(
    'ACCEPTANCE_ABOVE_TICKET',
    'More went back than the ticket says was there',
    {
      ticketedM3: m3,
      refusedM3: accepted.refusedM3,
      returnedM3: accepted.returnedM3,
    },
  );
}
