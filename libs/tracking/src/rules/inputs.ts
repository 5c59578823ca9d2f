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
  readonly plant: Fence;
  /** Plant whose concrete it is; null until the batch is recorded. */
  readonly batchedPlantId: string | null;
  readonly site: Fence;
}

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
}

/** A trip began, ended, or reached another stage; null: the vehicle has none any more. */
export interface TripChangedInput {
  readonly kind: 'trip_changed';
  readonly at: Date;
  readonly trip: TripFacts | null;
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

/** A stored due time has come. */
export interface TimerInput {
  readonly kind: 'timer';
  readonly timer: 'silence';
  readonly at: Date;
}

export type JudgeInput =
  FixInput | TripChangedInput | FactsChangedInput | StoodDownInput | TimerInput;
