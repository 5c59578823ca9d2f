import { type AccessScope, DomainError } from '@tongyun/kernel';
import type { TruckComparison } from '@tongyun/solver';
import { Injectable } from '@nestjs/common';
import { assertOpen } from './assert-open.js';
import { DayPlanBook } from './day-plan-book.service.js';
import { secOf } from './rules/day-facts.js';
import { holdNothing } from './rules/held.js';
import { keepDurations } from './rules/order-durations.js';
import type { ContentLoad } from './rules/plan-content.js';
import { toDayPlan } from './rules/to-day-plan.js';
import { type PlannedDay, toDayProblem } from './rules/to-day-problem.js';
import { DaySolver } from './solving/day-solver.js';

export interface WhyTruck {
  readonly load: ContentLoad;
  readonly planned: PlannedDay;
  readonly comparison: TruckComparison;
}

/** Why a planned load is on its truck: every other one tried in its place on a copy of the plan. */
@Injectable()
export class WhyTruckService {
  constructor(
    private readonly book: DayPlanBook,
    private readonly solver: DaySolver,
  ) {}

  async explain(scope: AccessScope, planId: string, loadId: string): Promise<WhyTruck> {
    const { plan, content } = await this.book.open(scope, planId, null);
    const facts = keepDurations(await this.book.factsOf(scope, plan), content);
    assertOpen(facts, { loads: content.loads, pumpJobs: [] }, loadId);
    const load = content.loads.find(({ id }) => id === loadId)!;
    const travel = await this.book.travelOf(facts);
    const planned = toDayProblem(facts, travel, content.events, holdNothing(content));
    const dayPlan = toDayPlan(planned, content);
    const order = facts.orders.findIndex(({ id }) => id === load.orderId);
    const truck = planned.trucks.findIndex(({ id }) => id === load.vehicleId);
    const fromSec = secOf(facts, load.loadFromAt);
    const loadAt = dayPlan.loads.findIndex(
      (one) =>
        !one.started && one.order === order && one.truck === truck && one.loadFromSec === fromSec,
    );
    if (loadAt < 0) {
      throw new DomainError('PLAN_ITEM_NOT_FOUND', 'The day has its truck or order no more', {
        id: loadId,
      });
    }
    const comparison = await this.solver.compareTrucks({
      problem: planned.problem,
      plan: dayPlan,
      loadAt,
    });
    return { load, planned, comparison };
  }
}
