import type { ListOrdersQuery, UnfinishedOrdersQuery } from '@tongyun/contracts';
import {
  type AccessScope,
  addMinutes,
  DomainError,
  type EnterpriseId,
  type Interval,
  type OrderId,
} from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type AssignmentDetails,
  AssignmentDetailsRepository,
} from './data/assignment-details.repository.js';
import {
  type LoadDetails,
  type OrderDetails,
  OrderDetailsRepository,
} from './data/order-details.repository.js';
import { OrderRepository } from './data/order.repository.js';
import type { PumpJobEntity } from './data/pumping/pump-job.entity.js';
import type { SiteEntity } from './data/site.entity.js';
import { NightWorkQueries } from './night-work/night-work-queries.service.js';
import type { NightWork } from './rules/night-work.js';
import { remainingM3Of } from './rules/volume.js';
import { SiteQueries } from './site-queries.service.js';

/** An order with all that is to be done for it and who does it. */
export interface WholeOrder {
  readonly order: OrderDetails;
  readonly site: SiteEntity;
  readonly loads: readonly LoadDetails[];
  readonly pumpJobs: readonly PumpJobEntity[];
  readonly assignments: readonly AssignmentDetails[];
  readonly nightWork: NightWork;
}

/** An order that is not whole, and the volume that nobody brings. */
export interface UnfinishedOrder {
  readonly order: OrderDetails;
  readonly leftM3: number;
}

@Injectable()
export class OrderQueries {
  constructor(
    private readonly details: OrderDetailsRepository,
    private readonly orders: OrderRepository,
    private readonly assignments: AssignmentDetailsRepository,
    private readonly sites: SiteQueries,
    private readonly nightWork: NightWorkQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(scope: AccessScope, id: OrderId, tx?: EntityManager): Promise<OrderDetails> {
    const order = await this.details.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!order) throw new DomainError('ORDER_NOT_FOUND', `No order ${id}`, { id });
    return order;
  }

  /** Latest first concrete first; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: ListOrdersQuery): Promise<OrderDetails[]> {
    const filter = { operatingOn: query.operatingOn ?? null, state: query.state ?? null };
    const { reads } = this.unitOfWork;
    return this.details.list(reads, scope, filter, readInstantCursor(query), query.limit + 1);
  }

  /** Orders of a day of which something is left: ordered, less delivered, less on the road. */
  async unfinished(
    scope: AccessScope,
    { enterpriseId, operatingOn }: UnfinishedOrdersQuery,
  ): Promise<UnfinishedOrder[]> {
    const { reads } = this.unitOfWork;
    const id = enterpriseId as EnterpriseId;
    const orders = await this.details.unfinished(reads, scope, id, operatingOn);
    return orders.map((order) => ({
      order,
      leftM3: remainingM3Of(order),
    }));
  }

  async getWhole(scope: AccessScope, id: OrderId, tx?: EntityManager): Promise<WholeOrder> {
    const manager = tx ?? this.unitOfWork.reads;
    const order = await this.get(scope, id, tx);
    const site = await this.sites.get(scope, order.siteId as SiteEntity['id'], tx);
    return {
      order,
      site,
      loads: await this.details.loadsOf(manager, id),
      pumpJobs: await this.orders.pumpJobsOf(manager, id),
      assignments: await this.assignments.ofOrder(manager, id),
      nightWork: await this.nightWork.judge(site, pourOf(order), tx),
    };
  }
}

const MIN_PER_HOUR = 60;

/** From the first concrete to the last, at the rate that the site asks for. */
const pourOf = ({ firstOnSiteAt, plannedM3, rateM3PerHour }: OrderDetails): Interval => ({
  from: firstOnSiteAt,
  to: addMinutes(firstOnSiteAt, (plannedM3 / rateM3PerHour) * MIN_PER_HOUR),
});
