import type { TripProgress } from '../advance-trip.js';
import { placeOf, type StageEvidenceMap, type TripStage } from '../stages.js';

/** Where a truck that carries concrete is sent. */
export interface Elsewhere {
  /** It stays at the site where it is expected or stands. */
  readonly isSameSite: boolean;
  readonly at: Date;
}

const OF_A_SITE: readonly TripStage[] = ['at_site', 'unloading', 'unloaded', 'refused'];

/**
 * What a trip has reached when it is sent on to another order: its batch and its way stay, what
 * happened at the former site does not count for the new one. Arrival stays where the site does.
 */
export function goOnElsewhere(trip: TripProgress, { isSameSite, at }: Elsewhere): TripProgress {
  const known = trip.stageEvidence;
  const kept = Object.entries(known).filter(
    ([stage]) => !OF_A_SITE.includes(stage as TripStage) || (isSameSite && stage === 'at_site'),
  );
  const stageEvidence: StageEvidenceMap = {
    ...Object.fromEntries(kept),
    ...withDeparture(known),
    diverted: { at: at.toISOString(), evidence: 'dispatcher' },
  };
  return {
    stage: furthestOf(stageEvidence),
    stageEvidence,
    startedAt: trip.startedAt,
    endedAt: null,
    endReason: null,
  };
}

/** What a trip has reached when its concrete is sent back: on the road until it is at a plant. */
export const goBack = (trip: TripProgress, at: Date, reason: string): TripProgress => ({
  stage: 'diverted',
  stageEvidence: {
    ...trip.stageEvidence,
    diverted: { at: at.toISOString(), evidence: 'dispatcher' },
  },
  startedAt: trip.startedAt,
  endedAt: null,
  endReason: reason,
});

/** A truck that reached a site has left its plant, even when nobody saw when: by then at the latest. */
function withDeparture(known: StageEvidenceMap): StageEvidenceMap {
  const there = known.at_site ?? known.unloading ?? known.refused;
  return known.en_route === undefined && there !== undefined ? { en_route: there } : {};
}

const furthestOf = (known: StageEvidenceMap): TripStage =>
  (Object.keys(known) as TripStage[]).reduce(
    (furthest, stage) => (placeOf(stage) > placeOf(furthest) ? stage : furthest),
    'assigned',
  );
