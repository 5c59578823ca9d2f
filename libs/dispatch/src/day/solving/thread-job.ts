import {
  type DayPlan,
  type DayProblem,
  findWaysOut,
  type Relaxing,
  type WayOut,
} from '@tongyun/solver';
import { solveJob, type Solved, type SolveJob } from './solve-job.js';

/** The ways out for an order that a plan does not serve. */
export interface WaysOutJob {
  readonly problem: DayProblem;
  readonly plan: DayPlan;
  readonly order: number;
  readonly relaxing: Relaxing;
}

/** What crosses into a thread. */
export type ThreadJob =
  | { readonly kind: 'solve'; readonly job: SolveJob }
  | { readonly kind: 'ways_out'; readonly job: WaysOutJob };

export type ThreadAnswer<Job extends ThreadJob> = Job extends { readonly kind: 'solve' }
  ? Solved
  : readonly WayOut[];

/** What a thread tells: how far it has come, [0, 1], or what came of it. */
export type ThreadNews =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly answer: Solved | readonly WayOut[] };

/** Does a job where it is called. */
export function doJob(
  threadJob: ThreadJob,
  clockMs: () => number,
  onProgress: (share: number) => void,
): Solved | readonly WayOut[] {
  if (threadJob.kind === 'solve') return solveJob(threadJob.job, clockMs, onProgress);
  const { problem, plan, order, relaxing } = threadJob.job;
  return findWaysOut(problem, plan, order, relaxing);
}
