import type { WhatIfRequest } from '@tongyun/contracts';
import { type DayLoadRow, type DayOrderRow, SiteQueries } from '@tongyun/deliveries';
import {
  type AccessScope,
  DomainError,
  newId,
  type OrderId,
  type PlantId,
  type SiteId,
} from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { CheckCallIns, type JudgedCallIns } from './check-call-ins.service.js';
import { type OpenPlan, DayPlanBook } from './day-plan-book.service.js';
import type { PlanOutcome } from './plan-outcome.js';
import { type CapacityHour, computeCapacity } from './rules/compute-capacity.js';
import type { DayFacts } from './rules/day-facts.js';
import { holdNothing } from './rules/held.js';
import { keepDurations } from './rules/order-durations.js';
import { toDayProblem } from './rules/to-day-problem.js';

const SEARCH_SEC = 2;

type SupposedOrder = Extract<WhatIfRequest, { kind: 'with_order' }>;

/** Questions about a plan that change nothing. */
@Injectable()
export class LookAtDayService {
  constructor(
    private readonly book: DayPlanBook,
    private readonly checking: CheckCallIns,
    private readonly sites: SiteQueries,
  ) {}

  async callIns(scope: AccessScope, id: string): Promise<JudgedCallIns> {
    return this.checking.judge(scope, await this.book.open(scope, id, null));
  }

  async capacity(scope: AccessScope, id: string): Promise<CapacityHour[]> {
    const { plan, content } = await this.book.open(scope, id, null);
    const facts = await this.book.factsOf(scope, plan);
    const travel = await this.book.travelOf(facts);
    const known = keepDurations(facts, content);
    return computeCapacity(toDayProblem(known, travel, content.events, holdNothing(content)));
  }

  /** Plans on as if something were different; what people were told moves only at its price. */
  async whatIf(scope: AccessScope, id: string, request: WhatIfRequest): Promise<PlanOutcome> {
    const open = await this.book.open(scope, id, null);
    const facts = await this.suppose(scope, open, request);
    const { content, plan } = open;
    const earlier = { content, isMended: true };
    const budget = { searchSec: SEARCH_SEC };
    const travel = await this.book.travelOf(facts);
    const supposed = await this.book.solve(facts, travel, earlier, content.events, budget);
    const after = { plan, content: supposed };
    return { isDone: false, faults: [], before: content, after, facts };
  }

  private async suppose(
    scope: AccessScope,
    { plan }: OpenPlan,
    request: WhatIfRequest,
  ): Promise<DayFacts> {
    if (request.kind === 'with_order') {
      const known = await this.book.factsOf(scope, plan);
      const order = await this.supposedOrder(scope, known, request);
      const facts = await this.book.factsOf(scope, plan, [order]);
      return { ...facts, loads: [...facts.loads, ...primingOf(order, request)] };
    }
    const facts = await this.book.factsOf(scope, plan);
    if (request.kind === 'without_plant') {
      assertKnown(facts.plants, request.plantId);
      const orders = facts.orders.map((order) => ({
        ...order,
        sourcePlantIds: order.sourcePlantIds.filter((plantId) => plantId !== request.plantId),
      }));
      return { ...facts, orders };
    }
    assertKnown(facts.vehicles, request.vehicleId);
    const vehicles = facts.vehicles.map((vehicle) =>
      vehicle.id === request.vehicleId
        ? { ...vehicle, forbidden: [...vehicle.forbidden, 'left_out'] }
        : vehicle,
    );
    return { ...facts, vehicles };
  }

  private async supposedOrder(
    scope: AccessScope,
    { plants }: DayFacts,
    request: SupposedOrder,
  ): Promise<DayOrderRow> {
    const isPumped = request.placingMethod === 'pump';
    const site = await this.sites.get(scope, request.siteId as SiteId);
    const id = newId<OrderId>();
    return {
      id,
      leadOrderId: id,
      pourFirstAt: request.firstOnSiteAt,
      orderNo: '',
      plantId: (plants[0]?.id ?? '') as PlantId,
      siteId: site.id,
      siteName: site.name,
      siteLng: site.position.lng,
      siteLat: site.position.lat,
      accessHours: site.accessHours,
      accessExceptions: site.accessExceptions,
      grade: request.grade,
      placingMethod: request.placingMethod,
      plannedM3: request.m3,
      jointTotalM3: request.m3,
      plantQuotas: [],
      divertedM3: 0,
      sentOnAt: null,
      rateM3PerHour: request.rateM3PerHour,
      firstOnSiteAt: request.firstOnSiteAt,
      isPumpNeeded: isPumped,
      pumpsAtSite: isPumped ? (request.pumpsNeeded ?? 1) : 0,
      pumpReachM: request.pumpReachM,
      isEmergency: request.isEmergency,
      pourKind: request.pourKind ?? null,
      gapMaxMin: request.gapMaxMin ?? null,
      placesAtSite: isPumped ? null : (request.placesAtSite ?? null),
      retarderMin: request.retarderMin ?? null,
      isSiteReady: false,
      lastLoad: null,
      state: 'firm',
    };
  }
}

/** The mortar that goes through its pumps first, as the load that it would be. */
const primingOf = (
  { id: orderId, firstOnSiteAt }: DayOrderRow,
  { primingM3 }: SupposedOrder,
): DayLoadRow[] =>
  primingM3 === 0
    ? []
    : [
        {
          id: newId<string>(),
          orderId,
          loadNo: 1,
          kind: 'priming_mortar',
          plannedM3: primingM3,
          dueAt: firstOnSiteAt,
          state: 'planned',
          plantId: null,
          vehicleId: null,
          driverId: null,
          isByHand: false,
          startsAt: null,
          endsAt: null,
          stage: null,
          batchedM3: null,
          refusedM3: null,
          undeliveredM3: null,
          startedAt: null,
          loadStartAt: null,
          leftPlantAt: null,
          arrivedAt: null,
          unloadStartAt: null,
          unloadEndAt: null,
          endedAt: null,
        },
      ];

function assertKnown(rows: readonly { readonly id: string }[], id: string): void {
  if (rows.some((row) => row.id === id)) return;
  throw new DomainError('PLAN_ITEM_NOT_FOUND', `The plan has no ${id}`, { id });
}
