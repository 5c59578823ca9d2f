import type { PlantQueueView, QueuedTripView } from '@tongyun/contracts';

/** A truck and the queue that it stands in. */
export interface TruckProps {
  readonly queue: PlantQueueView;
  readonly truck: QueuedTripView;
}
