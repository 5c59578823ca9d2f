import type { StageEvidenceMap, TripStage } from './stages.js';

/** The official times of a trip, one field a stage; null: nothing is known of it. */
export interface StageTimes {
  readonly acceptedAt: Date | null;
  readonly loadStartAt: Date | null;
  readonly leftPlantAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly unloadStartAt: Date | null;
  readonly unloadEndAt: Date | null;
  readonly washStartAt: Date | null;
  readonly backAt: Date | null;
}

/** The official times that the evidence gives. */
export function timesOf(known: StageEvidenceMap): StageTimes {
  const at = (stage: TripStage) => {
    const there = known[stage];
    return there ? new Date(there.at) : null;
  };
  return {
    acceptedAt: at('accepted'),
    loadStartAt: at('loading'),
    leftPlantAt: at('en_route'),
    arrivedAt: at('at_site'),
    unloadStartAt: at('unloading'),
    unloadEndAt: at('unloaded'),
    washStartAt: at('washing'),
    backAt: at('back_at_plant'),
  };
}
