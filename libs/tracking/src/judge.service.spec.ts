import { type Lease } from '@tongyun/platform';
import type { JudgeBatchService } from './judge-batch.service.js';
import { JudgeService } from './judge.service.js';
import { JudgeWake } from './judge-wake.js';
import { StoredFixes } from './stored-fixes.js';
import { SHARD_COUNT } from './rules/shard.js';

/** Judges what is stored in two batches, and says which shards it was asked about. */
class FakeBatches {
  stored = 0;
  judged = 0;
  forgotten = 0;
  readonly asked: (readonly number[])[] = [];

  forgetContexts(): void {
    this.forgotten++;
  }

  async judgeNext(shards: readonly number[]): Promise<number> {
    this.asked.push(shards);
    const batch = Math.ceil(this.stored / 2);
    this.stored -= batch;
    this.judged += batch;
    return batch;
  }
}

/** Leases of which some are held by another process. */
class FakeLease {
  readonly released: string[] = [];

  constructor(private readonly isFree: (name: string) => boolean) {}

  async take(name: string): Promise<boolean> {
    return this.isFree(name);
  }
  async release(name: string): Promise<void> {
    this.released.push(name);
  }
}

function aJudge(isFree: (name: string) => boolean = () => true) {
  const batches = new FakeBatches();
  const wake = new JudgeWake();
  const lease = new FakeLease(isFree);
  const clock = { now: new Date('2026-11-23T00:00:00Z') };
  const judge = new JudgeService(
    batches as unknown as JudgeBatchService,
    wake,
    new StoredFixes(),
    lease as unknown as Lease,
    { now: () => clock.now },
  );
  return { batches, wake, lease, clock, judge };
}

const settle = async () => {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
};

describe('JudgeService', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('judges at the wake of a door, before its clock has moved', async () => {
    const { batches, wake, judge } = aJudge();
    judge.onApplicationBootstrap();
    await settle();

    batches.stored = 5;
    wake.wake();
    await settle();

    expect(batches.judged).toBe(5);
    await judge.beforeApplicationShutdown();
  });

  it('finds by itself what a wake has missed, within a second', async () => {
    const { batches, judge } = aJudge();
    judge.onApplicationBootstrap();
    await settle();

    batches.stored = 5;
    jest.advanceTimersByTime(1_000);
    await settle();

    expect(batches.judged).toBe(5);
    await judge.beforeApplicationShutdown();
  });

  it('judges the shards it holds and leaves those of another process', async () => {
    const { batches, judge } = aJudge((name) => name !== 'judge-0');

    judge.onApplicationBootstrap();
    await settle();

    const [shards] = batches.asked;
    expect(shards).toHaveLength((SHARD_COUNT * 7) / 8);
    expect(shards).not.toContain(0);
    await judge.beforeApplicationShutdown();
  });

  it('forgets what it knew of vehicles when it holds other shards than before, and only then', async () => {
    let isOtherHere = false;
    const { batches, wake, clock, judge } = aJudge((name) => !isOtherHere || name !== 'judge-0');
    const renew = async () => {
      clock.now = new Date(clock.now.getTime() + 5_000);
      wake.wake();
      await settle();
      return batches.forgotten;
    };
    judge.onApplicationBootstrap();
    await settle();
    const atStart = batches.forgotten;

    const same = await renew();
    isOtherHere = true;
    const fewer = await renew();
    isOtherHere = false;
    const again = await renew();

    expect([same, fewer, again]).toEqual([atStart, atStart + 1, atStart + 2]);
    await judge.beforeApplicationShutdown();
  });

  it('gives its shards back when it stops, and judges nothing afterwards', async () => {
    const { batches, wake, lease, judge } = aJudge();
    judge.onApplicationBootstrap();
    await settle();

    await judge.beforeApplicationShutdown();
    batches.stored = 5;
    wake.wake();
    await settle();

    expect(lease.released).toHaveLength(8);
    expect(batches.judged).toBe(0);
  });
});
