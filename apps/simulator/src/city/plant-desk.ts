import { batchRecordView, tripPapersView, type TripView } from '@tongyun/contracts';
import type { ApiSession } from '../api/api-session.js';

/**
 * Records what was batched into the truck of this trip and issues its ticket; a repeat is the same
 * to the letter.
 */
export async function recordBatch(desk: ApiSession, trip: TripView, now: Date): Promise<void> {
  const { id: tripId, vehicleId, plantId, grade, plannedM3: batchedM3 } = trip;
  const loading = trip.stages.find(({ stage }) => stage === 'loading');
  const batchedAt = loading?.at ?? now.toISOString();
  const body = { tripId, vehicleId, plantId, grade, batchedM3, batchedAt };
  await desk.post('batch-records', batchRecordView, body, tripId);
  await desk.post(`trips/${tripId}/tickets`, tripPapersView, {}, `ticket-${tripId}`);
}
