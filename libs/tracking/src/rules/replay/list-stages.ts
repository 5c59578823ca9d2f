import type { TripStage } from '../inputs.js';

export type StageEvidence = 'geofence' | 'drum_sensor' | 'plant_desk' | 'dispatcher' | 'claim';

/** When each stage was reached, ISO 8601, and on what evidence. */
export type StageTimes = Partial<
  Record<TripStage, { readonly at: string; readonly evidence: StageEvidence }>
>;

export interface ReachedStage {
  readonly stage: TripStage;
  readonly at: string;
  readonly evidence: StageEvidence;
}

/** Lists the stages that a trip has reached, in order of their times. */
export const listStages = (times: StageTimes): ReachedStage[] =>
  (Object.entries(times) as [TripStage, NonNullable<StageTimes[TripStage]>][])
    .map(([stage, { at, evidence }]) => ({ stage, at: new Date(at).toISOString(), evidence }))
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
