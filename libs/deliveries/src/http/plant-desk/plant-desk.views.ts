import type {
  BatchSettlementView,
  LoadingCallView,
  PlantQueueView,
  QueuedTripView,
} from '@tongyun/contracts';
import type { NamedCall } from '../../data/plant-desk/loading-call.repository.js';
import type { PlantQueue, QueuedTrip } from '../../plant-desk/plant-queue-queries.service.js';
import type { SettledBatch } from '../../plant-desk/settle-batch.service.js';

export const toLoadingCallView = (call: NamedCall): LoadingCallView => ({
  id: call.id,
  tripId: call.tripId,
  lineId: call.lineId,
  lineName: call.lineName,
  calledAt: call.calledAt.toISOString(),
  jumpReason: call.jumpReason,
});

function toQueuedTripView(trip: QueuedTrip, place: number | null): QueuedTripView {
  const { stage: _stage, callId, lineId, lineName, calledAt, jumpReason, ...shown } = trip;
  const { tripId, batchedAt, plannedAt, waitingSince, mismatches } = shown;
  return {
    ...shown,
    place,
    batchedAt: batchedAt && batchedAt.toISOString(),
    plannedAt: plannedAt.toISOString(),
    waitingSince: waitingSince && waitingSince.toISOString(),
    call:
      callId && lineId && lineName && calledAt
        ? toLoadingCallView({ id: callId, tripId, lineId, lineName, calledAt, jumpReason })
        : null,
    mismatches: [...mismatches],
  };
}

const isAtLine = ({ state }: QueuedTrip) => state === 'called' || state === 'loading';

export function toPlantQueueView({
  plant,
  rules,
  lines,
  trips,
  next,
  dataAt,
}: PlantQueue): PlantQueueView {
  const waiting = trips.filter(({ state }) => state === 'waiting');
  const placeOf = (trip: QueuedTrip) =>
    trip.state === 'waiting' ? waiting.indexOf(trip) + 1 : null;
  return {
    plantId: plant.id,
    plantName: plant.name,
    queueOrder: rules.queueOrder,
    holdsForSite: rules.holdsForSite,
    holdsForPump: rules.holdsForPump,
    lines: lines.map(({ id, plantId, name, rateM3PerHour }) => ({
      id,
      plantId,
      name,
      rateM3PerHour,
      calledTripId: trips.find((trip) => trip.lineId === id && isAtLine(trip))?.tripId ?? null,
    })),
    items: trips.map((trip) => toQueuedTripView(trip, placeOf(trip))),
    nextTripId: next?.tripId ?? null,
    dataAt: dataAt.toISOString(),
  };
}

export const toBatchSettlementView = ({
  settlement,
  mismatches,
}: SettledBatch): BatchSettlementView => ({
  ...settlement,
  settledAt: settlement.settledAt.toISOString(),
  mismatches: [...mismatches],
});
