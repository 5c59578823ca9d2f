import { UserQueries } from '@tongyun/accounts';
import type { DayOrderRow } from '@tongyun/deliveries';
import { DriverQueries, EnterpriseQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  newId,
  SYSTEM_SCOPE,
} from '@tongyun/kernel';
import { assertUnchanged, Outbox, UnitOfWork } from '@tongyun/platform';
import { checkDayPlan } from '@tongyun/solver';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DayPlanEntity } from '../data/day-plan.entity.js';
import { DayPlanRepository } from '../data/day-plan.repository.js';
import type { DayPlanRevisionEntity, PlanChangeKind } from '../data/day-plan-revision.entity.js';
import { PlanOfferRepository } from '../data/plan-offer.repository.js';
import type { DispatchEvents } from '../dispatch.events.js';
import { DayFactsQueries } from './day-facts.service.js';
import { DayTravelQueries } from './day-travel.service.js';
import type { DayFacts, DayTravel, PlanSeen } from './rules/day-facts.js';
import { asNeeded, findFewerPumps } from './rules/fewer-pumps.js';
import { driversIn, withNames } from './rules/drivers-in-notes.js';
import { findHeld } from './rules/find-held.js';
import { findGivenByHand } from './rules/given-by-hand.js';
import type { Held } from './rules/held.js';
import { holdSentPumps } from './rules/hold-sent-pumps.js';
import { keepDurations } from './rules/order-durations.js';
import { type ContentEvent, NOTHING_PLANNED, type PlanContent } from './rules/plan-content.js';
import { toDayPlan } from './rules/to-day-plan.js';
import { type PlannedDay, toDayProblem } from './rules/to-day-problem.js';
import { toPlanContent } from './rules/to-plan-content.js';
import { DaySolver, type SolveOptions } from './solving/day-solver.js';
import type { SolveJob } from './solving/solve-job.js';
import { StandingRuns } from './standing/standing-runs.js';

/** A plan as it was when somebody began to change it. */
export interface OpenPlan {
  readonly plan: DayPlanEntity;
  readonly content: PlanContent;
}

export interface Change {
  readonly kind: PlanChangeKind;
  readonly note: string | null;
  readonly undoTo?: number;
  readonly isRelease?: boolean;
  /** Plans of others that it was made beside: none of them may have changed meanwhile. */
  readonly beside?: readonly PlanSeen[];
  /** What else belongs to it, in the same transaction. */
  readonly within?: (tx: EntityManager) => Promise<void>;
}

/** The plan that is planned on from, and whether as little of it as can be is to change. */
interface Earlier {
  readonly content: PlanContent;
  readonly isMended: boolean;
}

type Watch = Pick<SolveOptions, 'signal' | 'enough' | 'onProgress'>;

/** The same seed and steps give the same plan; which seed does not matter. */
const SEED = 1;

/** What becomes of the day of one of several enterprises that are planned together. */
export interface Together {
  readonly open: OpenPlan | null;
  readonly day: { readonly enterpriseId: EnterpriseId; readonly operatingOn: string };
  readonly content: PlanContent;
  /** Who is said to have done it. */
  readonly byName: string;
}

/** What is said of all of them. */
export interface TogetherChange extends Required<Pick<Change, 'note' | 'beside'>> {
  readonly within: Change['within'] | undefined;
}

