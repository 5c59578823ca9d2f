import { type AccessScope, DomainError } from '@tongyun/kernel';
import { PolicyQueries, wayOutPricesOf } from '@tongyun/policy';
import type { WayOut } from '@tongyun/solver';
import { Injectable } from '@nestjs/common';
import { DayPlanBook } from './day-plan-book.service.js';
import { findHeld } from './rules/find-held.js';
import { findGivenByHand } from './rules/given-by-hand.js';
import { listOverridable } from './rules/list-overridable.js';
import { toDayPlan } from './rules/to-day-plan.js';
import { type PlannedDay, toDayProblem } from './rules/to-day-problem.js';
import { DaySolver } from './solving/day-solver.js';

export interface WaysOut {
  readonly planned: PlannedDay;
  readonly ways: readonly WayOut[];
}

/** How an order that the plan does not serve could be served, tried on a copy. */
@Injectable()
export class FindWaysOutService {
  constructor(
    private readonly book: DayPlanBook,
    private readonly policies: PolicyQueries,
    private readonly solver: DaySolver,
  ) {}

  /** None for an order that the plan serves. */
  async find(scope: AccessScope, planId: string, orderId: string): Promise<WaysOut> {
    const { plan, content } = await this.book.open(scope, planId, null);
    const facts = await this.book.factsOf(scope, plan);
    const order = facts.orders.findIndex(({ id }) => id === orderId);
    if (order < 0) {
      throw new DomainError('PLAN_ITEM_NOT_FOUND', `The plan has no order ${orderId}`, {
        id: orderId,
      });
    }
    const travel = await this.book.travelOf(facts);
    const { events } = content;
    const held = findHeld(content, events, findGivenByHand(facts, events));
    const planned = toDayProblem(facts, travel, content.events, held);
    if (!content.unserved.some((one) => one.orderId === orderId)) return { planned, ways: [] };
    const scopes = [`enterprise:${plan.enterpriseId}`];
    const prices = await this.policies.valueAt('plan.way_out_prices', facts.now, scopes);
    const ways = await this.solver.findWaysOut({
      problem: planned.problem,
      plan: toDayPlan(planned, content),
      order,
      relaxing: {
        prices: wayOutPricesOf(prices.value),
        freeOperators: facts.freeDrivers.length,
        overridableTrucks: listOverridable(planned.trucks, planned.problem.trucks),
        overridablePumps: listOverridable(planned.pumps, planned.problem.pumps),
      },
    });
    return { planned, ways };
  }
}
