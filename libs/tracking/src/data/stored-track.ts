import type { VehicleId } from '@tongyun/kernel';
import type { QueuedFix } from '../queued-input.js';
import { NOTHING_KNOWN, type TrackState } from '../rules/track-state.js';

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

/** What of a state is stored. */
export type StoredState = Partial<TrackState>;

/**
 * Leaves out what is as of a vehicle nothing is known of, most of a state: it is written with every
 * batch, and the database pays for each name in it. How it moves and its silence are always there.
 */
export function toStoredState(state: TrackState): StoredState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => !isNothing(value)));
}

const isNothing = (value: unknown): boolean =>
  value === null || value === 0 || (typeof value === 'object' && Object.keys(value).length === 0);

/** What is left out, or was not remembered yet by an earlier release, is not known. */
export const readState = (stored: StoredState): TrackState => ({ ...NOTHING_KNOWN, ...stored });
