import type {
  FreezePlanRequest,
  MoveInPlanRequest,
  PinInPlanRequest,
  PlanEventRequest,
} from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { checkDayPlan, findNewFaults } from '@tongyun/solver';
import { Inject, Injectable } from '@nestjs/common';
import { assertOpen } from './assert-open.js';
import { DayPlanBook } from './day-plan-book.service.js';
import type { PlanOutcome } from './plan-outcome.js';
import { findOrderOfPump } from './rules/broken-pumps.js';
import type { DayFacts, PlanSeen } from './rules/day-facts.js';
import { fewerPumpsNote } from './rules/fewer-pumps.js';
import { findLearnt } from './rules/find-learnt.js';
import { findOrderChanges } from './rules/find-order-changes.js';
import { isStopped } from './rules/find-stops.js';
import { findUndone } from './rules/find-undone.js';
import { holdNothing } from './rules/held.js';
import { isBrokenDown } from './rules/is-broken-down.js';
import { moveItem } from './rules/move-item.js';
import { keepDurations } from './rules/order-durations.js';
import type { ContentEvent, PlanContent } from './rules/plan-content.js';
import { findStayingPumps } from './rules/staying-pumps.js';
import { toDayPlan } from './rules/to-day-plan.js';
import { toDayProblem } from './rules/to-day-problem.js';
import { toPlanContent } from './rules/to-plan-content.js';
import { explainAll } from './solving/solve-job.js';

/** After an event people wait for the answer. */
const MEND_SEC = 0.4;