/** Opens plans, plans on what is known at that moment, and keeps what comes of it. */
@Injectable()
export class DayPlanBook {
  constructor(
    private readonly plans: DayPlanRepository,
    private readonly offers: PlanOfferRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly drivers: DriverQueries,
    private readonly users: UserQueries,
    private readonly dayFacts: DayFactsQueries,
    private readonly travels: DayTravelQueries,
    private readonly solver: DaySolver,
    private readonly standing: StandingRuns,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async findOfDay(scope: AccessScope, enterpriseId: string, on: string): Promise<OpenPlan | null> {
    const { reads } = this.unitOfWork;
    await this.enterprises.get(scope, enterpriseId as EnterpriseId);
    const plan = await this.plans.findOfDay(reads, scope, enterpriseId as EnterpriseId, on);
    return plan && this.withContent(plan);
  }

  /** @param ifMatch the revision the asker saw; a plan that has changed since is refused */
  async open(scope: AccessScope, id: string, ifMatch?: string | null): Promise<OpenPlan> {
    const plan = await this.plans.find(this.unitOfWork.reads, scope, id);
    if (!plan) throw new DomainError('DAY_PLAN_NOT_FOUND', `No plan ${id}`, { id });
    if (ifMatch !== null) {
      this.assertUnchanged(ifMatch, plan);
      this.standing.interrupt(id);
    }
    return this.withContent(plan);
  }

  assertUnchanged(ifMatch: string | undefined, { id, revision }: DayPlanEntity): void {
    assertUnchanged(ifMatch, { version: revision }, { id, revision });
  }

  /**
   * @param supposed orders that are not there, for a "what if"
   * @param planned what its own drivers are asked about; left out: whoever would drive by now
   */
  factsOf(
    scope: AccessScope,
    plan: Pick<DayPlanEntity, 'enterpriseId' | 'operatingOn'>,
    supposed: readonly DayOrderRow[] = [],
    planned?: Pick<PlanContent, 'loads' | 'pumpJobs'>,
  ): Promise<DayFacts> {
    return this.dayFacts.ofDay(scope, plan.enterpriseId, plan.operatingOn, supposed, planned);
  }

  travelOf(facts: DayFacts): Promise<DayTravel> {
    return this.travels.between(facts);
  }

  /**
   * Plans a day anew, or mends the plan that there is; what has begun, is pinned or frozen stays. A pour
   * whose pumps broke down goes on with those that are to be had, if any, rather than with none.
   * Never hands out a plan that breaks a rule.
   */
  async solve(
    facts: DayFacts,
    travel: DayTravel,
    earlier: Earlier | null,
    events: readonly ContentEvent[],
    budget: SolveJob['budget'],
    watch: Watch = {},
  ): Promise<PlanContent> {
    let solved = await this.solveFor(facts, travel, earlier, asNeeded(events), budget, watch);
    for (let lacking = 1; ; lacking += 1) {
      const fewer = findFewerPumps(facts, solved, lacking);
      if (fewer.length === 0) return solved;
      const { signal, enough } = watch;
      const again = await this.solveFor(
        facts,
        travel,
        { content: solved, isMended: true },
        [...solved.events, ...fewer],
        budget,
        { signal, enough },
      );
      const stillLacking = new Set(again.unserved.map(({ orderId }) => orderId));
      const held = again.events.filter(
        (event) => event.kind !== 'pumps_fewer' || !stillLacking.has(event.orderId),
      );
      solved = { ...again, events: held };
    }
  }

  private async solveFor(
    facts: DayFacts,
    travel: DayTravel,
    earlier: Earlier | null,
    events: readonly ContentEvent[],
    budget: SolveJob['budget'],
    watch: Watch,
  ): Promise<PlanContent> {
    const content = earlier?.content ?? NOTHING_PLANNED;
    const held = findHeld(content, events, findGivenByHand(facts, events));
    const known = earlier?.isMended ? keepDurations(facts, earlier.content) : facts;
    const solveHolding = async (
      given: { readonly content: typeof content; readonly isMended: boolean },
      holding: Held,
      watching: typeof watch,
    ): Promise<{ planned: PlannedDay; solved: PlanContent }> => {
      const planned = toDayProblem(known, travel, events, holding);
      const job = {
        problem: planned.problem,
        earlier: given.isMended ? toDayPlan(planned, given.content) : null,
        seed: SEED,
        budget,
      };
      const { plan, unserved } = await this.solver.solve(job, watching);
      assertSound(planned, plan);
      return { planned, solved: toPlanContent(planned, plan, unserved, events, given.content) };
    };
    const given = { content, isMended: earlier?.isMended ?? false };
    const { planned, solved } = await solveHolding(given, held, watch);
    const withPumps = holdSentPumps(planned, solved.pumpJobs, held);
    if (withPumps === null) return solved;
    // Only now is it known when trucks that found no pump can discharge, and when they are back from there.
    const { signal, enough } = watch;
    const again = { content: solved, isMended: true };
    return (await solveHolding(again, withPumps, { signal, enough })).solved;
  }

  /** Keeps a first plan; whoever planned the same day at the same time comes second. */
  async keepFirst(
    scope: AccessScope,
    day: { readonly enterpriseId: string; readonly operatingOn: string },
    content: PlanContent,
    beside: readonly PlanSeen[],
  ): Promise<OpenPlan> {
    const byName = await this.nameOf(scope);
    const enterpriseId = day.enterpriseId as EnterpriseId;
    return this.unitOfWork.run(async (tx) => {
      assertSame(beside, await this.lockAll(tx, beside));
      const change = { kind: 'planned', note: null } as const;
      return this.insertFirst(tx, scope, { ...day, enterpriseId }, content, { ...change, byName });
    });
  }

  /**
   * Adds a revision to the plan of each of several enterprises, or a first plan, all or none; refused when
   * any of them, or one beside them, has changed since it was read.
   */
  async keepTogether(
    scope: AccessScope,
    days: readonly Together[],
    { note, beside, within }: TogetherChange,
  ): Promise<OpenPlan[]> {
    const opened = days.flatMap(({ open }) => open ?? []);
    const seen = opened.map(({ plan: { id: planId, revision } }) => ({ planId, revision }));
    const all = new Map([...beside, ...seen].map((one) => [one.planId, one]));
    for (const { plan } of opened) this.standing.interrupt(plan.id);
    return this.unitOfWork.run(async (tx) => {
      const locked = await this.lockAll(tx, [...all.values()]);
      assertSame([...all.values()], locked);
      await within?.(tx);
      const kept: OpenPlan[] = [];
      for (const { open, day, content, byName } of days) {
        const change = { kind: 'joint', note, byName } as const;
        kept.push(
          open
            ? await this.addNext(tx, scope, locked.get(open.plan.id)!, content, change)
            : await this.insertFirst(tx, scope, day, content, change),
        );
      }
      return kept;
    });
  }

  /** Adds a revision, unless somebody else has added one since the plan was opened. */
  async keep(
    scope: AccessScope,
    { plan }: OpenPlan,
    content: PlanContent,
    change: Change,
  ): Promise<OpenPlan> {
    const byName = await this.nameOf(scope);
    return this.unitOfWork.run(async (tx) => {
      const now = await this.lockBeside(tx, plan, change.beside ?? []);
      await change.within?.(tx);
      return this.addNext(tx, scope, now, content, { ...change, byName });
    });
  }

  /** The first state of a plan; whoever planned the same day at the same time comes second. */
  private async insertFirst(
    tx: EntityManager,
    scope: AccessScope,
    { enterpriseId, operatingOn }: Together['day'],
    content: PlanContent,
    { kind, note, byName }: Pick<Change, 'kind' | 'note'> & { readonly byName: string },
  ): Promise<OpenPlan> {
    const id = newId<string>();
    const plan = { id, enterpriseId, operatingOn, revision: 1, releasedRevision: null };
    if (!(await this.plans.insert(tx, plan))) {
      throw new DomainError('VERSION_CONFLICT', 'Somebody else has planned the day meanwhile');
    }
    await this.addRevision(tx, plan, {
      revision: 1,
      kind,
      byUser: scope.userId,
      byName,
      at: this.clock.now(),
      note,
      undoTo: null,
      content,
    });
    return { plan, content };
  }

  /** The next state of a plan that is locked. */
  private async addNext(
    tx: EntityManager,
    scope: AccessScope,
    now: DayPlanEntity,
    content: PlanContent,
    change: Change & { readonly byName: string },
  ): Promise<OpenPlan> {
    await this.offers.withdraw(tx, now.id, this.clock.now());
    const revision = now.revision + 1;
    await this.addRevision(tx, now, {
      revision,
      kind: change.kind,
      byUser: scope.userId,
      byName: change.byName,
      at: this.clock.now(),
      note: change.note,
      undoTo: change.undoTo ?? null,
      content,
    });
    const releasedRevision = change.isRelease ? revision : now.releasedRevision;
    return { plan: await this.plans.save(tx, { ...now, revision, releasedRevision }), content };
  }

  /** Locks a plan and those beside it, in the order of their ids, as everybody does. */
  private async lockBeside(
    tx: EntityManager,
    plan: DayPlanEntity,
    beside: readonly PlanSeen[],
  ): Promise<DayPlanEntity> {
    const { id: planId, revision } = plan;
    const locked = await this.lockAll(tx, [{ planId, revision }, ...beside]);
    const own = locked.get(planId)!;
    this.assertUnchanged(`"${revision}"`, own);
    assertSame(beside, locked);
    return own;
  }

  private async lockAll(
    tx: EntityManager,
    seen: readonly PlanSeen[],
  ): Promise<Map<string, DayPlanEntity>> {
    const locked = new Map<string, DayPlanEntity>();
    const inTurn = seen.map(({ planId }) => planId).toSorted();
    for (const planId of inTurn) locked.set(planId, await this.plans.lock(tx, planId));
    return locked;
  }

  /** With the names that drivers have by now: notes keep their ids alone. */
  async changesOf({ plan }: OpenPlan) {
    const changes = await this.plans.changes(this.unitOfWork.reads, plan);
    const ids = [...new Set(changes.flatMap(({ note }) => driversIn(note)))];
    const drivers = await this.drivers.getMany(SYSTEM_SCOPE, ids);
    const nameOf = new Map<string, string>(drivers.map(({ id, name }) => [id, name]));
    return changes.map((change) => ({ ...change, note: withNames(change.note, nameOf) }));
  }

  revisionOf({ plan }: OpenPlan, revision: number) {
    return this.plans.revision(this.unitOfWork.reads, plan.id, revision);
  }

  private async addRevision(
    tx: EntityManager,
    { id: planId, enterpriseId }: DayPlanEntity,
    row: Omit<DayPlanRevisionEntity, 'planId'>,
  ): Promise<void> {
    await this.plans.addRevision(tx, { planId, ...row });
    await this.outbox.publish<DispatchEvents>(tx, {
      name: 'day_plan.changed',
      orderingKey: planId,
      payload: { planId, enterpriseId },
    });
  }

  private async withContent(plan: DayPlanEntity): Promise<OpenPlan> {
    const { content } = await this.plans.revision(this.unitOfWork.reads, plan.id, plan.revision);
    return { plan, content };
  }

  async nameOf(scope: AccessScope): Promise<string> {
    const user = await this.users.find(scope, scope.userId);
    return user?.displayName ?? '';
  }
}

/** Of whose plan it is nothing is told: another enterprise's. */
function assertSame(
  beside: readonly PlanSeen[],
  now: ReadonlyMap<string, Pick<DayPlanEntity, 'revision'>>,
): void {
  if (beside.every(({ planId, revision }) => now.get(planId)?.revision === revision)) return;
  throw new DomainError('VERSION_CONFLICT', 'Somebody at the same site has planned meanwhile');
}

/** A plan of the planner that breaks a rule is a fault of ours, not somebody's mistake. */
function assertSound({ problem }: PlannedDay, plan: Parameters<typeof checkDayPlan>[1]): void {
  const faults = checkDayPlan(problem, plan);
  if (faults.length === 0) return;
  const told = faults.slice(0, 5).map(({ code, order, detail }) => `${code} ${order} ${detail}`);
  throw new Error(`The plan breaks rules: ${told.join('; ')}`);
}
