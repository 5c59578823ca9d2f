import { DomainError, type OrderId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from '../change-announcer.service.js';
import { JointShareRepository } from '../data/joint-supply/joint-share.repository.js';
import { OrderRepository } from '../data/order.repository.js';
import { TripRepository } from '../data/trip.repository.js';
import { OrderFulfilment } from '../order-fulfilment.js';
import { computeOrderState, findChosenStates, type OrderState } from '../rules/order-states.js';

/** One dispatcher leads a pour: what that means for the orders of its partners. */
@Injectable()
export class LeadOfPour {
  constructor(
    private readonly shares: JointShareRepository,
    private readonly orders: OrderRepository,
    private readonly trips: TripRepository,
    private readonly fulfilment: OrderFulfilment,
    private readonly announcer: ChangeAnnouncer,
  ) {}

  /** Refuses an order that brings a share of another one's pour: that is not its own to reshape. */
  async assertLeads(tx: EntityManager, orderId: OrderId): Promise<void> {
    const share = await this.shares.ofShareOrder(tx, orderId);
    if (share === null) return;
    throw new DomainError('JOINT_LEAD_DECIDES', 'The order brings a share of another one', {
      shareId: share.id,
    });
  }

  /** Refuses to call off a pour that others are asked, or have agreed, to help with. */
  async assertAlone(tx: EntityManager, orderId: OrderId): Promise<void> {
    const standing = await this.shares.standingOf(tx, orderId);
    if (standing.length === 0) return;
    throw new DomainError('JOINT_SHARES_STAND', 'Partners still bring a part of the order', {
      shareIds: standing.map(({ id }) => id),
    });
  }

  /** Partners hold and go on when the lead does; an order of theirs that is over stays so. */
  async follow(
    tx: EntityManager,
    leadOrderId: OrderId,
    chosen: 'firm' | 'will_call' | 'on_hold',
  ): Promise<void> {
    for (const { shareOrderId } of await this.shares.acceptedOf(tx, leadOrderId)) {
      if (shareOrderId === null) continue;
      const order = await this.orders.lock(tx, shareOrderId);
      if (!findChosenStates(order.state).includes(chosen)) continue;
      const state = chosen === 'firm' ? await this.stateOf(tx, shareOrderId) : chosen;
      await this.announcer.order(tx, await this.orders.change(tx, order, { state }));
    }
  }

  private async stateOf(tx: EntityManager, orderId: OrderId): Promise<OrderState> {
    const order = await this.orders.lock(tx, orderId);
    const loads = await this.orders.loadsOf(tx, orderId);
    const isDischarging = await this.trips.isDischarging(tx, orderId);
    return computeOrderState(
      'firm',
      loads,
      isDischarging,
      await this.fulfilment.isShort(tx, order),
    );
  }
}
