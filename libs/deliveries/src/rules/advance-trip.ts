import { addMinutes } from '@tongyun/kernel';
import {
  isOrderedStage,
  type OrderedStage,
  placeOf,
  STAGE_ORDER,
  type StageEvidence,
  type StageEvidenceMap,
  type TripStage,
  weightOf,
} from './stages.js';

/** What was said: by a fence, a sensor, a person at a desk or a driver's tap. */
export interface StageFact {
  readonly stage: TripStage;
  readonly at: Date;
  readonly evidence: StageEvidence;
  readonly reason: string | null;
}

/** The fields of a trip that this rule reads and answers with. */
export interface TripProgress {
  readonly stage: TripStage;
  readonly stageEvidence: StageEvidenceMap;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}

/** `applied`: set a time. `kept`: as good evidence stood already. `to_settle`: somebody must look. */
export type StageOutcome = 'applied' | 'kept' | 'to_settle';
export type StageVerdict =
  | { readonly outcome: 'applied'; readonly trip: TripProgress }
  | { readonly outcome: 'kept' }
  | { readonly outcome: 'to_settle'; readonly why: SettleReason };
export type SettleReason =
  | 'stage_needs_other_evidence'
  | 'trip_cancelled'
  | 'trip_ended'
  | 'before_assignment'
  | 'before_diversion'
  | 'out_of_order';

/** Ends a trip that its vehicle or driver left open by starting the next one. */
export const SUPERSEDED = 'superseded';

const MAY_SET: Readonly<Record<StageEvidence, readonly TripStage[]>> = {
  geofence: ['loading', 'en_route', 'at_site', 'unloading', 'unloaded', 'back_at_plant'],
  drum_sensor: ['loading', 'unloading', 'unloaded'],
  plant_desk: ['accepted', 'loading', 'en_route', 'back_at_plant', 'cancelled'],
  dispatcher: [...STAGE_ORDER.slice(1), 'diverted', 'refused', 'cancelled'],
  claim: [...STAGE_ORDER.slice(1), 'refused'],
};

/**
 * Judges what a reported stage changes in a trip. The fact is kept by the caller whatever the
 * verdict is; this only says whether it sets the official time.
 *
 * Stronger evidence replaces a weaker time; a stage may be skipped, and its time stays empty until
 * a late fact fills it; what contradicts evidence as strong is for a person to settle.
 */
export function advanceTrip(trip: TripProgress, fact: StageFact): StageVerdict {
  if (!MAY_SET[fact.evidence].includes(fact.stage)) {
    return { outcome: 'to_settle', why: 'stage_needs_other_evidence' };
  }
  const known = trip.stageEvidence[fact.stage];
  if (known && weightOf(known.evidence) >= weightOf(fact.evidence)) return { outcome: 'kept' };
  if (trip.stage === 'cancelled') return { outcome: 'to_settle', why: 'trip_cancelled' };
  const assigned = trip.stageEvidence.assigned;
  if (assigned && isBeforeAssignment(fact.at, new Date(assigned.at))) {
    return { outcome: 'to_settle', why: 'before_assignment' };
  }
  if (isOfFormerSite(trip, fact)) return { outcome: 'to_settle', why: 'before_diversion' };
  return isOrderedStage(fact.stage) ? goOn(trip, fact, fact.stage) : leaveTheRun(trip, fact);
}

/** What happened at a site before the truck was sent on to another place is not of that place. */
const isOfFormerSite = ({ stage, stageEvidence }: TripProgress, fact: StageFact): boolean => {
  const { diverted } = stageEvidence;
  if (diverted === undefined || stage === 'diverted') return false;
  return placeOf(fact.stage) >= placeOf('at_site') && fact.at < new Date(diverted.at);
};

/** Minutes that a truck may be at work before its dispatcher enters the assignment; ours. */
const AHEAD_OF_ASSIGNMENT_MIN = 60;

