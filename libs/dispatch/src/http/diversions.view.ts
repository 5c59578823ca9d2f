import type { DiversionOffersView, DiversionOfferView, DiversionView } from '@tongyun/contracts';
import type { Diversion } from '@tongyun/deliveries';
import type { DiversionOffer, TripOffers } from '../diversion/diversion-offers.service.js';

export const toDiversionOffersView = ({
  ground: { carried, positionSource, site },
  carriedM3,
  judgedAt,
  offers,
}: TripOffers): DiversionOffersView => ({
  tripId: carried.trip.id,
  tripVersion: carried.trip.version,
  grade: carried.grade,
  slumpMm: carried.slumpMm,
  carriedM3,
  batchedAt: carried.trip.batchedAt?.toISOString() ?? null,
  position: positionSource,
  judgedAt: judgedAt.toISOString(),
  offers: offers.map((offer) => toOfferView(offer, site)),
});

function toOfferView(
  { load, plant, travel, ...offer }: DiversionOffer,
  site: { readonly id: string; readonly name: string },
): DiversionOfferView {
  const place = offer.kind === 'place' ? site : null;
  return {
    kind: offer.kind,
    orderId: load?.orderId ?? null,
    orderNo: load?.orderNo ?? null,
    loadId: load?.loadId ?? null,
    loadNo: load?.loadNo ?? null,
    siteId: load?.siteId ?? place?.id ?? null,
    siteName: load?.siteName ?? place?.name ?? null,
    isSameSite: offer.isSameSite,
    pourLocation: load?.pourLocation ?? null,
    grade: load?.grade ?? null,
    slumpMm: load?.slumpMm ?? null,
    plantId: plant?.id ?? null,
    plantName: plant?.name ?? null,
    mayDivert: offer.mayDivert,
    mayOverride: offer.mayOverride,
    arrivesAt: offer.arrivesAt.toISOString(),
    endsAt: offer.endsAt.toISOString(),
    travelSource: travel.source,
    figures: offer.figures,
    displaces:
      load === null || load.vehicleId === null
        ? null
        : { vehicleId: load.vehicleId, plateNo: load.plateNo },
    against: [...offer.against],
    reasons: [...offer.reasons],
    cost: offer.cost,
    costParts: { ...offer.costParts },
  };
}

export const toDiversionView = ({ divertedAt, untilAt, ...row }: Diversion): DiversionView => ({
  id: row.id,
  tripId: row.tripId,
  vehicleId: row.vehicleId,
  kind: row.kind,
  fromOrderId: row.fromOrderId,
  fromLoadId: row.fromLoadId,
  toOrderId: row.toOrderId,
  toLoadId: row.toLoadId,
  toPourLocation: row.toPourLocation,
  toPlantId: row.toPlantId,
  takenM3: row.takenM3,
  carriedM3: row.carriedM3,
  reason: row.reason,
  approvedBy: row.approvedBy,
  decidedBy: row.decidedBy,
  divertedAt: divertedAt.toISOString(),
  untilAt: untilAt.toISOString(),
  overridden: [...row.overridden],
});
