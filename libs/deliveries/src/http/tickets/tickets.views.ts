import type { AcceptanceView, TicketView, TripPapersView } from '@tongyun/contracts';
import type { AcceptanceEntity } from '../../data/tickets/acceptance.entity.js';
import type { SignedTicket, TripPapers } from '../../tickets/trip-papers-queries.service.js';

const isoOrNull = (at: Date | null): string | null => at && at.toISOString();

const toAcceptanceView = (acceptance: AcceptanceEntity): AcceptanceView => ({
  id: acceptance.id,
  slumpMm: acceptance.slumpMm,
  signedM3: acceptance.signedM3,
  refusedM3: acceptance.refusedM3,
  refusedReason: acceptance.refusedReason,
  returnedM3: acceptance.returnedM3,
  signerName: acceptance.signerName,
  signature: acceptance.signature,
  signedAt: acceptance.signedAt.toISOString(),
});

export const toTicketView = (ticket: SignedTicket): TicketView => ({
  id: ticket.id,
  tripId: ticket.tripId,
  orderId: ticket.orderId,
  ticketNo: ticket.ticketNo,
  state: ticket.state,
  issuedAt: ticket.issuedAt.toISOString(),
  issuedByName: ticket.issuedByName,
  content: ticket.content,
  leftPlantAt: isoOrNull(ticket.leftPlantAt),
  arrivedAt: isoOrNull(ticket.arrivedAt),
  unloadStartAt: isoOrNull(ticket.unloadStartAt),
  unloadEndAt: isoOrNull(ticket.unloadEndAt),
  acceptance: ticket.acceptance && toAcceptanceView(ticket.acceptance),
  replacedByNo: ticket.replacedByNo,
  voided: ticket.voidedAt && {
    at: ticket.voidedAt.toISOString(),
    byName: ticket.voidedByName,
    reason: ticket.voidReason ?? '',
  },
});

export const toTripPapersView = (papers: TripPapers): TripPapersView => ({
  tripId: papers.trip.id,
  batchedM3: papers.trip.batchedM3,
  mismatches: [...papers.mismatches],
  weighings: papers.weighings.map(({ weighedAt, ...weighing }) => ({
    ...weighing,
    weighedAt: weighedAt.toISOString(),
  })),
  weights: { ...papers.weights, notices: [...papers.weights.notices] },
  exWorksTests: papers.tests.map(({ slumpMm, temperatureC, inspectorName, testedAt }) => ({
    slumpMm,
    temperatureC,
    inspectorName,
    testedAt: testedAt.toISOString(),
  })),
  quality: [...papers.quality],
  tickets: papers.tickets.map(toTicketView),
});
