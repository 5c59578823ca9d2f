import { Worker } from 'node:worker_threads';
import { checkDayPlan } from '@tongyun/solver';
import { aBusyDay, aDay, anOrder, aTruck } from '../../../../../test/support/a-day.js';
import { sharedFloats } from '../rules/shared-floats.js';
import { DaySolver } from './day-solver.js';
import { explainAll, type Solved, type SolveJob } from './solve-job.js';

const job = (given: Partial<SolveJob> = {}): SolveJob => ({
  problem: aBusyDay(3),
  earlier: null,
  seed: 1,
  budget: { steps: 40 },
  ...given,
});

/** A thread that plans nothing: it leaves a mark in the table of ways that it was given. */
const WRITES_INTO_WAYS = `
  const { parentPort, workerData } = require('node:worker_threads');
  workerData.job.job.problem.travel.freeSec[1] = 4711;
  parentPort.postMessage({ kind: 'done', answer: { plan: { loads: [], pumpJobs: [] }, unserved: [] } });
`;

describe('planning a day', () => {
  const solver = new DaySolver({ threads: 0 });
  /** What it answers, once the checker has seen the plan. */
  const solve = async (
    asked: SolveJob,
    options?: Parameters<DaySolver['solve']>[1],
  ): Promise<Solved> => {
    const solved = await solver.solve(asked, options);
    expect(checkDayPlan(asked.problem, solved.plan)).toEqual([]);
    return solved;
  };

  it('gives the same plan for the same seed and steps, and one that breaks no rule', async () => {
    const [one, other] = [await solve(job()), await solve(job())];

    expect(one).toEqual(other);
  });

  it('leaves a plan as it is that nothing happened to', async () => {
    const problem = aDay();
    const { plan } = await solve(job({ problem }));

    const { plan: mended } = await solve(job({ problem, earlier: plan }));

    expect(mended).toEqual(plan);
  });

  it('searches for nothing without a budget', async () => {
    const problem = aBusyDay(3);
    const { plan } = await solve(job({ problem }));

    const { plan: kept } = await solve(
      job({ problem, earlier: plan, seed: 5, budget: { steps: 0 } }),
    );

    expect(kept).toEqual(plan);
  });

  it('says how far it has come', async () => {
    const shares: number[] = [];

    await solve(job(), { onProgress: ({ share }) => shares.push(share) });

    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });

  it('ends with the best so far when that is wanted', async () => {
    const enough = new AbortController();
    const steps: number[] = [];

    await solve(job({ budget: { steps: 4_000 } }), {
      enough: enough.signal,
      onProgress: (progress) => {
        steps.push(progress.steps);
        if (progress.steps > 0) enough.abort();
      },
    });

    expect(steps.at(-1)).toBeLessThan(200);
  });

  it('reads the ways in a thread where they lie: nothing is copied into it', async () => {
    const { travel, ...day } = aDay();
    const freeSec = sharedFloats(travel.freeSec.length);
    freeSec.set(travel.freeSec);
    const onThread = new DaySolver({
      threads: 1,
      openThread: (workerData) => new Worker(WRITES_INTO_WAYS, { eval: true, workerData }),
    });

    await onThread.solve(job({ problem: { ...day, travel: { ...travel, freeSec } } }));

    expect(freeSec[1]).toBe(4_711);
    await onThread.onModuleDestroy();
  });

  it('says of each order that is left out what stands in the way beside those that are served', () => {
    const problem = aDay({
      trucks: [aTruck()],
      orders: [anOrder({ volumeM3: 10 }), anOrder({ volumeM3: 60, gapMaxSec: 600 })],
    });
    const served = { loads: [], pumpJobs: [] };

    const reasons = explainAll(problem, served);

    expect(reasons.map(({ order, lacks }) => [order, lacks])).toEqual([
      [0, 'load'],
      [1, 'load'],
    ]);
    expect(reasons[1]).toMatchObject({ loadsPlaced: 1 });
  });
});
