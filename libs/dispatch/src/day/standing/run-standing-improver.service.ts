import { type Clock, CLOCK, newId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Lease, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { DayPlanEntity } from '../../data/day-plan.entity.js';
import { DayPlanRepository } from '../../data/day-plan.repository.js';
import { PlanOfferRepository } from '../../data/plan-offer.repository.js';
import { CatchUpService } from '../catch-up.service.js';
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
export class RunStandingImprover implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(RunStandingImprover.name);
  private readonly owner = newId<string>();
  private readonly endedAt = new Map<string, Date>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private isStopping = false;
  private round = 0;

  constructor(
    private readonly catchingUp: CatchUpService,
    private readonly improving: ImprovePlanService,
    private readonly plans: DayPlanRepository,
    private readonly offers: PlanOfferRepository,
    private readonly runs: StandingRuns,
    private readonly policies: PolicyQueries,
    private readonly lease: Lease,
    private readonly unitOfWork: UnitOfWork,
    @Inject(SOLVER_SETTINGS) private readonly settings: SolverSettings,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    // Without a thread of its own it would stand in the way of everything else.
    if (this.settings.threads === 0) return;
    this.timer = setInterval(() => {
      this.running ??= this.runDue().finally(() => {
        this.running = null;
      });
    }, LOOK_EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    this.runs.interruptAll();
    await this.running;
    await this.lease.release(LEASE, this.owner);
  }

  /** Searches once for each plan whose turn it is; what fails is tried again with its next turn. */
  async runDue(): Promise<void> {
    try {
      if (!(await this.lease.take(LEASE, this.owner, LEASE_SEC))) return;
      const now = this.clock.now();
      for (const plan of await this.plans.releasedAround(this.unitOfWork.reads, now)) {
        if (this.isStopping) return;
        await this.improve(plan);
      }
    } catch (error) {
      this.log.error(error);
    }
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
    if (searchSec === 0 || !isDue) return;
    try {
      await this.catchingUp.catchUp(SYSTEM_SCOPE, id, '');
      this.round += 1;
      await this.improving.improve(SYSTEM_SCOPE, id, { seed: this.round, budget: { searchSec } });
    } catch (error) {
      const isGivenUp = error instanceof PlanTouched || error instanceof GaveWay;
      if (!isGivenUp) this.log.error(error);
    }
    this.endedAt.set(id, this.clock.now());
  }
}