/** What a dispatcher does to a plan by hand, and what the day does to it. */
@Injectable()
export class ChangePlanService {
  constructor(
    private readonly book: DayPlanBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Moves a load or pump job, and pins it there; the faults that it would bring when rules stand against it. */
  async move(
    scope: AccessScope,
    id: string,
    request: MoveInPlanRequest,
    ifMatch: string | undefined,
  ): Promise<PlanOutcome> {
    const open = await this.book.open(scope, id, ifMatch);
    const facts = await this.book.factsOf(scope, open.plan);
    const travel = await this.book.travelOf(facts);
    const held = holdNothing(open.content);
    const planned = toDayProblem(
      keepDurations(facts, open.content),
      travel,
      open.content.events,
      held,
    );
    assertOpen(facts, open.content, request.itemId);
    const moved = moveItem(planned, open.content, {
      itemId: request.itemId,
      vehicleId: request.vehicleId ?? null,
      lineId: request.lineId ?? null,
      at: request.atAt ?? null,
    });
    if (moved === null) {
      throw new DomainError('PLAN_ITEM_NOT_FOUND', 'No such vehicle or line', { ...request });
    }
    const plan = toDayPlan(planned, moved);
    // What fell due meanwhile, or waits for a call that did not come, is not what is moved here.
    const known = checkDayPlan(planned.problem, toDayPlan(planned, open.content));
    const faults = findNewFaults(known, checkDayPlan(planned.problem, plan)).map(
      ({ code, order, detail }) => ({ code, orderId: facts.orders[order]!.id, detail }),
    );
    const unserved = explainAll(planned.problem, plan);
    const content = toPlanContent(planned, plan, unserved, open.content.events, {
      ...open.content,
      ...moved,
    });
    const before = open.content;
    if (faults.length > 0 || request.isTrial) {
      const after = { ...open, content: faults.length > 0 ? before : content };
      return { isDone: false, faults, before, after, facts };
    }
    const after = await this.book.keep(scope, open, content, {
      kind: 'moved',
      note: null,
      beside: facts.beside.plans,
    });
    return { isDone: true, faults, before, after, facts };
  }

  async pin(
    scope: AccessScope,
    id: string,
    { itemId, isPinned }: PinInPlanRequest,
    ifMatch: string | undefined,
  ): Promise<PlanOutcome> {
    const open = await this.book.open(scope, id, ifMatch);
    const facts = await this.book.factsOf(scope, open.plan);
    assertOpen(facts, open.content, itemId);
    const pinned = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
      items.map((item) => (item.id === itemId ? { ...item, isPinned } : item));
    const content = {
      ...open.content,
      loads: pinned(open.content.loads),
      pumpJobs: pinned(open.content.pumpJobs),
    };
    const kind = isPinned ? 'pinned' : 'unpinned';
    const after = await this.book.keep(scope, open, content, { kind, note: null });
    return { isDone: true, faults: [], before: open.content, after, facts };
  }

  async freeze(
    scope: AccessScope,
    id: string,
    { until }: FreezePlanRequest,
    ifMatch: string | undefined,
  ): Promise<PlanOutcome> {
    const open = await this.book.open(scope, id, ifMatch);
    const facts = await this.book.factsOf(scope, open.plan);
    const content = { ...open.content, frozenUntil: until?.toISOString() ?? null };
    const after = await this.book.keep(scope, open, content, { kind: 'frozen', note: null });
    return { isDone: true, faults: [], before: open.content, after, facts };
  }

  /**
   * Takes the last change back by a new revision that says what the one before it said, mended around what was
   * learnt since.
   */
  async undo(scope: AccessScope, id: string, ifMatch: string | undefined): Promise<PlanOutcome> {
    const open = await this.book.open(scope, id, ifMatch);
    const facts = await this.book.factsOf(scope, open.plan);
    const undoTo = findUndone(await this.book.changesOf(open));
    if (undoTo === null) throw new DomainError('NOTHING_TO_UNDO', 'It is the first plan');
    const earlier = (await this.book.revisionOf(open, undoTo)).content;
    const learnt = this.learntSince(earlier, open.content, facts);
    const beside =
      learnt.length > 0 ? facts.beside.plans : await this.assertMeetsNobody(facts, earlier);
    const content =
      learnt.length > 0 ? await this.mend(facts, earlier, [...earlier.events, ...learnt]) : earlier;
    const after = await this.book.keep(scope, open, content, {
      kind: 'undone',
      note: null,
      beside,
      undoTo,
    });
    return { isDone: true, faults: [], before: open.content, after, facts };
  }

  private async mend(
    facts: DayFacts,
    content: PlanContent,
    events: readonly ContentEvent[],
  ): Promise<PlanContent> {
    const travel = await this.book.travelOf(facts);
    const earlier = { content, isMended: true };
    return this.book.solve(facts, travel, earlier, events, { searchSec: MEND_SEC });
  }

  private learntSince(earlier: PlanContent, now: PlanContent, facts: DayFacts): ContentEvent[] {
    const said = { at: this.clock.now().toISOString(), reason: '' };
    const unheard = now.wants === undefined ? [] : findOrderChanges(now.wants, facts, said);
    return [...findLearnt(earlier, now), ...unheard, ...findStayingPumps(facts, now)];
  }

  /** Refuses what an earlier plan said where others have planned their trucks around what was said since. */
  private async assertMeetsNobody(
    facts: DayFacts,
    content: PlanContent,
  ): Promise<readonly PlanSeen[]> {
    if (facts.beside.orders.length === 0) return facts.beside.plans;
    const travel = await this.book.travelOf(facts);
    const known = keepDurations(facts, content);
    const planned = toDayProblem(known, travel, content.events, holdNothing(content));
    const meeting = checkDayPlan(planned.problem, toDayPlan(planned, content)).filter(
      ({ code, order }) =>
        (code === 'place_taken' || code === 'cold_joint') &&
        planned.problem.orders[order]!.others !== undefined,
    );
    if (meeting.length === 0) return facts.beside.plans;
    throw new DomainError('UNDO_MEETS_OTHERS', 'Others at the site have planned around it since', {
      orderIds: [...new Set(meeting.map(({ order }) => facts.orders[order]!.id))],
    });
  }

  /** Mends the plan around what happened; what can stay as it is does. */
  async happen(
    scope: AccessScope,
    id: string,
    request: PlanEventRequest,
    ifMatch: string | undefined,
  ): Promise<PlanOutcome> {
    const open = await this.book.open(scope, id, ifMatch);
    const facts = await this.book.factsOf(scope, open.plan);
    assertKnown(facts, request);
    assertDown(open.content.events, request, this.clock.now());
    const event = toEvent(facts, request, this.clock.now());
    const happened = [...findStayingPumps(facts, open.content), event];
    const content = await this.mend(facts, open.content, [...open.content.events, ...happened]);
    const note = [
      ...happened.map(({ kind, reason }) => `${kind}: ${reason}`),
      ...fewerPumpsNote(open.content, content),
    ].join('\n');
    const after = await this.book.keep(scope, open, content, {
      kind: 'event',
      note,
      beside: facts.beside.plans,
    });
    return { isDone: true, faults: [], before: open.content, after, facts };
  }
}

function toEvent(facts: DayFacts, request: PlanEventRequest, now: Date): ContentEvent {
  const at = now.toISOString();
  switch (request.kind) {
    case 'load_refused': {
      return { ...request, at };
    }
    case 'truck_down':
    case 'pump_down': {
      const { kind, vehicleId, reason } = request;
      const down = { vehicleId, reason, at, until: request.until?.toISOString() ?? null };
      if (kind === 'truck_down') return { kind, ...down };
      return { kind, ...down, atOrderId: findOrderOfPump(facts, vehicleId) };
    }
    case 'line_down': {
      return { ...request, at, until: request.until?.toISOString() ?? null };
    }
    case 'truck_up':
    case 'pump_up':
    case 'line_up':
    case 'stop_over': {
      // What works now does so by the time for which the plan is mended.
      return { ...request, at, from: (request.from ?? facts.now).toISOString() };
    }
    case 'traffic': {
      const from = request.from?.toISOString() ?? at;
      return { ...request, at, from, until: request.until.toISOString() };
    }
    default: {
      return { ...request, at, until: request.until.toISOString() };
    }
  }
}

/** What happened is about something of the day. */
function assertKnown(facts: DayFacts, event: PlanEventRequest): void {
  for (const [id, rows] of namedBy(facts, event)) {
    if (rows.some((row) => row.id === id)) continue;
    throw new DomainError('PLAN_ITEM_NOT_FOUND', `The day has no ${id}`, { id });
  }
}

/** Only what is down can be said to work again, and only what is stopped to go on. */
function assertDown(events: readonly ContentEvent[], event: PlanEventRequest, now: Date): void {
  if (event.kind === 'stop_over') {
    const { orderId } = event;
    if (isStopped(events, orderId, now)) return;
    throw new DomainError('NOT_STOPPED', `Nobody said that ${orderId} is stopped`, { orderId });
  }
  if (event.kind !== 'truck_up' && event.kind !== 'pump_up' && event.kind !== 'line_up') return;
  const id = event.kind === 'line_up' ? event.lineId : event.vehicleId;
  if (isBrokenDown(events, id, now)) return;
  throw new DomainError('NOT_BROKEN_DOWN', `Nobody said that ${id} is down`, { id });
}

type Named = [string, readonly { readonly id: string | null }[]];

/** What an event names, each with the rows of the day that it may be one of. */
function namedBy({ vehicles, plants, orders, loads }: DayFacts, event: PlanEventRequest): Named[] {
  switch (event.kind) {
    case 'truck_down':
    case 'pump_down':
    case 'truck_up':
    case 'pump_up': {
      return [[event.vehicleId, vehicles]];
    }
    case 'line_down':
    case 'line_up': {
      return [[event.lineId, plants.flatMap(({ lines }) => lines)]];
    }
    case 'driver_late': {
      return [[event.driverId, vehicles.map(({ driverId }) => ({ id: driverId }))]];
    }
    case 'load_refused': {
      return [[event.loadId, loads]];
    }
    case 'traffic': {
      const { orderId, plantId } = event;
      return [
        ...(orderId === undefined ? [] : [[orderId, orders] satisfies Named]),
        ...(plantId === undefined ? [] : [[plantId, plants] satisfies Named]),
      ];
    }
    default: {
      return [[event.orderId, orders]];
    }
  }
}
