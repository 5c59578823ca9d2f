import { isBeforeAssignment } from '../advance-trip.js';
import { type StageEvidence, weightOf } from '../stages.js';
import {
  PUMP_RUN,
  type PumpEvidenceMap,
  type PumpJobState,
  pumpPlaceOf,
  type PumpStage,
} from './pump-stages.js';

/** What was said of a pump: by a fence, a person at a desk or an operator's tap. */
export interface PumpFact {
  readonly stage: PumpStage;
  readonly at: Date;
  readonly evidence: StageEvidence;
}

/** The fields of a pump job that this rule reads and answers with. */
export interface PumpProgress {
  readonly state: PumpJobState;
  readonly stageEvidence: PumpEvidenceMap;
}

export type PumpSettleReason =
  'stage_needs_other_evidence' | 'pump_job_not_released' | 'before_assignment' | 'out_of_order';

export type PumpVerdict =
  | { readonly outcome: 'applied'; readonly job: PumpProgress }
  | { readonly outcome: 'kept' }
  | { readonly outcome: 'to_settle'; readonly why: PumpSettleReason };

/** A fence sees that a pump left, came and went; not whether its boom is up. */
const FENCED: readonly PumpStage[] = ['travelling', 'setting_up', 'left'];

/**
 * Judges what a reported stage changes in a pump's job, as `advanceTrip` does for a truck's. The fact
 * is kept by the caller whatever the verdict is.
 *
 * Taps come in any order: each counts at its own time, the furthest one is the state, and what
 * contradicts evidence as strong is for a person to settle.
 *
 * @param assignedAt when the pump that is on the job was given it; null: none is
 */
export function advancePumpJob(
  job: PumpProgress,
  fact: PumpFact,
  assignedAt: Date | null,
): PumpVerdict {
  if (fact.evidence === 'geofence' && !FENCED.includes(fact.stage)) {
    return { outcome: 'to_settle', why: 'stage_needs_other_evidence' };
  }
  if (job.state === 'planned' || assignedAt === null) {
    return { outcome: 'to_settle', why: 'pump_job_not_released' };
  }
  const known = job.stageEvidence[fact.stage];
  if (known && weightOf(known.evidence) >= weightOf(fact.evidence)) return { outcome: 'kept' };
  if (isBeforeAssignment(fact.at, assignedAt)) {
    return { outcome: 'to_settle', why: 'before_assignment' };
  }
  if (isContradicted(job.stageEvidence, fact)) return { outcome: 'to_settle', why: 'out_of_order' };
  const { stage, at, evidence } = fact;
  return {
    outcome: 'applied',
    job: {
      state: pumpPlaceOf(stage) > pumpPlaceOf(job.state) ? stage : job.state,
      stageEvidence: { ...job.stageEvidence, [stage]: { at: at.toISOString(), evidence } },
    },
  };
}

/** An earlier stage known to have come after this one, or a later one before it, on evidence as good. */
const isContradicted = (known: PumpEvidenceMap, { stage, at, evidence }: PumpFact): boolean =>
  PUMP_RUN.some((other) => {
    const there = known[other];
    if (other === stage || there === undefined) return false;
    if (weightOf(there.evidence) < weightOf(evidence)) return false;
    const isEarlierStage = pumpPlaceOf(other) < pumpPlaceOf(stage);
    return isEarlierStage ? new Date(there.at) > at : new Date(there.at) < at;
  });
