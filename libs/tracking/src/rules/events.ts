import type { Reason } from '@tongyun/permission';
import type { PumpStage, TimedPoint, TimerKind, TripStage } from './inputs.js';
import type { AlertCode, AlertLevel, TrackState } from './track-state.js';

export interface EpisodeOpened {
  readonly kind: 'episode_opened';
  readonly code: AlertCode;
  readonly level: AlertLevel;
  readonly subjectKind: 'plant' | 'zone' | 'vehicle';
  readonly subjectId: string;
  readonly tripId: string | null;
  readonly driverId: string | null;
  readonly enterpriseId: string | null;
  readonly value: number | null;
  readonly limitValue: number | null;
  readonly unit: string | null;
  readonly ruleVersion: string;
  readonly reasons: readonly Reason[];
  /** What befell every vehicle there at once, where something did. */
  readonly sharedCause?: string | null;
  readonly evidence: readonly TimedPoint[];
  readonly startedAtMs: number;
  /** Set when it was found out after it was over. */
  readonly endedAtMs: number | null;
}

/** What the steps ask to be written; nothing happens until the judge has written it. */
export type JudgeEvent =
  | EpisodeOpened
  | {
      readonly kind: 'episode_extended';
      readonly code: AlertCode;
      readonly subjectId: string;
      readonly level: AlertLevel;
      readonly value: number | null;
      readonly evidence: readonly TimedPoint[];
    }
  | {
      readonly kind: 'episode_ended';
      readonly code: AlertCode;
      readonly subjectId: string;
      readonly endedAtMs: number;
    }
  | {
      readonly kind: 'stage_proposed';
      readonly tripId: string;
      readonly stage: TripStage;
      readonly atMs: number;
    }
  | {
      readonly kind: 'pump_stage_proposed';
      readonly pumpJobId: string;
      readonly stage: PumpStage;
      readonly atMs: number;
    }
  | { readonly kind: 'timer_set'; readonly timer: TimerKind; readonly dueAtMs: number }
  | { readonly kind: 'silence_changed'; readonly isSilent: boolean };

/** Nothing is asked for: by most fixes. */
export const NO_EVENTS: readonly JudgeEvent[] = [];

/** Why a fix does not count; `ok` when it does. */
export type FixVerdict =
  | 'ok'
  | 'duplicate'
  | 'future'
  | 'year_2000'
  | 'not_located'
  | 'inaccurate'
  | 'zero_position'
  | 'impossible_jump'
  | 'secondary_source'
  | 'out_of_order';

export interface StepResult {
  readonly state: TrackState;
  readonly events: readonly JudgeEvent[];
  /** Set: the fix does not count, and no later step sees it. */
  readonly rejection?: Exclude<FixVerdict, 'ok'>;
}
