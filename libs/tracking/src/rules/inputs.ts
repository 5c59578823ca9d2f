import type { Corridor } from '@tongyun/geo';
import type { TrainingFact } from '@tongyun/permission';

/** A position in WGS-84 degrees and when it was true, milliseconds since 1970. */
export interface TimedPoint {
  readonly atMs: number;
  readonly lng: number;
  readonly lat: number;
}

/** A circle around a plant or a site, WGS-84. */
export interface Fence {
  readonly id: string;
  readonly lng: number;
  readonly lat: number;
  readonly radiusM: number;
}

/** The stages a position can tell apart; spelled as the glossary does. */
export type TripStage =
  | 'assigned'
  | 'accepted'
  | 'loading'
  | 'en_route'
  | 'at_site'
  | 'unloading'
  | 'unloaded'
  | 'washing'
  | 'back_at_plant'
  | 'diverted'
  | 'refused'
  | 'cancelled';

/** A vehicle's trip as it was when it last changed: plain JSON, carried in the state. */
export interface TripFacts {
  readonly tripId: string;
  readonly enterpriseId: string;
  readonly driverId: string;
  readonly stage: TripStage;
  /** Concrete is in the drum. */
  readonly isLoaded: boolean;
  readonly leftPlantAtMs: number | null;
  readonly batchedAtMs: number | null;
  readonly arrivedAtMs: number | null;
  readonly unloadStartAtMs: number | null;
  readonly unloadEndAtMs: number | null;
  /** Minutes from batching at which the load is warned of, and by which it must be discharged. */
  readonly lifeWarnMin: number;
  readonly lifeLimitMin: number;
  readonly plant: Fence;
  /** Who allowed it to go where it was not ordered to; left out or null: nobody had to. */
  readonly approval?: string | null;
  /** Plant whose concrete it is; null until the batch is recorded. */
  readonly batchedPlantId: string | null;
  readonly site: Fence;
  /** The way by road that it is expected to take from plant to site; null: not known. */
  readonly way: Corridor['path'] | null;
}

/** What a pump runs through on a job; spelled as the glossary does. */
export type PumpStage = 'travelling' | 'setting_up' | 'ready' | 'pumping' | 'washing' | 'left';

/** The job a pump has, as it was when that last changed: plain JSON, carried in the state. */
export interface PumpFacts {
  readonly pumpJobId: string;
  readonly enterpriseId: string;
  readonly driverId: string;
  /** `released`: it has not set out. */
  readonly stage: PumpStage | 'released';
  /** When it is to leave its plant so that it stands in time. */
  readonly departAtMs: number;
  /** When it is to stand: the first truck is due. */
  readonly readyByAtMs: number;
  readonly plant: Fence;
  readonly site: Fence;
}

/** The driver who is on duty on a vehicle, as he was when that last changed. */
export interface DutyFacts {
  readonly driverId: string;
  readonly enterpriseId: string;
  readonly trainings: readonly TrainingFact[];
}

/** Which way the drum turns, where a sensor tells; `reverse` discharges. */
export type DrumState = 'stopped' | 'forward' | 'reverse';

/** One position report. */
export interface FixInput {
  readonly kind: 'fix';
  readonly at: Date;
  readonly receivedAt: Date;
  readonly source: 'terminal' | 'phone';
  readonly driverId: string | null;
  readonly lng: number;
  readonly lat: number;
  /** False: the device had no satellites and repeats an older place. */
  readonly isLocated: boolean;
  /** Within so many metres of it, by the device's own word; null: it does not tell. */
  readonly accuracyM: number | null;
  /** Null: the device does not tell. */
  readonly speedKph: number | null;
  /** Table 24 of JT/T 808; 0 from a phone. */
  readonly alarmBits: number;
  readonly drumState: DrumState | null;
}

/** A trip, a pump's job or a duty began, ended, or reached another stage; what is null is no more. */
export interface TripChangedInput {
  readonly kind: 'trip_changed';
  readonly at: Date;
  readonly trip: TripFacts | null;
  /** Left out or null: it is no pump with a job. */
  readonly pump?: PumpFacts | null;
  /** Null: nobody is on duty on the vehicle. */
  readonly duty: DutyFacts | null;
}

/** Registration, a pass, a use, a zone or a policy changed: the vehicle is judged where it stands. */
export interface FactsChangedInput {
  readonly kind: 'facts_changed';
  readonly at: Date;
}

/** Nothing stands for the vehicle any more: its terminal was found to be on another one. */
export interface StoodDownInput {
  readonly kind: 'stood_down';
  readonly at: Date;
}

/** `silence`: nothing was heard; `watch`: a time ran out that a rule waits for. */
export type TimerKind = 'silence' | 'watch';

/** A stored due time has come. */
export interface TimerInput {
  readonly kind: 'timer';
  readonly timer: TimerKind;
  readonly at: Date;
}

export type JudgeInput =
  FixInput | TripChangedInput | FactsChangedInput | StoodDownInput | TimerInput;
