import type { PlanJointPourRequest } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, DomainError, type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { checkDayPlan, type DayPlan } from '@tongyun/solver';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DayPlanBook, type OpenPlan } from './day-plan-book.service.js';
import type { PlanOutcome } from './plan-outcome.js';
import type { Planning } from './planning/planning.js';
import type { PlanningSignals } from './planning/planning-run.js';
import { Plannings, type StartedPlanning } from './planning/plannings.js';
import { withoutPartners, withPartners } from './rules/beside-partners.js';
import { coupleDays, joinPlans, splitPlan } from './rules/couple-days.js';
import type { DayFacts, DayTravel } from './rules/day-facts.js';
import { findHeld } from './rules/find-held.js';
import { findGivenByHand } from './rules/given-by-hand.js';
import { holdAllBut } from './rules/hold-all-but.js';
import { findLatePumps } from './rules/late-pumps.js';
import { keepDurations } from './rules/order-durations.js';
import { NOTHING_PLANNED, type PlanContent } from './rules/plan-content.js';
import { findStayingPumps } from './rules/staying-pumps.js';
import { toDayPlan } from './rules/to-day-plan.js';
import { type PlannedDay, toDayProblem } from './rules/to-day-problem.js';
import { toPlanContent } from './rules/to-plan-content.js';
import { DaySolver } from './solving/day-solver.js';
import { explainAll, type SolveJob } from './solving/solve-job.js';

export interface JointPlanning {
  /** The order that leads the pour. */
  readonly orderId: string;
  readonly budget: SolveJob['budget'];
  /** Loads that are planned already stay where they can. */
  readonly isMended: boolean;
  readonly note: string | null;
  /** What else belongs to it, in the same transaction. */
  readonly within?: (tx: EntityManager) => Promise<void>;
}

export interface JointOutcome extends PlanOutcome {
  /** Names of partners who had not planned their day: a first plan of it was begun for them. */
  readonly plansBegunFor: readonly string[];
}

/** The day of one who supplies the pour. */
interface Side {
  readonly enterpriseId: EnterpriseId;
  readonly orderId: string;
  readonly open: OpenPlan | null;
  readonly content: Pick<PlanContent, 'loads' | 'pumpJobs' | 'frozenUntil' | 'events'>;
  readonly facts: DayFacts;
  readonly travel: DayTravel;
  /** Its day with all but the pour held, and nobody else's trucks of the pour. */
  readonly planned: PlannedDay;
  readonly order: number;
}

const SEED = 1;

/**
 * Plans a pour that several enterprises supply as one problem over all their days, led by one dispatcher:
 * each gets its share as a new revision of its plan, all or none. What else anybody has planned stays.
 */
@Injectable()
export class PlanJointPourService {
  constructor(
    private readonly book: DayPlanBook,
    private readonly enterprises: EnterpriseQueries,
    private readonly solver: DaySolver,
    private readonly plannings: Plannings,
  ) {}

  /**
   * Begins it as a planning of the lead's day; what comes of it can be waited for.
   *
   * @param ifMatch the revision of the lead's plan that the person saw
   */
  async start(
    scope: AccessScope,
    planId: string,
    { orderId, searchSec }: PlanJointPourRequest,
    ifMatch: string | undefined,
  ): Promise<StartedPlanning<JointOutcome>> {
    const open = await this.book.open(scope, planId, ifMatch);
    const { enterpriseId, operatingOn } = open.plan;
    const byName = await this.book.nameOf(scope);
    const asked = {
      enterpriseId,
      operatingOn,
      jointOrderId: orderId,
      searchSec,
      byUser: scope.userId,
      byName,
    };
    const planning = { orderId, budget: { searchSec }, isMended: false, note: null };
    return this.plannings.start(asked, (signals) => this.planFor(scope, open, planning, signals));
  }

  /** Begins it for somebody who does not wait but looks at it now and then. */
  async startAlone(
    scope: AccessScope,
    planId: string,
    request: PlanJointPourRequest,
    ifMatch: string | undefined,
  ): Promise<Planning> {
    return this.plannings.leaveAlone(scope, await this.start(scope, planId, request, ifMatch));
  }

  /** The same for the lead's newest plan, when the pour has changed. */
  async mend(scope: AccessScope, planId: string, planning: JointPlanning): Promise<JointOutcome> {
    return this.planFor(scope, await this.book.open(scope, planId, null), planning);
  }

  private async planFor(
    scope: AccessScope,
    open: OpenPlan,
    { orderId, budget, isMended, note, within }: JointPlanning,
    signals?: PlanningSignals,
  ): Promise<JointOutcome> {
    const sides = await this.sidesOf(scope, open, orderId);
    const [lead] = sides as [Side, ...Side[]];
    const coupled = coupleDays(
      sides.map(({ planned, order, open: plan }) => ({ planned, order, isKept: plan !== null })),
    );
    const earlier = sides.map(({ planned, content }) => toDayPlan(planned, content));
    const job = {
      problem: coupled.problem,
      earlier: isMended ? joinPlans(coupled, earlier) : null,
      seed: SEED,
      budget,
    };
    const { plan, unserved } = await this.solver.solve(job, signals);
    assertSound(checkDayPlan(coupled.problem, plan));
    const [missing] = unserved.filter(
      ({ order }) => order === coupled.sides[0]!.orders[lead.order],
    );
    if (missing) {
      throw new DomainError('JOINT_POUR_UNSERVED', 'The suppliers together cannot bring the pour', {
        lacks: missing.lacks,
        loadsPlaced: missing.loadsPlaced,
        codes: missing.codes,
      });
    }
    const contents = toContents(sides, splitPlan(coupled, plan));
    const leadName = (await this.enterprises.get(scope, lead.enterpriseId)).name;
    const ownName = await this.book.nameOf(scope);
    signals?.onKeeping();
    const [kept] = await this.book.keepTogether(
      scope,
      sides.map(({ enterpriseId, open: before }, at) => ({
        open: before,
        day: { enterpriseId, operatingOn: open.plan.operatingOn },
        content: contents[at]!,
        byName: at === 0 ? ownName : leadName,
      })),
      { note, beside: sides.flatMap(({ facts }) => facts.beside.plans), within },
    );
    const { facts } = lead;
    const plansBegunFor = await this.namesOf(sides.filter((side) => side.open === null));
    const [before, after] = [open.content, kept!];
    return { isDone: true, faults: [], before, after, facts, plansBegunFor };
  }

