import type { VehicleId } from '@tongyun/kernel';
import type { QueuedFix } from '../queued-input.js';
import type { TrackState } from '../rules/track-state.js';

/** What is remembered of a vehicle, and how often it was written; 0: never. */
export interface StoredTrack {
  readonly state: TrackState;
  readonly version: number;
}

export interface TrackWrite extends StoredTrack {
  readonly vehicleId: VehicleId;
  /** Null when the live position stays as it is. */
  readonly lastFix: QueuedFix | null;
}
