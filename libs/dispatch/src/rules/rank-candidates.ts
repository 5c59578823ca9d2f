/** What ranking reads of a candidate for a job. */
export interface RankedRole {
  /** Metres empty from where it is free to the plant; 0 when it waits there. */
  readonly emptyM: number;
  /** Minutes on site after the wanted time. */
  readonly lateMin: number;
  /** Drum volume that stays empty, m³; 0 for a pump. */
  readonly wastedM3: number;
  /** Minutes between its return from the job before and this one; 0 when it had none. */
  readonly waitMin: number;
  /** The slot begins before its predicted return. */
  readonly isTight: boolean;
  /** Its driver has not clocked in on it. */
  readonly isOffDuty: boolean;
  /** Jobs that it holds around this one. */
  readonly heldCount: number;
}

/** Named parts of the cost, each in minutes of a truck's time. */
export interface CostParts {
  readonly empty_distance: number;
  readonly lateness: number;
  readonly drum_waste: number;
  readonly waiting: number;
  readonly tight_return: number;
  readonly off_duty: number;
  readonly fairness: number;
}

/** Ours, to be tuned on the first city's data; each turns its quantity into truck minutes. */
const MIN_PER_EMPTY_KM = 2; // 30 km/h in town
const MIN_PER_LATE_MIN = 3; // a site that waits stops a whole crew
const MIN_PER_WASTED_M3 = 4;
const MIN_PER_WAIT_MIN = 0.05;
const TIGHT_RETURN_MIN = 45;
const OFF_DUTY_MIN = 20;
const MIN_PER_HELD_JOB = 5;

/** Computes what a candidate costs, in minutes of a truck's time; lower is better. */
export function computeCost(candidate: RankedRole): { cost: number; parts: CostParts } {
  const parts: CostParts = {
    empty_distance: (candidate.emptyM / 1_000) * MIN_PER_EMPTY_KM,
    lateness: candidate.lateMin * MIN_PER_LATE_MIN,
    drum_waste: candidate.wastedM3 * MIN_PER_WASTED_M3,
    waiting: candidate.waitMin * MIN_PER_WAIT_MIN,
    tight_return: candidate.isTight ? TIGHT_RETURN_MIN : 0,
    off_duty: candidate.isOffDuty ? OFF_DUTY_MIN : 0,
    fairness: candidate.heldCount * MIN_PER_HELD_JOB,
  };
  const cost = Object.values(parts).reduce((sum: number, part: number) => sum + part, 0);
  return { cost, parts };
}

/** Orders candidates: those that may be assigned first, then by cost, then by id to be stable. */
export const rankCandidates = <
  Candidate extends { mayAssign: boolean; cost: number; vehicleId: string },
>(
  candidates: readonly Candidate[],
): Candidate[] =>
  candidates.toSorted(
    (one, other) =>
      Number(other.mayAssign) - Number(one.mayAssign) ||
      one.cost - other.cost ||
      one.vehicleId.localeCompare(other.vehicleId),
  );
