import type { AlertId, VehicleId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';
import type { NewCheckpoint } from './data/track.repository.js';
import type { QueuedChange, QueuedFix, QueuedTimer } from './queued-input.js';
import type { EpisodeOpened, FixVerdict, JudgeEvent } from './rules/events.js';
import type { TimedPoint, TripStage } from './rules/inputs.js';
import type { TrackState } from './rules/track-state.js';

/** `late`: judged as of its own time. `too_late`: kept for the track alone. `fault`: set aside. */
export type StoredVerdict = FixVerdict | 'late' | 'too_late' | 'fault';

/** What late fixes ask to be written: they open, extend and fill in, and take nothing away. */
export type LateAction =
  | {
      readonly kind: 'late_opened';
      readonly alertId: AlertId;
      readonly opened: EpisodeOpened;
      /** Null: it goes on. */
      readonly endedAtMs: number | null;
    }
  | {
      readonly kind: 'late_extended';
      readonly alertId: AlertId;
      readonly evidence: readonly TimedPoint[];
    }
  | { readonly kind: 'late_ended'; readonly alertId: AlertId; readonly endedAtMs: number }
  | {
      readonly kind: 'stage_filled';
      readonly tripId: string;
      readonly stage: TripStage;
      readonly atMs: number;
    };

export interface DatedAction {
  readonly action: JudgeEvent | LateAction;
  /** When the product knew. */
  readonly knownAt: Date;
}

/** All that judging some inputs of a vehicle comes to, ready to be written in one transaction. */
export interface VehicleOutcome {
  readonly vehicleId: VehicleId;
  /** Version of the state that was judged from. */
  readonly version: number;
  readonly state: TrackState;
  readonly facts: VehicleFact | null;
  readonly fixes: readonly { readonly fix: QueuedFix; readonly verdict: StoredVerdict }[];
  readonly changes: readonly QueuedChange[];
  readonly timers: readonly QueuedTimer[];
  readonly actions: readonly DatedAction[];
  readonly checkpoints: readonly NewCheckpoint[];
  /** Checkpoints from here on are untrue now. */
  readonly dropCheckpointsFrom: Date | null;
  /** The fix the live position moves to; null: it stays. */
  readonly lastFix: QueuedFix | null;
}
