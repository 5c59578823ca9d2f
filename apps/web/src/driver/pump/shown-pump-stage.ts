import { type PumpStage, pumpStage } from '@tongyun/contracts';

const RUN: readonly PumpStage[] = pumpStage.options;

export interface PumpProgress {
  readonly id: string;
  readonly state: PumpStage | 'planned' | 'released';
  readonly nextStage: PumpStage | null;
}
export interface WaitingPumpClaim {
  readonly pumpJobId: string;
  readonly stage: PumpStage;
}
export interface ShownPumpStage {
  readonly state: PumpProgress['state'];
  readonly nextStage: PumpStage | null;
  /** The phone is ahead of what the server has answered. */
  readonly isAhead: boolean;
}

/**
 * Says which stage of a pump's job to show: what the server knows, moved on by the taps that still
 * wait; whichever is further wins.
 *
 * @param waiting taps not yet answered; those of other jobs do not count
 */
export function findShownPumpStage(
  job: PumpProgress,
  waiting: readonly WaitingPumpClaim[],
): ShownPumpStage {
  const taps = waiting.filter(({ pumpJobId }) => pumpJobId === job.id);
  const tapped = Math.max(-1, ...taps.map(({ stage }) => RUN.indexOf(stage)));
  const stage = RUN[tapped];
  if (stage === undefined || tapped <= RUN.indexOf(job.state as PumpStage)) {
    return { state: job.state, nextStage: job.nextStage, isAhead: false };
  }
  return { state: stage, nextStage: RUN[tapped + 1] ?? null, isAhead: true };
}
