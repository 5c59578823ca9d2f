import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  maySeeEnterprise,
  newId,
} from '@tongyun/kernel';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PlanOutcome } from '../plan-outcome.js';
import type { AskedPlanning, Planning } from './planning.js';
import { PlanningRun, type PlanningSignals } from './planning-run.js';

export interface StartedPlanning {
  readonly id: string;
  readonly outcome: Promise<PlanOutcome>;
}

/** How long one that has ended can still be looked at. */
const KEPT_MS = 600_000;

/** The days that are being planned by this process: one planning of an enterprise's day at a time. */
@Injectable()
export class Plannings implements OnModuleDestroy {
  /** The newest of each day. */
  private readonly ofDay = new Map<string, PlanningRun>();
  private readonly listeners: ((planning: Planning) => void)[] = [];

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Has somebody told whenever a planning comes further or ends. */
  onChange(listener: (planning: Planning) => void): void {
    this.listeners.push(listener);
  }

  /**
   * Begins to plan a day; `work` ends with the search's plan once `enough` is signalled, and with
   * nothing once `signal` is.
   *
   * @throws DomainError PLANNING_UNDER_WAY while the same day is being planned
   */
  start(
    asked: AskedPlanning,
    work: (signals: PlanningSignals) => Promise<PlanOutcome>,
  ): StartedPlanning {
    this.forgetOld();
    const key = keyOf(asked);
    const other = this.ofDay.get(key);
    if (other?.isRunning) {
      const { id, byName } = other.planning;
      throw new DomainError('PLANNING_UNDER_WAY', 'The day is being planned already', {
        planningId: id,
        byName,
      });
    }
    const run = new PlanningRun({ ...asked, id: newId<string>() }, this.clock, (planning) =>
      this.tell(planning),
    );
    this.ofDay.set(key, run);
    return { id: run.planning.id, outcome: run.begin(work) };
  }

  /** What is planned of a day, or was lately; null: nothing. */
  findOfDay(
    scope: AccessScope,
    day: Pick<Planning, 'enterpriseId' | 'operatingOn'>,
  ): Planning | null {
    const run = this.ofDay.get(keyOf(day));
    return run && maySeeEnterprise(scope, day.enterpriseId) ? run.planning : null;
  }

  get(scope: AccessScope, id: string): Planning {
    return this.runOf(scope, id).planning;
  }

  /** Ends the search now; its best plan so far is kept. Answers when it is. */
  async takeBest(scope: AccessScope, id: string): Promise<Planning> {
    const run = this.runOf(scope, id);
    assertSearching(run.planning);
    run.takeBest();
    await run.ended;
    return run.planning;
  }

  /** Gives the search up; the plan stays as it was. */
  async cancel(scope: AccessScope, id: string): Promise<Planning> {
    const run = this.runOf(scope, id);
    assertSearching(run.planning);
    run.cancel();
    await run.ended;
    return run.planning;
  }

  /** Gives up what nobody waits for any more; nothing happens to what is being kept or has ended. */
  abandon(id: string): void {
    const run = [...this.ofDay.values()].find(({ planning }) => planning.id === id);
    if (run?.planning.state === 'searching') run.cancel();
  }

  async onModuleDestroy(): Promise<void> {
    const runs = [...this.ofDay.values()].filter(({ isRunning }) => isRunning);
    for (const run of runs) if (run.planning.state === 'searching') run.cancel();
    await Promise.all(runs.map(({ ended }) => ended));
  }

  private runOf(scope: AccessScope, id: string): PlanningRun {
    const run = [...this.ofDay.values()].find(({ planning }) => planning.id === id);
    if (run && maySeeEnterprise(scope, run.planning.enterpriseId)) return run;
    throw new DomainError('PLANNING_NOT_FOUND', `No planning ${id}`, { id });
  }

  private tell(planning: Planning): void {
    for (const listener of this.listeners) listener(planning);
  }

  private forgetOld(): void {
    const now = this.clock.now().getTime();
    for (const [key, { endedAt }] of this.ofDay) {
      if (endedAt !== null && now - endedAt.getTime() > KEPT_MS) this.ofDay.delete(key);
    }
  }
}

const keyOf = ({ enterpriseId, operatingOn }: Pick<Planning, 'enterpriseId' | 'operatingOn'>) =>
  `${enterpriseId} ${operatingOn}`;

function assertSearching({ id, state }: Planning): void {
  if (state === 'searching') return;
  throw new DomainError('PLANNING_ENDED', 'Its search is over', { id, state });
}
