import type { OfferJointShareRequest } from '@tongyun/contracts';
import { PlantQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type JointShareId,
  newId,
  type OrderId,
  type PlantId,
  SYSTEM_SCOPE,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from '../change-announcer.service.js';
import { isTaken } from '../data/database-errors.js';
import type { JointShareEntity } from '../data/joint-supply/joint-share.entity.js';
import { JointShareRepository } from '../data/joint-supply/joint-share.repository.js';
import type { OrderEntity } from '../data/order.entity.js';
import { OrderRepository } from '../data/order.repository.js';
import type { SiteEntity } from '../data/site.entity.js';
import { OrderQueries } from '../order-queries.service.js';
import { begunM3Of } from '../rules/joint-supply/fit-loads.js';
import { mayCarryForward } from '../rules/order-states.js';
import { roundM3, SMALLEST_M3 } from '../rules/volume.js';
import { SiteQueries } from '../site-queries.service.js';
import { SupplierStanding } from '../supplier-standing.js';
import { JointShareBook } from './joint-share-book.js';
import { LeadOfPour } from './lead-of-pour.js';

/** Offers a part of a pour to another plant; another plant of one's own needs not be asked. */
@Injectable()
export class OfferJointShareService {
  constructor(
    private readonly orderQueries: OrderQueries,
    private readonly orders: OrderRepository,
    private readonly shares: JointShareRepository,
    private readonly book: JointShareBook,
    private readonly leads: LeadOfPour,
    private readonly sites: SiteQueries,
    private readonly plants: PlantQueries,
    private readonly suppliers: SupplierStanding,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses a plant that may not supply the site, and more than the order still has to give. */
  async offer(
    scope: AccessScope,
    orderId: OrderId,
    { plantId, quotaM3, reason }: OfferJointShareRequest,
  ): Promise<JointShareId> {
    const order = await this.orderQueries.get(scope, orderId);
    const site = await this.sites.get(scope, order.siteId as SiteEntity['id']);
    // Which plants there are is in the city's register; their range and standing are judged here.
    const plant = await this.plants.get(SYSTEM_SCOPE, plantId as PlantId);
    await this.suppliers.assertInRange(plant, site.position, order.firstOnSiteAt);
    await this.suppliers.assertMayTakeOrders(SYSTEM_SCOPE, plant);
    const isOwn = plant.enterpriseId === order.enterpriseId;
    const share: JointShareEntity = {
      id: newId<JointShareId>(),
      leadOrderId: orderId,
      leadEnterpriseId: order.enterpriseId,
      partnerEnterpriseId: plant.enterpriseId,
      plantId: plant.id,
      quotaM3: roundM3(quotaM3),
      state: isOwn ? 'accepted' : 'offered',
      shareOrderId: null,
      offeredAt: this.clock.now(),
      version: 1,
    };
    try {
      await this.unitOfWork.run(async (tx) => {
        await this.assertMayOffer(tx, share);
        await this.shares.insert(tx, share);
        if (isOwn) await this.announcer.wants(tx, order, reason);
        await this.book.note(tx, scope, 'lead', null, share, reason);
      });
    } catch (error) {
      if (isTaken(error, 'joint_share_plant_once')) throw plantTaken(share.plantId);
      throw error;
    }
    return share.id;
  }

  private async assertMayOffer(tx: EntityManager, share: JointShareEntity): Promise<void> {
    await this.leads.assertLeads(tx, share.leadOrderId);
    const order = await this.orders.lock(tx, share.leadOrderId);
    if (!mayCarryForward(order.state)) {
      throw new DomainError('ORDER_NOT_ASSIGNABLE', `The order is ${order.state}`, {
        state: order.state,
      });
    }
    if (share.plantId === order.plantId) throw plantTaken(share.plantId);
    assertWithin(share.quotaM3, await this.atMostM3(tx, order));
  }

  /** What the order can still give away: something has to be left to the one that leads. */
  private async atMostM3(tx: EntityManager, order: OrderEntity): Promise<number> {
    const standing = await this.shares.standingOf(tx, order.id);
    const promisedM3 = standing
      .filter(({ shareOrderId }) => shareOrderId === null)
      .reduce((sum, { quotaM3 }) => sum + quotaM3, 0);
    const begunM3 = begunM3Of(await this.orders.loadsOf(tx, order.id));
    return roundM3(order.plannedM3 - promisedM3 - begunM3);
  }
}

const plantTaken = (plantId: PlantId): DomainError =>
  new DomainError('JOINT_PLANT_TAKEN', 'The plant supplies the order already', { plantId });

/** Refuses a quota that leaves nothing to the one that leads the pour. */
export function assertWithin(quotaM3: number, atMostM3: number): void {
  if (quotaM3 < atMostM3 - SMALLEST_M3) return;
  throw new DomainError('JOINT_QUOTA_TOO_HIGH', 'The order has not so much left to give', {
    belowM3: Math.max(0, atMostM3),
  });
}
