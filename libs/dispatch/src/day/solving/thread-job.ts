import {
  type DayPlan,
  type DayProblem,
  findWaysOut,
  type Relaxing,
  type WayOut,
} from '@tongyun/solver';
import {
  type SearchProgress,
  solveJob,
  type Solved,
  type SolveJob,
  type SolveWatch,
} from './solve-job.js';

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

/** What a thread is given. */
export interface ThreadData {
  readonly job: ThreadJob;
  /** Shared with who started it: it becomes 1 when the best so far is wanted now. */
  readonly enough: Int32Array;
}

/** What a thread tells: how far it has come, or what came of it. */
export type ThreadNews =
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'done'; readonly answer: Solved | readonly WayOut[] };

/** Does a job where it is called. */
export function doJob(threadJob: ThreadJob, watch: SolveWatch): Solved | readonly WayOut[] {
  if (threadJob.kind === 'solve') return solveJob(threadJob.job, watch);
  const { problem, plan, order, relaxing } = threadJob.job;
  return findWaysOut(problem, plan, order, relaxing);
}
