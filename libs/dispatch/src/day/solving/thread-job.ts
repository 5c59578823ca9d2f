import {
  compareTrucks,
  type DayPlan,
  type DayProblem,
  findWaysOut,
  type Relaxing,
  type TruckComparison,
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

/** Why one load of a plan is on its truck and on no other. */
export interface CompareTrucksJob {
  readonly problem: DayProblem;
  readonly plan: DayPlan;
  /** Where among the plan's loads it stands. */
  readonly loadAt: number;
}

/** What crosses into a thread. */
export type ThreadJob =
  | { readonly kind: 'solve'; readonly job: SolveJob }
  | { readonly kind: 'ways_out'; readonly job: WaysOutJob }
  | { readonly kind: 'compare_trucks'; readonly job: CompareTrucksJob };

interface ThreadAnswers {
  readonly solve: Solved;
  readonly ways_out: readonly WayOut[];
  readonly compare_trucks: TruckComparison;
}
export type ThreadAnswer<Job extends ThreadJob> = ThreadAnswers[Job['kind']];

/** What a thread is given. */
export interface ThreadData {
  readonly job: ThreadJob;
  /** Shared with who started it: it becomes 1 when the best so far is wanted now. */
  readonly enough: Int32Array;
}

/** What a thread tells: how far it has come, or what came of it. */
export type ThreadNews =
  | { readonly kind: 'progress'; readonly progress: SearchProgress }
  | { readonly kind: 'done'; readonly answer: ThreadAnswer<ThreadJob> };

/** Does a job where it is called. */
export function doJob({ kind, job }: ThreadJob, watch: SolveWatch): ThreadAnswer<ThreadJob> {
  switch (kind) {
    case 'solve': {
      return solveJob(job, watch);
    }
    case 'ways_out': {
      return findWaysOut(job.problem, job.plan, job.order, job.relaxing);
    }
    case 'compare_trucks': {
      return compareTrucks(job.problem, job.plan, job.plan.loads[job.loadAt]!);
    }
  }
}
