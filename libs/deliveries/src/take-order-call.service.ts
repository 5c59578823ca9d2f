import type { OrderCallRequest } from '@tongyun/contracts';
import { VehicleQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type LoadId,
  newId,
  type OrderId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { ChangeOrderStateService } from './change-order-state.service.js';
import type { LoadEntity } from './data/load.entity.js';
import type { OrderEntity } from './data/order.entity.js';
import type { OrderDetails } from './data/order-details.repository.js';
import { OrderRepository } from './data/order.repository.js';
import { LeadOfPour } from './joint-supply/lead-of-pour.js';
import { TakeBackLoad } from './take-back-load.js';
import { TripRepository } from './data/trip.repository.js';
import { OrderQueries } from './order-queries.service.js';
import { OrderFulfilment } from './order-fulfilment.js';
import { dueAfter, endWithNext, respaceLoads } from './rules/order-calls.js';
import { computeOrderState } from './rules/order-states.js';
import { productOf } from './rules/product.js';
import { isSameM3, roundM3 } from './rules/volume.js';

/** The calls of a day: slower, hold, go on, one more load, this is the last. */
@Injectable()
export class TakeOrderCallService {
  constructor(
    private readonly queries: OrderQueries,
    private readonly orders: OrderRepository,
    private readonly trips: TripRepository,
    private readonly vehicles: VehicleQueries,
    private readonly changeState: ChangeOrderStateService,
    private readonly takingBack: TakeBackLoad,
    private readonly fulfilment: OrderFulfilment,
    private readonly leads: LeadOfPour,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Does what was called for and notes who called. */
  async take(scope: AccessScope, id: OrderId, request: OrderCallRequest): Promise<void> {
    assertComplete(request);
    if (request.call === 'hold' || request.call === 'resume') {
      const state = request.call === 'hold' ? 'on_hold' : 'firm';
      const reason = `${request.call}: ${request.callerName}`;
      const note = (tx: EntityManager) => this.note(tx, scope, id, request);
      const { callerName } = request;
      await this.changeState.change(scope, id, { state, reason }, '*', { callerName, note });
      return;
    }
    await this.unitOfWork.run(async (tx) => {
      await this.queries.get(scope, id, tx);
      // Trips are held before their order, as a reported stage does.
      await this.trips.lockOpenOf(tx, id);
      const order = await this.orders.lock(tx, id);
      if (order.state === 'closed' || order.state === 'cancelled') {
        throw new DomainError('ORDER_STATE_REFUSED', `The order is ${order.state}`, {
          from: order.state,
          possible: [],
        });
      }
      if (request.call !== 'slower') await this.leads.assertLeads(tx, id);
      if (request.call === 'last_load') assertFirst(await this.queries.get(scope, id, tx));
      await this.assertFits(tx, scope, order, request);
      await this.reshape(tx, order, request);
      await this.note(tx, scope, id, request);
      await this.announcer.wants(tx, order, request.callerName);
    });
  }

  /** A load that no drum holds could be given to nobody. */
  private async assertFits(
    tx: EntityManager,
    scope: AccessScope,
    { enterpriseId }: OrderEntity,
    { call, m3 = 0 }: OrderCallRequest,
  ): Promise<void> {
    if (call !== 'one_more' && call !== 'last_load') return;
    const usable = await this.vehicles.usableBy(scope, enterpriseId, this.clock.now(), tx);
    const largestM3 = Math.max(0, ...usable.map(({ vehicle }) => vehicle.drumCapacityM3 ?? 0));
    if (m3 < largestM3 || isSameM3(m3, largestM3)) return;
    throw new DomainError('LOAD_ABOVE_EVERY_DRUM', 'No drum of the enterprise holds that much', {
      m3,
      largestM3,
    });
  }

  private async reshape(
    tx: EntityManager,
    order: OrderEntity,
    { call, m3 = 0, rateM3PerHour = order.rateM3PerHour }: OrderCallRequest,
  ): Promise<void> {
    const loads = await this.wantedLoads(tx, order.id);
    if (call === 'slower') await this.respace(tx, loads, rateM3PerHour);
    if (call === 'one_more') await this.addLoad(tx, order, loads, m3);
    if (call === 'last_load') {
      const { last, dropped } = endWithNext(loads);
      for (const { id } of dropped) {
        if (await this.takingBack.takeBack(tx, id as LoadId, 'last_load')) {
          const now = await this.orders.lockLoad(tx, id as LoadId);
          await this.orders.changeLoad(tx, now, { state: 'dropped' });
        }
      }
      if (last === null) await this.addLoad(tx, order, loads, m3);
      else await this.resize(tx, last.id as LoadId, m3);
    }
    const left = await this.wantedLoads(tx, order.id);
    const now = await this.orders.lock(tx, order.id);
    const isDischarging = await this.trips.isDischarging(tx, order.id);
    const plannedM3 = call === 'slower' ? now.plannedM3 : volumeOf(left);
    const isShort = await this.fulfilment.isShort(tx, { ...now, plannedM3 });
    const changed = await this.orders.change(tx, now, {
      rateM3PerHour,
      plannedM3,
      state: computeOrderState(now.state, left, isDischarging, isShort),
    });
    await this.announcer.order(tx, changed);
  }

  /** Who was told of another volume is not told of this one: the load is given out anew, to a drum that fits. */
  private async resize(tx: EntityManager, id: LoadId, m3: number): Promise<void> {
    const load = await this.orders.lockLoad(tx, id);
    if (isSameM3(load.plannedM3, m3)) return;
    await this.takingBack.takeBack(tx, id, 'last_load');
    const now = await this.orders.lockLoad(tx, id);
    await this.orders.changeLoad(tx, now, { plannedM3: m3 });
  }

  private async wantedLoads(tx: EntityManager, id: OrderId): Promise<LoadEntity[]> {
    return (await this.orders.loadsOf(tx, id)).filter(({ state }) => state !== 'dropped');
  }

  private async respace(
    tx: EntityManager,
    loads: readonly LoadEntity[],
    rateM3PerHour: number,
  ): Promise<void> {
    for (const [id, dueAt] of respaceLoads(loads, rateM3PerHour)) {
      const now = await this.orders.lockLoad(tx, id as LoadId);
      await this.orders.changeLoad(tx, now, { dueAt });
    }
  }

  private async addLoad(
    tx: EntityManager,
    order: OrderEntity,
    loads: readonly LoadEntity[],
    m3: number,
  ): Promise<void> {
    const last = loads.at(-1);
    const all = await this.orders.loadsOf(tx, order.id);
    await this.orders.insertLoad(tx, {
      id: newId<LoadId>(),
      orderId: order.id,
      loadNo: Math.max(0, ...all.map(({ loadNo }) => loadNo)) + 1,
      kind: productOf(order.grade),
      plannedM3: m3,
      dueAt: last ? dueAfter(last, order.rateM3PerHour) : order.firstOnSiteAt,
      state: 'planned',
      version: 1,
    });
  }

  private async note(
    tx: EntityManager,
    scope: AccessScope,
    id: OrderId,
    { call, m3, rateM3PerHour, callerName, callerPhone }: OrderCallRequest,
  ): Promise<void> {
    const { enterpriseId } = await this.queries.get(scope, id, tx);
    await this.orders.insertCall(tx, {
      id: newId<string>(),
      orderId: id,
      enterpriseId,
      call,
      m3: m3 ?? null,
      rateM3PerHour: rateM3PerHour ?? null,
      callerName,
      callerPhone: callerPhone ?? null,
      takenBy: scope.userId,
      takenAt: this.clock.now(),
    });
  }
}

/** A site's final figure is asked for once (R60): what was said before is not said anew unseen. */
function assertFirst({ lastLoad }: OrderDetails): void {
  if (lastLoad === null) return;
  throw new DomainError('LAST_LOAD_SAID', 'The site has said what its last load is', {
    ...lastLoad,
  });
}

/** Priming mortar is none of the volume that a site ordered. */
const volumeOf = (loads: readonly LoadEntity[]): number =>
  roundM3(
    loads.reduce(
      (sum, { kind, plannedM3 }) => sum + (kind === 'priming_mortar' ? 0 : plannedM3),
      0,
    ),
  );

function assertComplete({ call, m3, rateM3PerHour }: OrderCallRequest): void {
  const lacksVolume = (call === 'one_more' || call === 'last_load') && m3 === undefined;
  const lacksRate = call === 'slower' && rateM3PerHour === undefined;
  if (!lacksVolume && !lacksRate) return;
  throw new DomainError('ORDER_CALL_INCOMPLETE', 'State the volume or the rate', {
    call,
    lacks: lacksVolume ? 'm3' : 'rateM3PerHour',
  });
}
