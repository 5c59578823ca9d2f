import { addSeconds, type Clock, CLOCK, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { FixQueue, NO_FIXES } from './data/fix-queue.repository.js';
import { JudgeQueue } from './data/judge-queue.repository.js';
import { TrackRepository } from './data/track.repository.js';
import { JudgeMetrics } from './judge-metrics.js';
import type { QueuedInput } from './queued-input.js';

/** An input that failed this often is marked as a fault and passed over. */
const MOST_TRIES = 3;
const RETRY_AFTER_SEC = 1;

interface Trouble {
  readonly tries: number;
  readonly until: Date;
}

/** Keeps a vehicle whose inputs cannot be judged from stopping the others. */
@Injectable()
export class JudgeFaults {
  private readonly log = new Logger(JudgeFaults.name);
  private readonly troubles = new Map<VehicleId, Trouble>();

  constructor(
    private readonly fixes: FixQueue,
    private readonly queue: JudgeQueue,
    private readonly tracks: TrackRepository,
    private readonly metrics: JudgeMetrics,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Vehicles that wait until they are tried again. */
  setAside(now: Date): VehicleId[] {
    return [...this.troubles].filter(([, { until }]) => now < until).map(([id]) => id);
  }

  forgive(vehicleIds: readonly VehicleId[]): void {
    for (const id of vehicleIds) this.troubles.delete(id);
  }

  /** Takes note of an input that failed, a fix of it no longer in a batch; after the last try it is marked, and the next may go on. */
  async take(queued: QueuedInput, error: unknown, now: Date): Promise<number> {
    const { vehicleId } = queued;
    const tries = (this.troubles.get(vehicleId)?.tries ?? 0) + 1;
    this.log.error({ message: 'input not judged', vehicleId, from: queued.from, tries });
    this.log.error(error);
    if (tries < MOST_TRIES) {
      this.troubles.set(vehicleId, { tries, until: addSeconds(now, RETRY_AFTER_SEC * tries) });
      return 0;
    }
    await this.passOver(queued);
    this.troubles.delete(vehicleId);
    return 1;
  }

  private async passOver(queued: QueuedInput): Promise<void> {
    const now = this.clock.now();
    const { vehicleId } = queued;
    await this.unitOfWork.run(async (tx) => {
      switch (queued.from) {
        case 'fix':
          this.unitOfWork.onCommit(tx, () => {
            this.metrics.countJudged([{ fixes: [{ fix: queued, verdict: 'fault' }] }]);
          });
          return this.fixes.takeOff(tx, NO_FIXES, [{ fix: queued, verdict: 'fault' }]);
        case 'judge_input':
          return this.queue.markChanges(tx, [queued], now);
        case 'judge_timer':
          await this.queue.takeTimers(tx, [queued]);
          if (queued.input.timer === 'watch') await this.tracks.forgetWatchTimer(tx, vehicleId);
          return;
      }
    });
  }
}
