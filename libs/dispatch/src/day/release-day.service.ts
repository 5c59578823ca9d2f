import {
  isSameM3,
  type PlannedItem,
  type PlannedOrder,
  type ReleasedPlan,
  ReleasePlanService,
} from '@tongyun/deliveries';
import {
  type AccessScope,
  addSeconds,
  DomainError,
  type DriverId,
  type LoadId,
  type OrderId,
  type PlantId,
  type PumpJobId,
  type VehicleId,
} from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DayPlanRepository } from '../data/day-plan.repository.js';
import { CheckCallIns } from './check-call-ins.service.js';
import { type OpenPlan, DayPlanBook } from './day-plan-book.service.js';
import { isTakenOver } from './rules/broken-pumps.js';
import type { DayFacts } from './rules/day-facts.js';
import { findBehind } from './rules/find-behind.js';
import { findGivenUp } from './rules/given-by-hand.js';
import type { PlanContent } from './rules/plan-content.js';

export interface DayRelease {
  readonly outcome: ReleasedPlan;
  readonly after: OpenPlan;
  readonly facts: DayFacts;
}

/** What is on hold or not yet called is told to nobody. */
const TOLD: readonly string[] = ['firm', 'released', 'pouring', 'complete'];

/** Tells drivers and pump operators what the plan has for them. */
@Injectable()
export class ReleaseDayService {
  constructor(
    private readonly book: DayPlanBook,
    private readonly releasing: ReleasePlanService,
    private readonly checking: CheckCallIns,
    private readonly plans: DayPlanRepository,
  ) {}

  /**
   * Only what is new or has moved is told; and who was told of what nobody serves now. Refused while the plan
   * lacks what became of its orders: it would have brought what is wanted no more.
   */
  async release(scope: AccessScope, id: string, ifMatch: string | undefined): Promise<DayRelease> {
    const open = await this.book.open(scope, id, ifMatch);
    const before = await this.book.factsOf(scope, open.plan);
    assertFollows(open.content, before);
    // Kept first: who planned on meanwhile is told before anybody drives by an old plan.
    const after = await this.book.keep(scope, open, open.content, {
      kind: 'released',
      note: null,
      isRelease: true,
    });
    const items = itemsOf(open.content, before);
    const outcome = await this.releasing.release(scope, ordersOf(open.content, before), items, {
      toldAgainMin: before.policy.toldAgainMin,
      givenUp: findGivenUp(before, open.content.events),
      assertInForce: (tx) => this.assertInForce(tx, after),
    });
    const facts = await this.book.factsOf(scope, open.plan);
    await this.checking.keep(scope, after, 'release');
    return { outcome, after, facts };
  }

  /** Whoever releases a later state meanwhile has the last word, order by order and job by job. */
  private async assertInForce(tx: EntityManager, { plan }: OpenPlan): Promise<void> {
    const { releasedRevision } = await this.plans.lock(tx, plan.id);
    if (releasedRevision === plan.releasedRevision) return;
    throw new DomainError('PLAN_RELEASED_ANEW', 'A later state of the plan has been released', {
      revision: releasedRevision,
    });
  }
}

/** Nothing is told of an order that the plan does not know, nor of one that is no more. */
const LEFT_OUT: readonly string[] = ['order_added', 'order_cancelled'];

function assertFollows(content: PlanContent, facts: DayFacts): void {
  const behind = findBehind(content, facts).flatMap(({ kind, orderId }) =>
    LEFT_OUT.includes(kind) ? [] : orderId,
  );
  if (behind.length === 0) return;
  throw new DomainError('PLAN_BEHIND', 'Orders have changed since it was planned', {
    orderIds: [...new Set(behind)],
  });
}

function ordersOf({ loads, unserved, wants = [] }: PlanContent, facts: DayFacts): PlannedOrder[] {
  return facts.orders
    .filter(({ state }) => TOLD.includes(state))
    .map(({ id, plannedM3, divertedM3 }) => ({
      id,
      divertedM3,
      plannedM3,
      isLeftOut:
        unserved.some(({ orderId }) => orderId === id) ||
        loads.every(({ orderId }) => orderId !== id) ||
        // Of a day that is over: what it asks for since is in no plan any more.
        wants.some(({ orderId, m3 }) => orderId === id && !isSameM3(m3, plannedM3)),
    }));
}

function itemsOf({ loads, pumpJobs, events }: PlanContent, facts: DayFacts): PlannedItem[] {
  const called = new Map(
    facts.orders.filter(({ state }) => TOLD.includes(state)).map((order) => [order.id, order]),
  );
  const setUpSec = facts.policy.pumpSetupMin * 60;
  return [
    ...loads.flatMap((load): PlannedItem[] => {
      if (!called.has(load.orderId as OrderId)) return [];
      return [
        {
          id: load.id as LoadId,
          orderId: load.orderId as OrderId,
          kind: load.kind,
          m3: load.m3,
          dueAt: new Date(load.dischargeFromAt),
          plantId: load.plantId as PlantId,
          vehicleId: load.vehicleId as VehicleId,
          driverId: load.driverId as DriverId,
          startsAt: new Date(load.loadToAt),
          arrivesAt: new Date(load.arriveAt),
          endsAt: new Date(load.dischargeToAt),
        },
      ];
    }),
    ...pumpJobs.flatMap((job): PlannedItem[] => {
      const order = called.get(job.orderId as OrderId);
      if (!order) return [];
      const before = facts.pumpJobs.find(({ id }) => id === job.id);
      return [
        {
          id: job.id as PumpJobId,
          orderId: order.id,
          kind: 'pump',
          readyAt: new Date(job.readyAt),
          untilAt: new Date(job.untilAt),
          takesOverFrom: before && isTakenOver(events, before, facts.now) ? before.vehicleId : null,
          plantId: order.plantId,
          vehicleId: job.vehicleId as VehicleId,
          driverId: job.driverId as DriverId,
          startsAt: new Date(job.departAt),
          arrivesAt: addSeconds(new Date(job.readyAt), -setUpSec),
          endsAt: new Date(job.leaveAt),
        },
      ];
    }),
  ];
}
