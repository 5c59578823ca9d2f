import type { OfflineQueue } from './offline-queue.js';
import { computeRetryDelayMs } from './retry-delay.js';

/** Runs something later; the answer calls it off. */
export type Later = (run: () => void, afterMs: number) => () => void;

const laterInBrowser: Later = (run, afterMs) => {
  const timer = setTimeout(run, afterMs);
  return () => clearTimeout(timer);
};

/** Keeps a queue flowing: at once when poked, and again and again while the server is away. */
export class QueuePump {
  private failures = 0;
  private callOff: () => void = () => undefined;
  private isStopped = false;

  constructor(
    private readonly queue: Pick<OfflineQueue, 'flush'>,
    private readonly later: Later = laterInBrowser,
    private readonly luck: () => number = Math.random,
  ) {}

  /** Something was added, or the network may be back. */
  async poke(): Promise<void> {
    this.callOff();
    const isEmpty = await this.queue.flush().catch(() => false);
    this.failures = isEmpty ? 0 : this.failures + 1;
    this.callOff();
    if (isEmpty || this.isStopped) return;
    this.callOff = this.later(
      () => void this.poke(),
      computeRetryDelayMs(this.failures, this.luck()),
    );
  }

  /** Takes up the retries again after a stop: React mounts an effect twice when it is strict. */
  start(): void {
    this.isStopped = false;
  }

  stop(): void {
    this.isStopped = true;
    this.callOff();
  }
}
