import { parentPort, Worker, workerData } from 'node:worker_threads';
import { checkDayPlan, type DayPlan, type DayProblem, groupsOf, solveDay } from '@tongyun/solver';

interface Job {
  readonly problem: DayProblem;
  readonly orders: readonly number[];
  readonly seed: number;
  readonly untilMs: number;
}

type Told =
  | { readonly kind: 'first'; readonly plan: DayPlan; readonly violations: number }
  | { readonly kind: 'last'; readonly plan: DayPlan };

export interface PlannedOnCores {
  readonly first: DayPlan;
  /** Until the last thread had its first plan, and had it checked. */
  readonly firstSec: number;
  readonly firstViolations: number;
  readonly last: DayPlan;
  readonly lastSec: number;
}

/** Plans a day on several threads, each with its own groups of orders; `file` is the bundle that runs again in each. */
export async function planOnCores(
  file: URL,
  problem: DayProblem,
  { cores, seconds, seed }: { cores: number; seconds: number; seed: number },
): Promise<PlannedOnCores> {
  const began = performance.now();
  const untilMs = Date.now() + seconds * 1_000;
  let firstSec = 0;
  const sinceSec = () => (performance.now() - began) / 1_000;
  const parts = await Promise.all(
    sharesOf(problem, cores).map((orders) => {
      const job: Job = { problem, orders, seed, untilMs };
      return onThread(file, job, () => {
        firstSec = Math.max(firstSec, sinceSec());
      });
    }),
  );
  return {
    first: joined(parts.map(({ first }) => first)),
    firstSec,
    firstViolations: parts.reduce((sum, { violations }) => sum + violations, 0),
    last: joined(parts.map(({ last }) => last)),
    lastSec: sinceSec(),
  };
}

const joined = (plans: readonly DayPlan[]): DayPlan => ({
  loads: plans.flatMap(({ loads }) => loads),
  pumpJobs: plans.flatMap(({ pumpJobs }) => pumpJobs),
  pumpless: plans.flatMap(({ pumpless = [] }) => pumpless),
});

/** Groups dealt out so that each thread has about as many orders. */
function sharesOf(problem: DayProblem, count: number): number[][] {
  const shares = Array.from({ length: count }, (): number[] => []);
  for (const group of groupsOf(problem).toSorted((one, two) => two.length - one.length)) {
    shares.toSorted((one, two) => one.length - two.length)[0]!.push(...group);
  }
  return shares;
}

function onThread(file: URL, job: Job, onFirst: () => void) {
  return new Promise<{ first: DayPlan; violations: number; last: DayPlan }>((resolve, reject) => {
    const worker = new Worker(file, { workerData: job });
    let begun: { first: DayPlan; violations: number } | null = null;
    worker.on('message', (told: Told) => {
      if (told.kind === 'first') {
        begun = { first: told.plan, violations: told.violations };
        onFirst();
      } else if (begun === null) reject(new Error('a plan without a first one'));
      else resolve({ ...begun, last: told.plan });
    });
    worker.on('error', reject);
  });
}

const tell = (told: Told): void => parentPort?.postMessage(told);

/** What a thread does with its job; the main thread has no parent and does nothing. */
export function workIfThread(): void {
  if (parentPort === null) return;
  const { problem, orders, seed, untilMs } = workerData as Job;
  const began = Date.now();
  let isFirst = true;
  const last = solveDay(problem, {
    seed,
    orders,
    spent: () => (Date.now() - began) / Math.max(1, untilMs - began),
    onPlan: (current) => {
      if (!isFirst) return;
      isFirst = false;
      const plan = current();
      tell({ kind: 'first', plan, violations: checkDayPlan(problem, plan).length });
    },
  });
  tell({ kind: 'last', plan: last });
}
