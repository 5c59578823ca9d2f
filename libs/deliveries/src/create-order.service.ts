import type { CreateOrderRequest } from '@tongyun/contracts';
import { type Plant, PlantQueries, VehicleQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  type LoadId,
  newId,
  operatingDayOf,
  type OrderId,
  type PlantId,
  type PumpJobId,
  type SiteId,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { DayCounter, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import type { LoadEntity } from './data/load.entity.js';
import type { OrderEntity } from './data/order.entity.js';
import { OrderRepository } from './data/order.repository.js';
import type { PumpJobEntity } from './data/pumping/pump-job.entity.js';
import type { SiteEntity } from './data/site.entity.js';
import { isListedGrade } from './rules/listed-grade.js';
import { type OrderedLoad, primePump } from './rules/prime-pump.js';
import { isOpenAt } from './rules/site-access.js';
import { splitIntoLoads, type SplitLoad } from './rules/split-into-loads.js';
import { SiteQueries } from './site-queries.service.js';
import { SupplierStanding } from './supplier-standing.js';

const MIN_PER_HOUR = 60;

/** What an order is taken with. */
export interface OrderTaking {
  /** The order whose rest this one is, and what is to be done about that one with it. */
  readonly carried?: CarriedOrder;
  /** The transaction of whoever takes several at once; left out: one of its own. */
  readonly within?: EntityManager;
}

/** An order that is carried forward; what becomes of it is written with the new one or not at all. */
export interface CarriedOrder {
  readonly fromOrderId: OrderId;
  /** Whose order it is: a partner's share of a joint supply goes to a site of another enterprise. */
  readonly enterpriseId: EnterpriseId;
  settle(tx: EntityManager, order: OrderEntity): Promise<void>;
}

/** Takes an order and splits it into loads for the drums there are. */
@Injectable()
export class CreateOrderService {
  constructor(
    private readonly orders: OrderRepository,
    private readonly sites: SiteQueries,
    private readonly plants: PlantQueries,
    private readonly suppliers: SupplierStanding,
    private readonly vehicles: VehicleQueries,
    private readonly policies: PolicyQueries,
    private readonly dayCounter: DayCounter,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses a plant that may not supply the site, with the distance and the limit. */
  async create(
    scope: AccessScope,
    wanted: CreateOrderRequest,
    taking: OrderTaking = {},
  ): Promise<OrderEntity> {
    const { carried, within } = taking;
    const now = this.clock.now();
    if (wanted.firstOnSiteAt < now) {
      throw new DomainError('ORDER_TIME_PAST', 'The first concrete is wanted before now', {
        firstOnSiteAt: wanted.firstOnSiteAt,
        now,
      });
    }
    await this.assertListed(wanted, within);
    const site = await this.sites.get(scope, wanted.siteId as SiteId, within);
    this.assertOpen(site, wanted.firstOnSiteAt);
    const plant = await this.plants.get(scope, wanted.plantId as PlantId, within);
    await this.assertMaySupply(plant, site, wanted.firstOnSiteAt, taking);
    await this.suppliers.assertMayTakeOrders(scope, plant, within);
    const { enterpriseId } = plant;
    await this.assertRetarded(wanted, enterpriseId, within);
    const splits = await this.split(scope, wanted, enterpriseId, within);
    const operatingOn = await this.operatingDay(wanted.firstOnSiteAt, enterpriseId, within);

    return this.unitOfWork.join(within, async (tx) => {
      const orderNo = await this.dayCounter.next(tx, enterpriseId, 'order', operatingOn);
      const { primingM3: _asALoad, pumpsNeeded = 1, ...asked } = wanted;
      const order: OrderEntity = {
        ...asked,
        id: newId<OrderId>(),
        orderNo,
        enterpriseId,
        plantId: plant.id,
        siteId: site.id,
        operatingOn,
        carriedFromOrderId: carried?.fromOrderId ?? null,
        isSiteReady: false,
        pourKind: wanted.pourKind ?? null,
        gapMaxMin: wanted.gapMaxMin ?? null,
        placesAtSite: wanted.placesAtSite ?? null,
        retarderMin: wanted.retarderMin ?? null,
        terms: wanted.terms ?? null,
        state: 'firm',
        createdBy: scope.userId,
        createdAt: now,
        version: 1,
      };
      const loads = primePump(wanted, splits).map((load) => toLoad(order.id, load));
      const pumps = wanted.isPumpNeeded ? pumpsNeeded : 0;
      const pumpJobs = Array.from({ length: pumps }, () => toPumpJob(order));
      await this.orders.insert(tx, order, loads, pumpJobs);
      await carried?.settle(tx, order);
      await this.announcer.order(tx, order);
      return order;
    });
  }

  /** The city says which grades may be ordered (R19). */
  private async assertListed(
    { grade, firstOnSiteAt }: CreateOrderRequest,
    tx?: EntityManager,
  ): Promise<void> {
    const { value: grades } = await this.policies.valueAt('order.grades', firstOnSiteAt, [], tx);
    if (isListedGrade(grade, grades)) return;
    throw new DomainError('GRADE_NOT_LISTED', `The city lists no grade ${grade}`, {
      grade,
      grades,
    });
  }

  /** A truck that comes to a closed gate brings nothing. */
  private assertOpen(site: SiteEntity, firstOnSiteAt: Date): void {
    if (isOpenAt(site, firstOnSiteAt, this.timeZone)) return;
    const { accessHours, accessExceptions } = site;
    throw new DomainError('SITE_CLOSED', 'The site takes no concrete at that time', {
      firstOnSiteAt,
      accessHours,
      accessExceptions,
    });
  }

  /** How long a retarder may let concrete live beyond its limit is policy. */
  private async assertRetarded(
    { retarderMin, firstOnSiteAt }: CreateOrderRequest,
    enterpriseId: EnterpriseId,
    tx?: EntityManager,
  ): Promise<void> {
    if (!retarderMin) return;
    const scopes = [`enterprise:${enterpriseId}`];
    const { value: limitMin } = await this.policies.valueAt(
      'concrete.retarder_max_min',
      firstOnSiteAt,
      scopes,
      tx,
    );
    if (retarderMin <= limitMin) return;
    throw new DomainError('RETARDER_TOO_LONG', 'No retarder is believed to work that long', {
      retarderMin,
      limitMin,
    });
  }

  private async assertMaySupply(
    plant: Plant,
    site: SiteEntity,
    at: Date,
    { carried, within: tx }: OrderTaking,
  ): Promise<void> {
    if (plant.enterpriseId !== (carried?.enterpriseId ?? site.enterpriseId)) {
      throw new DomainError('PLANT_OF_ANOTHER_ENTERPRISE', 'Joint supply is not declared', {
        plantEnterpriseId: plant.enterpriseId,
        siteEnterpriseId: site.enterpriseId,
      });
    }
    await this.suppliers.assertInRange(plant, site.position, at, tx);
  }

  private async split(
    scope: AccessScope,
    wanted: CreateOrderRequest,
    enterpriseId: EnterpriseId,
    tx?: EntityManager,
  ): Promise<SplitLoad[]> {
    const usable = await this.vehicles.usableBy(scope, enterpriseId, wanted.firstOnSiteAt, tx);
    const capacities = usable.flatMap(({ vehicle }) =>
      vehicle.kind === 'mixer' && vehicle.drumCapacityM3 ? [vehicle.drumCapacityM3] : [],
    );
    const splits = splitIntoLoads(wanted, capacities);
    if (splits.length === 0) {
      throw new DomainError('NO_MIXER_USABLE', 'The enterprise has no mixer for that day', {
        enterpriseId,
        firstOnSiteAt: wanted.firstOnSiteAt,
      });
    }
    return splits;
  }

  private async operatingDay(
    at: Date,
    enterpriseId: EnterpriseId,
    tx?: EntityManager,
  ): Promise<string> {
    const scopes = [`enterprise:${enterpriseId}`];
    const startHour = await this.policies.valueAt('operating_day.start_hour', at, scopes, tx);
    return operatingDayOf(at, startHour.value, this.timeZone);
  }
}

export const toLoad = (orderId: OrderId, load: OrderedLoad): LoadEntity => ({
  id: newId<LoadId>(),
  orderId,
  ...load,
  state: 'planned',
  version: 1,
});

const toPumpJob = (order: OrderEntity): PumpJobEntity => ({
  id: newId<PumpJobId>(),
  stageEvidence: {},
  orderId: order.id,
  enterpriseId: order.enterpriseId,
  state: 'planned',
  readyByAt: order.firstOnSiteAt,
  untilAt: addMinutes(
    order.firstOnSiteAt,
    Math.ceil((order.plannedM3 / order.rateM3PerHour) * MIN_PER_HOUR),
  ),
  version: 1,
});