/** Whether something is said to have happened too long before the trip was assigned to be so. */
export const isBeforeAssignment = (at: Date, assignedAt: Date): boolean =>
  at < addMinutes(assignedAt, -AHEAD_OF_ASSIGNMENT_MIN);

function leaveTheRun(trip: TripProgress, fact: StageFact): StageVerdict {
  if (trip.endedAt !== null) return { outcome: 'to_settle', why: 'trip_ended' };
  if (isBeforeAny(trip.stageEvidence, fact, STAGE_ORDER)) {
    return { outcome: 'to_settle', why: 'out_of_order' };
  }
  return {
    outcome: 'applied',
    trip: {
      stage: fact.stage,
      stageEvidence: withFact(trip.stageEvidence, fact.stage, fact),
      startedAt: trip.startedAt,
      endedAt: fact.stage === 'diverted' ? null : fact.at,
      endReason: fact.reason,
    },
  };
}

function goOn(trip: TripProgress, fact: StageFact, stage: OrderedStage): StageVerdict {
  const isBack = stage === 'back_at_plant';
  const isFalseReturn = isBack && fact.evidence === 'geofence' && hasNotLeft(trip);
  if (isFalseReturn || isContradicted(trip.stageEvidence, fact, stage)) {
    return { outcome: 'to_settle', why: 'out_of_order' };
  }
  const set = withFact(trip.stageEvidence, stage, fact);
  const stageEvidence =
    stage === 'loading' && !set.accepted ? withFact(set, 'accepted', fact) : set;
  const isRefused = trip.stage === 'refused';
  return {
    outcome: 'applied',
    trip: {
      stage: furthest(trip.stage, stage),
      stageEvidence,
      startedAt: firstStart(stageEvidence),
      endedAt: isBack && !isRefused ? fact.at : trip.endedAt,
      endReason: isBack && trip.endReason === SUPERSEDED ? null : trip.endReason,
    },
  };
}

const withFact = (
  known: StageEvidenceMap,
  stage: TripStage,
  { at, evidence }: StageFact,
): StageEvidenceMap => ({ ...known, [stage]: { at: at.toISOString(), evidence } });

/** A truck that stands in its plant's fence before it left has not come back. */
const hasNotLeft = (trip: TripProgress): boolean =>
  isOrderedStage(trip.stage) && placeOf(trip.stage) < placeOf('en_route');

/** A later stage known to have come before this one or an earlier one after it, on evidence as good. */
const isContradicted = (known: StageEvidenceMap, fact: StageFact, stage: OrderedStage): boolean =>
  isBeforeAny(known, fact, STAGE_ORDER.slice(0, placeOf(stage))) ||
  STAGE_ORDER.slice(placeOf(stage) + 1).some((later) => {
    const there = known[later];
    return there !== undefined && new Date(there.at) < fact.at && isAsGood(there, fact);
  });

/** Assignment and acceptance do not count: people enter them when they get round to it. */
const isBeforeAny = (
  known: StageEvidenceMap,
  fact: StageFact,
  earlier: readonly OrderedStage[],
): boolean =>
  earlier.slice(placeOf('loading')).some((stage) => {
    const there = known[stage];
    return there !== undefined && fact.at < new Date(there.at) && isAsGood(there, fact);
  });

const isAsGood = (there: { readonly evidence: StageEvidence }, fact: StageFact): boolean =>
  weightOf(there.evidence) >= weightOf(fact.evidence);

/** A trip that left the run keeps its name when the truck is home: it has not delivered its load. */
function furthest(now: TripStage, reached: OrderedStage): TripStage {
  if (now === 'refused' || now === 'diverted') return now;
  return placeOf(reached) > placeOf(now) ? reached : now;
}

/** A trip starts at loading, or at the first later stage that anything is known of. */
function firstStart(known: StageEvidenceMap): Date | null {
  const times = STAGE_ORDER.slice(placeOf('loading')).flatMap((stage) => {
    const there = known[stage];
    return there ? [new Date(there.at).getTime()] : [];
  });
  return times.length === 0 ? null : new Date(Math.min(...times));
}
