import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  maySeeEnterprise,
  newId,
} from '@tongyun/kernel';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { PlanOutcome } from '../plan-outcome.js';
import { PlanningClaims } from './planning-claims.js';
import type { AskedPlanning, Planning } from './planning.js';
import { PlanningRun, type PlanningWork } from './planning-run.js';

export interface StartedPlanning<Outcome extends PlanOutcome = PlanOutcome> {
  readonly id: string;
  readonly outcome: Promise<Outcome>;
}

/** How long one that has ended can still be looked at. */
const KEPT_MS = 600_000;

/** The days that are being planned by this process: one planning of an enterprise's day at a time. */
@Injectable()
export class Plannings implements OnModuleDestroy {
  private readonly log = new Logger(Plannings.name);
  /** The newest of each day. */
  private readonly ofDay = new Map<string, PlanningRun>();
  private readonly listeners: ((planning: Planning) => void)[] = [];

  constructor(
    private readonly claims: PlanningClaims,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Has somebody told whenever a planning comes further or ends. */
  onChange(listener: (planning: Planning) => void): void {
    this.listeners.push(listener);
  }

  /**
   * Begins to plan a day; `work` ends with the search's plan once `enough` is signalled, and with
   * nothing once `signal` is.
   *
   * @throws DomainError PLANNING_UNDER_WAY while the same day is being planned; PLANNING_ELSEWHERE
   *   when another process does
   */
  async start<Outcome extends PlanOutcome>(
    asked: AskedPlanning,
    work: PlanningWork<Outcome>,
  ): Promise<StartedPlanning<Outcome>> {
    this.forgetOld();
    this.assertFree(asked);
    const id = newId<string>();
    const giveBack = await this.claims.hold(asked, id);
    if (giveBack === null) {
      this.assertFree(asked);
      throw elsewhere();
    }
    const run = new PlanningRun({ ...asked, id }, this.clock, (planning) => this.tell(planning));
    this.ofDay.set(keyOf(asked), run);
    return { id, outcome: run.begin(work, giveBack) };
  }

  /** For somebody who does not wait for it but looks at it now and then. */
  leaveAlone(scope: AccessScope, { id, outcome }: StartedPlanning): Promise<Planning> {
    outcome.catch((error: unknown) => {
      if (!(error instanceof DomainError)) this.log.error(error);
    });
    return this.get(scope, id);
  }

  /**
   * What is planned of a day, or was lately; null: nothing.
   *
   * @throws DomainError PLANNING_ELSEWHERE while another process plans it
   */
  async findOfDay(
    scope: AccessScope,
    day: Pick<Planning, 'enterpriseId' | 'operatingOn'>,
  ): Promise<Planning | null> {
    if (!maySeeEnterprise(scope, day.enterpriseId)) return null;
    const run = this.ofDay.get(keyOf(day));
    if (!run?.isRunning && (await this.claims.isHeldElsewhere(day))) throw elsewhere();
    return run?.planning ?? null;
  }

  /** Whether a day is being planned by now, in this process or another. */
  async isPlanned(day: Pick<Planning, 'enterpriseId' | 'operatingOn'>): Promise<boolean> {
    return this.ofDay.get(keyOf(day))?.isRunning || this.claims.isHeldElsewhere(day);
  }

  /** @throws DomainError PLANNING_NOT_FOUND, or PLANNING_ELSEWHERE while it runs in another process */
  async get(scope: AccessScope, id: string): Promise<Planning> {
    return (await this.runOf(scope, id)).planning;
  }

  /** Ends the search now; its best plan so far is kept. Answers when it is. */
  async takeBest(scope: AccessScope, id: string): Promise<Planning> {
    const run = await this.runOf(scope, id);
    assertSearching(run.planning);
    run.takeBest();
    await run.ended;
    return run.planning;
  }

  /** Gives the search up; the plan stays as it was. */
  async cancel(scope: AccessScope, id: string): Promise<Planning> {
    const run = await this.runOf(scope, id);
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

  private assertFree(day: AskedPlanning): void {
    const other = this.ofDay.get(keyOf(day));
    if (!other?.isRunning) return;
    const { id, byName } = other.planning;
    throw new DomainError('PLANNING_UNDER_WAY', 'The day is being planned already', {
      planningId: id,
      byName,
    });
  }

  private async runOf(scope: AccessScope, id: string): Promise<PlanningRun> {
    const run = [...this.ofDay.values()].find(({ planning }) => planning.id === id);
    if (run && maySeeEnterprise(scope, run.planning.enterpriseId)) return run;
    const enterpriseId = run ? null : await this.claims.enterpriseElsewhere(id);
    if (enterpriseId !== null && maySeeEnterprise(scope, enterpriseId)) throw elsewhere();
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

const elsewhere = (): DomainError =>
  new DomainError('PLANNING_ELSEWHERE', 'Another process of the product plans the day');

function assertSearching({ id, state }: Planning): void {
  if (state === 'searching') return;
  throw new DomainError('PLANNING_ENDED', 'Its search is over', { id, state });
}