  private async namesOf(sides: readonly Side[]): Promise<string[]> {
    const names: string[] = [];
    for (const { enterpriseId } of sides) {
      names.push((await this.enterprises.get(SYSTEM_SCOPE, enterpriseId)).name);
    }
    return names;
  }

  private async sidesOf(scope: AccessScope, open: OpenPlan, orderId: string): Promise<Side[]> {
    const facts = await this.book.factsOf(scope, open.plan);
    const order = facts.orders.find(({ id }) => id === orderId);
    if (!order) {
      throw new DomainError('PLAN_ITEM_NOT_FOUND', `The day has no order ${orderId}`, {
        id: orderId,
      });
    }
    if (order.leadOrderId !== order.id) {
      throw new DomainError('JOINT_LEAD_DECIDES', 'The order brings a share of another one', {});
    }
    const partners = facts.beside.orders.filter((one) => one.orderId === orderId && one.isOfPour);
    if (partners.length === 0) {
      throw new DomainError('JOINT_POUR_ALONE', 'No other enterprise brings a share of it', {
        orderId,
      });
    }
    const sides = [await this.sideOf(open.plan.enterpriseId, orderId, open, facts)];
    for (const { enterpriseId, otherOrderId } of partners) {
      const day = {
        enterpriseId: enterpriseId as EnterpriseId,
        operatingOn: open.plan.operatingOn,
      };
      const theirs = await this.book.findOfDay(SYSTEM_SCOPE, day.enterpriseId, day.operatingOn);
      const theirFacts = await this.book.factsOf(SYSTEM_SCOPE, day);
      if (+theirFacts.day.from !== +facts.day.from) {
        throw new DomainError('JOINT_DAYS_DIFFER', 'Their operating days begin at other hours', {});
      }
      sides.push(await this.sideOf(day.enterpriseId, otherOrderId, theirs, theirFacts));
    }
    return sides;
  }

  private async sideOf(
    enterpriseId: EnterpriseId,
    orderId: string,
    open: OpenPlan | null,
    facts: DayFacts,
  ): Promise<Side> {
    const before = open?.content ?? NOTHING_PLANNED;
    const learnt = [...findLatePumps(facts, before), ...findStayingPumps(facts, before)];
    const content = { ...before, events: [...before.events, ...learnt] };
    const known = open ? keepDurations(facts, open.content) : facts;
    const travel = await this.book.travelOf(known);
    const planned = toDayProblem(
      withoutPartners(known, orderId),
      travel,
      content.events,
      holdAllBut(content, orderId, findGivenByHand(known, content.events)),
    );
    const order = facts.orders.findIndex(({ id }) => id === orderId);
    return { enterpriseId, orderId, open, content, facts: known, travel, planned, order };
  }
}

/** What each side's plan says then, found sound beside what all the others' say. */
function toContents(sides: readonly Side[], parts: readonly DayPlan[]): PlanContent[] {
  const drafts = sides.map(({ planned, content }, at) =>
    toPlanContent(planned, parts[at]!, [], content.events, content),
  );
  return sides.map(({ facts, travel, content, orderId, order, open }, at) => {
    const others = sides.flatMap((side, index) =>
      index === at ? [] : [{ orderId: side.orderId, loads: drafts[index]!.loads }],
    );
    const { events } = content;
    const draft = drafts[at]!;
    const held = findHeld(draft, events, findGivenByHand(facts, events));
    const planned = toDayProblem(withPartners(facts, orderId, others), travel, events, held);
    const plan = toDayPlan(planned, draft);
    // What else is wrong with a day was so before: its own dispatcher catches up with that.
    assertSound(checkDayPlan(planned.problem, plan).filter((fault) => fault.order === order));
    const unserved = explainAll(planned.problem, plan);
    const said = toPlanContent(planned, plan, unserved, events, draft);
    return open ? withOthersWants(said, open.content, orderId) : said;
  });
}

/** The plan has caught up with what is wanted of the pour, and with nothing else. */
function withOthersWants(said: PlanContent, before: PlanContent, orderId: string): PlanContent {
  const { wants: _wants, ...rest } = said;
  if (before.wants === undefined) return rest;
  const own = (said.wants ?? []).filter((want) => want.orderId === orderId);
  return { ...rest, wants: [...before.wants.filter((want) => want.orderId !== orderId), ...own] };
}

function assertSound(faults: ReturnType<typeof checkDayPlan>): void {
  const [fault] = faults;
  if (fault) throw new Error(`A joint plan breaks ${fault.code}: ${fault.detail}`);
}
