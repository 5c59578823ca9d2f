import { type Clock, CLOCK, newId, secondsBetween } from '@tongyun/kernel';
import { Lease } from '@tongyun/platform';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgeWake } from './judge-wake.js';
import { SHARD_GROUP_COUNT, shardsOfGroup } from './rules/shard.js';
import { StoredFixes } from './stored-fixes.js';

const POLL_MS = 1_000;
const LEASE_SEC = 15;
const RENEW_AFTER_SEC = 5;

/**
 * The judge of this process: woken by the doors, or by its own clock, it judges what waits in the
 * shards it holds. The leases only share the work out; that nothing is judged twice is the doing of
 * the marks, which are written with the outcome.
 */
@Injectable()
export class JudgeService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(JudgeService.name);
  private readonly owner = newId<string>();
  private shards: number[] = [];
  private renewedAt: Date | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopListening: (() => void) | undefined;
  private isAsked = false;
  private isStopped = false;

  constructor(
    private readonly batches: JudgeBatchService,
    private readonly judgeWake: JudgeWake,
    private readonly storedFixes: StoredFixes,
    private readonly lease: Lease,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.storedFixes.keep();
    this.stopListening = this.judgeWake.onWake(() => this.wake());
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  /** Before the connections close: a batch under way is finished. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    this.stopListening?.();
    clearInterval(this.timer);
    await this.running;
    for (let group = 0; group < SHARD_GROUP_COUNT; group++) {
      await this.lease.release(`judge-${group}`, this.owner);
    }
  }

  /** Says that something may wait; never waits itself. */
  wake(): void {
    this.isAsked = true;
    if (this.running || this.isStopped) return;
    this.running = this.drain();
  }

  /** Never throws. */
  private async drain(): Promise<void> {
    try {
      while (this.isAsked && !this.isStopped) {
        this.isAsked = false;
        await this.judgeWaiting();
      }
    } catch (error) {
      this.log.error(error);
    } finally {
      // In the same turn as the last look at `isAsked`, so that no call to wake is missed.
      this.running = undefined;
    }
  }

  private async judgeWaiting(): Promise<void> {
    do {
      await this.holdShards();
      if (this.shards.length === 0) return;
    } while ((await this.batches.judgeNext(this.shards)) > 0 && !this.isStopped);
  }

  private async holdShards(): Promise<void> {
    const now = this.clock.now();
    if (this.renewedAt && secondsBetween(this.renewedAt, now) < RENEW_AFTER_SEC) return;
    const shards: number[] = [];
    for (let group = 0; group < SHARD_GROUP_COUNT; group++) {
      const isHeld = await this.lease.take(`judge-${group}`, this.owner, LEASE_SEC);
      if (isHeld) shards.push(...shardsOfGroup(group));
    }
    if (shards.join() !== this.shards.join()) this.batches.forgetContexts();
    this.shards = shards;
    this.renewedAt = now;
  }
}
