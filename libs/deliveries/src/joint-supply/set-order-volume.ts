import { DomainError, type LoadId, newId, type OrderId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from '../change-announcer.service.js';
import type { OrderEntity } from '../data/order.entity.js';
import { OrderRepository } from '../data/order.repository.js';
import { TripRepository } from '../data/trip.repository.js';
import { OrderFulfilment } from '../order-fulfilment.js';
import { fitLoads } from '../rules/joint-supply/fit-loads.js';
import { dueAfter, respaceLoads } from '../rules/order-calls.js';
import { computeOrderState, type OrderState } from '../rules/order-states.js';
import { productOf } from '../rules/product.js';
import { splitIntoLoads } from '../rules/split-into-loads.js';
import { SMALLEST_M3 } from '../rules/volume.js';
import { TakeBackLoad } from '../take-back-load.js';

export interface WantedVolume {
  readonly volumeM3: number;
  /** How fast this order alone brings it, m³/h. */
  readonly paceM3PerHour: number;
  /** Drums of those who may bring what is wanted more. */
  readonly drumsM3: readonly number[];
}

/** Why a load is taken back from somebody when its volume goes to another supplier. */
const QUOTA_MOVED = 'quota_moved';

/** Makes an order bring another volume, inside the transaction of who holds it and its trips. */
@Injectable()
export class SetOrderVolume {
  constructor(
    private readonly orders: OrderRepository,
    private readonly trips: TripRepository,
    private readonly takingBack: TakeBackLoad,
    private readonly fulfilment: OrderFulfilment,
    private readonly announcer: ChangeAnnouncer,
  ) {}

  /**
   * Loads that trucks have begun on stay; the others are fitted and told their new time.
   *
   * @param ending the state of an order that is over with this
   */
  async set(
    tx: EntityManager,
    orderId: OrderId,
    { volumeM3, paceM3PerHour, drumsM3 }: WantedVolume,
    ending?: OrderState,
  ): Promise<OrderEntity> {
    const order = await this.orders.lock(tx, orderId);
    const fit = fitLoads(await this.orders.loadsOf(tx, orderId), volumeM3);
    if (!fit.ok) throw belowBegun(fit.begunM3);
    for (const id of fit.droppedIds) await this.change(tx, id as LoadId, { state: 'dropped' });
    for (const [id, plannedM3] of fit.resized) await this.change(tx, id as LoadId, { plannedM3 });
    if (fit.addedM3 >= SMALLEST_M3) await this.add(tx, order, fit.addedM3, paceM3PerHour, drumsM3);

    const wanted = (await this.orders.loadsOf(tx, orderId)).filter(
      ({ state }) => state !== 'dropped',
    );
    for (const [id, dueAt] of respaceLoads(wanted, paceM3PerHour)) {
      const load = await this.orders.lockLoad(tx, id as LoadId);
      await this.orders.changeLoad(tx, load, { dueAt });
    }
    const now = await this.orders.lock(tx, orderId);
    const isDischarging = await this.trips.isDischarging(tx, orderId);
    const isShort = await this.fulfilment.isShort(tx, { ...now, plannedM3: volumeM3 });
    const changed = await this.orders.change(tx, now, {
      plannedM3: volumeM3,
      state: ending ?? computeOrderState(now.state, wanted, isDischarging, isShort),
    });
    await this.announcer.order(tx, changed);
    return changed;
  }

  /** Who was told of a load that is wanted no more, or smaller, is told so first. */
  private async change(
    tx: EntityManager,
    id: LoadId,
    change: { readonly state: 'dropped' } | { readonly plannedM3: number },
  ): Promise<void> {
    if (!(await this.takingBack.takeBack(tx, id, QUOTA_MOVED))) {
      const load = await this.orders.lockLoad(tx, id);
      throw belowBegun(load.plannedM3);
    }
    await this.orders.changeLoad(tx, await this.orders.lockLoad(tx, id), change);
  }

  private async add(
    tx: EntityManager,
    order: OrderEntity,
    addedM3: number,
    paceM3PerHour: number,
    drumsM3: readonly number[],
  ): Promise<void> {
    const loads = await this.orders.loadsOf(tx, order.id);
    const last = loads.findLast(({ state }) => state !== 'dropped');
    const lastNo = Math.max(0, ...loads.map(({ loadNo }) => loadNo));
    const splits = splitIntoLoads(
      {
        plannedM3: addedM3,
        rateM3PerHour: paceM3PerHour,
        firstOnSiteAt: last ? dueAfter(last, paceM3PerHour) : order.firstOnSiteAt,
      },
      drumsM3,
    );
    if (splits.length === 0) {
      throw new DomainError('NO_MIXER_USABLE', 'The enterprise has no mixer for that day', {
        enterpriseId: order.enterpriseId,
        firstOnSiteAt: order.firstOnSiteAt,
      });
    }
    for (const { loadNo, ...split } of splits) {
      await this.orders.insertLoad(tx, {
        ...split,
        id: newId<LoadId>(),
        orderId: order.id,
        loadNo: lastNo + loadNo,
        kind: productOf(order.grade),
        state: 'planned',
        version: 1,
      });
    }
  }
}

const belowBegun = (begunM3: number): DomainError =>
  new DomainError('JOINT_QUOTA_BELOW_BEGUN', 'Trucks have begun on more than that', { begunM3 });
