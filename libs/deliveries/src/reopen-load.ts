import { newId, type LoadId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { OrderRepository } from './data/order.repository.js';
import type { TripEntity } from './data/trip.entity.js';
import { TripRepository } from './data/trip.repository.js';
import { OrderFulfilment } from './order-fulfilment.js';
import { computeOrderState } from './rules/order-states.js';
import { roundM3, SMALLEST_M3 } from './rules/volume.js';

/** Gives an order back what a trip will not bring it, inside the caller's transaction. */
@Injectable()
export class ReopenLoad {
  constructor(
    private readonly orders: OrderRepository,
    private readonly trips: TripRepository,
    private readonly fulfilment: OrderFulfilment,
    private readonly announcer: ChangeAnnouncer,
  ) {}

  /**
   * What the site took is delivered; the rest is wanted again, now. Nothing is done about a load
   * that another trip has taken over. The order is held by the caller.
   *
   * @param takenM3 what the site took of it
   * @returns whether it was this trip's load to give back
   */
  async reopen(tx: EntityManager, trip: TripEntity, takenM3: number, now: Date): Promise<boolean> {
    if (!(await this.trips.isLatestOfLoad(tx, trip))) return false;
    const load = await this.orders.lockLoad(tx, trip.loadId);
    if (load.state !== 'on_trip' && load.state !== 'planned') return false;
    if (takenM3 < SMALLEST_M3) {
      if (load.state !== 'planned') await this.orders.changeLoad(tx, load, { state: 'planned' });
      return true;
    }
    await this.orders.changeLoad(tx, load, { state: 'returned_part', plannedM3: takenM3 });
    const leftM3 = roundM3(load.plannedM3 - takenM3);
    if (leftM3 < SMALLEST_M3) return true;
    const all = await this.orders.loadsOf(tx, trip.orderId);
    await this.orders.insertLoad(tx, {
      id: newId<LoadId>(),
      orderId: trip.orderId,
      loadNo: Math.max(...all.map(({ loadNo }) => loadNo)) + 1,
      kind: load.kind,
      plannedM3: leftM3,
      dueAt: now,
      state: 'planned',
      version: 1,
    });
    return true;
  }

  /** Lets the order follow its loads; one that was complete is open again. */
  async followLoads(tx: EntityManager, orderId: TripEntity['orderId']): Promise<void> {
    const order = await this.orders.lock(tx, orderId);
    const loads = await this.orders.loadsOf(tx, orderId);
    const isDischarging = await this.trips.isDischarging(tx, orderId);
    const isShort = await this.fulfilment.isShort(tx, order);
    const state = computeOrderState(order.state, loads, isDischarging, isShort);
    if (order.state !== state) await this.orders.change(tx, order, { state });
    await this.announcer.order(tx, order);
  }
}
