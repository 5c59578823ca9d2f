import { type Clock, DomainError } from '@tongyun/kernel';
import type { PlanOutcome } from '../plan-outcome.js';
import type { SearchProgress } from '../solving/solve-job.js';
import type { AskedPlanning, Planning } from './planning.js';

/** How a planning is told to end, and tells how far it has come. */
export interface PlanningSignals {
  /** It is given up: nothing may come of it. */
  readonly signal: AbortSignal;
  /** The best plan so far is wanted now. */
  readonly enough: AbortSignal;
  readonly onProgress: (progress: SearchProgress) => void;
  /** The search is over; what it found is kept from now on, whatever anybody signals. */
  readonly onKeeping: () => void;
}

export type PlanningWork<Outcome extends PlanOutcome> = (
  signals: PlanningSignals,
) => Promise<Outcome>;

/** One planning of a day from its beginning to its end. */
export class PlanningRun {
  /** Null while it runs. */
  endedAt: Date | null = null;
  /** Settles when it has ended, however it did. */
  ended: Promise<void> = Promise.resolve();
  private readonly cancelling = new AbortController();
  private readonly taking = new AbortController();
  private now: Planning;

  constructor(
    asked: AskedPlanning & Pick<Planning, 'id'>,
    private readonly clock: Clock,
    private readonly tell: (planning: Planning) => void,
  ) {
    this.now = {
      ...asked,
      startedAt: clock.now(),
      state: 'searching',
      progress: null,
      revision: null,
      refusedCode: null,
    };
  }

  get planning(): Planning {
    return this.now;
  }

  get isRunning(): boolean {
    return this.endedAt === null;
  }

  /** @param giveBack called before it is told that it has ended */
  begin<Outcome extends PlanOutcome>(
    work: PlanningWork<Outcome>,
    giveBack: () => Promise<void>,
  ): Promise<Outcome> {
    const outcome = this.follow(async (signals) => {
      try {
        return await work(signals);
      } finally {
        await giveBack();
      }
    });
    this.ended = outcome.then(
      () => undefined,
      () => undefined,
    );
    return outcome;
  }

  takeBest(): void {
    this.taking.abort();
  }

  cancel(): void {
    const { id } = this.now;
    this.cancelling.abort(
      new DomainError('PLANNING_CANCELLED', 'The planning was given up', { id }),
    );
  }

  private async follow<Outcome extends PlanOutcome>(work: PlanningWork<Outcome>): Promise<Outcome> {
    const { signal } = this.cancelling;
    this.change({});
    try {
      const outcome = await work({
        signal,
        enough: this.taking.signal,
        onProgress: (progress) => this.change({ progress }),
        onKeeping: () => {
          signal.throwIfAborted();
          this.change({ state: 'keeping' });
        },
      });
      this.end({ state: 'done', revision: outcome.after.plan.revision });
      return outcome;
    } catch (error) {
      const refusedCode = error instanceof DomainError ? error.code : 'FAULT';
      const state = refusedCode === 'PLANNING_CANCELLED' ? 'cancelled' : 'failed';
      this.end({ state, refusedCode });
      throw error;
    }
  }

  private end(change: Partial<Planning>): void {
    this.endedAt = this.clock.now();
    this.change(change);
  }

  private change(change: Partial<Planning>): void {
    this.now = { ...this.now, ...change };
    this.tell(this.now);
  }
}
