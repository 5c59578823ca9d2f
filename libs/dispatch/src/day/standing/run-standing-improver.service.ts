import { type Clock, CLOCK, SYSTEM_SCOPE } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { BackgroundWork, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { DayPlanEntity } from '../../data/day-plan.entity.js';
import { DayPlanRepository } from '../../data/day-plan.repository.js';
import { PlanMendRepository } from '../../data/plan-mend.repository.js';
import { PlanOfferRepository } from '../../data/plan-offer.repository.js';
import { CatchUpService } from '../catch-up.service.js';
import { ORDERS_CAME } from '../mending/mend-when-orders-came.listener.js';
import { isSearchDue, operatingDayAt } from '../rules/standing.js';
import { GaveWay, SOLVER_SETTINGS, type SolverSettings } from '../solving/day-solver.js';
import { ImprovePlanService } from './improve-plan.service.js';
import { PlanTouched, StandingRuns } from './standing-runs.js';

const LOOK_EVERY_MS = 5_000;
const LEASE = 'standing-improver';
/** Longer than the longest search. */
const LEASE_SEC = 330;

/** Looks behind the released plans of the running day for better ones, one plan at a time. */
@Injectable()
export class RunStandingImprover implements OnApplicationBootstrap {
  private readonly log = new Logger(RunStandingImprover.name);
  private readonly endedAt = new Map<string, Date>();
  private round = 0;

  constructor(
    private readonly catchingUp: CatchUpService,
    private readonly improving: ImprovePlanService,
    private readonly plans: DayPlanRepository,
    private readonly offers: PlanOfferRepository,
    private readonly mends: PlanMendRepository,
    private readonly runs: StandingRuns,
    private readonly policies: PolicyQueries,
    private readonly background: BackgroundWork,
    private readonly unitOfWork: UnitOfWork,
    @Inject(SOLVER_SETTINGS) private readonly settings: SolverSettings,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    // Without a thread of its own it would stand in the way of everything else.
    if (this.settings.threads === 0) return;
    this.background.whenStopping(() => this.runs.interruptAll());
    this.background.every(LOOK_EVERY_MS, () => this.runDue());
  }

  /** Searches once for each plan whose turn it is; what fails is tried again with its next turn. */
  async runDue(): Promise<void> {
    await this.background.alone(LEASE, LEASE_SEC, async (renew) => {
      const now = this.clock.now();
      for (const plan of await this.plans.releasedAround(this.unitOfWork.reads, now)) {
        if (this.background.isStopping || !(await renew())) return;
        await this.improve(plan);
      }
    });
  }

  private async improve({ id, enterpriseId, operatingOn }: DayPlanEntity): Promise<void> {
    const now = this.clock.now();
    const scopes = [`enterprise:${enterpriseId}`];
    const startHour = (await this.policies.valueAt('operating_day.start_hour', now, scopes)).value;
    if (operatingDayAt(now, startHour, this.timeZone) !== operatingOn) return;
    const searchSec = (await this.policies.valueAt('plan.improver_run_sec', now, scopes)).value;
    const pauseSec = (await this.policies.valueAt('plan.improver_pause_sec', now, scopes)).value;
    const offer = await this.offers.findOpen(this.unitOfWork.reads, id);
    const isDue = isSearchDue(this.endedAt.get(id) ?? null, pauseSec, offer?.madeAt ?? null, now);
    if (!isDue) return;
    // Orders are still coming in: they are taken in as one when no more come.
    if (await this.mends.isNoted(this.unitOfWork.reads, ORDERS_CAME, id)) return;
    try {
      // What nobody says, such as a pump that stays, is looked for whether or not a better plan is.
      await this.catchingUp.catchUp(SYSTEM_SCOPE, id, '');
      this.round += 1;
      if (searchSec > 0)
        await this.improving.improve(SYSTEM_SCOPE, id, { seed: this.round, budget: { searchSec } });
    } catch (error) {
      const isGivenUp = error instanceof PlanTouched || error instanceof GaveWay;
      if (!isGivenUp) this.log.error(error);
    }
    this.endedAt.set(id, this.clock.now());
  }
}
