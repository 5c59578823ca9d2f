import { DomainError, type LoadId, newId, type OrderId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrderRepository } from './data/order.repository.js';
import { dueAfter } from './rules/order-calls.js';
import { makeRoom, type RoomMade } from './rules/diversion/make-room.js';
import { isAssignable } from './rules/order-states.js';
import { SMALLEST_M3 } from './rules/volume.js';
import { TakeBackLoad } from './take-back-load.js';

export interface GoalLoad {
  readonly orderId: OrderId;
  readonly loadId: LoadId;
}

/** Why a job is taken back from somebody when concrete of another order comes in its place. */
export const DIVERTED = 'diverted';

export const loadTaken = (loadId: LoadId | null): DomainError =>
  new DomainError('JOB_ALREADY_ASSIGNED', 'Another truck has begun on that load', {
    loadId,
    pumpJobId: null,
  });

/** Makes a load out of concrete that comes from elsewhere, inside the caller's transaction. */
@Injectable()
export class FillLoad {
  constructor(
    private readonly orders: OrderRepository,
    private readonly takingBack: TakeBackLoad,
  ) {}

  /** Takes the load from whoever was to bring it, and keeps the order at the volume it asks for. */
  async fill(tx: EntityManager, { orderId, loadId }: GoalLoad, carriedM3: number): Promise<void> {
    const order = await this.orders.lock(tx, orderId);
    if (!isAssignable(order.state)) {
      throw new DomainError('ORDER_NOT_ASSIGNABLE', `The order is ${order.state}`, {
        state: order.state,
      });
    }
    const loads = await this.orders.loadsOf(tx, orderId);
    const open = loads.filter(({ state }) => state === 'planned' || state === 'released');
    if (!open.some(({ id }) => id === loadId)) throw loadTaken(loadId);
    if (!(await this.takingBack.takeBack(tx, loadId, DIVERTED))) throw loadTaken(loadId);
    const room = makeRoom(open, loadId, carriedM3);
    if (room === null) {
      throw new DomainError('DIVERSION_UNFIT', 'The order does not need so much any more', {
        against: ['volume_not_needed'],
        carriedM3,
      });
    }
    await this.shrink(tx, room);
    const target = await this.orders.lockLoad(tx, loadId);
    await this.orders.changeLoad(tx, target, { plannedM3: carriedM3 });
    if (room.addedM3 < SMALLEST_M3) return;
    await this.orders.insertLoad(tx, {
      id: newId<LoadId>(),
      orderId,
      loadNo: Math.max(...loads.map(({ loadNo }) => loadNo)) + 1,
      kind: target.kind,
      plannedM3: room.addedM3,
      dueAt: dueAfter(open.at(-1)!, order.rateM3PerHour),
      state: 'planned',
      version: 1,
    });
  }

  /** Loads that are given out anew, smaller, or not wanted any more. */
  private async shrink(tx: EntityManager, { resized, droppedIds }: RoomMade): Promise<void> {
    for (const [id, plannedM3] of resized) {
      if (!(await this.takingBack.takeBack(tx, id as LoadId, DIVERTED))) continue;
      await this.orders.changeLoad(tx, await this.orders.lockLoad(tx, id as LoadId), { plannedM3 });
    }
    for (const id of droppedIds) {
      if (!(await this.takingBack.takeBack(tx, id as LoadId, DIVERTED))) continue;
      const load = await this.orders.lockLoad(tx, id as LoadId);
      await this.orders.changeLoad(tx, load, { state: 'dropped' });
    }
  }
}
