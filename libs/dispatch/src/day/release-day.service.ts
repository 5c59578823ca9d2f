import { type PlannedItem, type ReleasedPlan, ReleasePlanService } from '@tongyun/deliveries';
import {
  type AccessScope,
  addSeconds,
  type DriverId,
  type LoadId,
  type OrderId,
  type PlantId,
  type PumpJobId,
  type VehicleId,
} from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { CheckCallIns } from './check-call-ins.service.js';
import { type OpenPlan, DayPlanBook } from './day-plan-book.service.js';
import { isTakenOver } from './rules/broken-pumps.js';
import type { DayFacts } from './rules/day-facts.js';
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
  ) {}

  /** Only what is new or has moved is told; and who was told of what nobody serves now. */
  async release(scope: AccessScope, id: string, ifMatch: string | undefined): Promise<DayRelease> {
    const open = await this.book.open(scope, id, ifMatch);
    const before = await this.book.factsOf(scope, open.plan);
    // Kept first: who planned on meanwhile is told before anybody drives by an old plan.
    const after = await this.book.keep(scope, open, open.content, {
      kind: 'released',
      note: null,
      isRelease: true,
    });
    const orderIds = before.orders
      .filter(({ state }) => TOLD.includes(state))
      .map((order) => order.id);
    const items = itemsOf(open.content, before);
    const outcome = await this.releasing.release(
      scope,
      orderIds,
      items,
      before.policy.toldAgainMin,
    );
    const facts = await this.book.factsOf(scope, open.plan);
    await this.checking.keep(scope, after, 'release');
    return { outcome, after, facts };
  }
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
