import type { CarryForwardRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type LoadId,
  type OrderId,
} from '@tongyun/kernel';
import { assertUnchanged } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { CreateOrderService } from './create-order.service.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import { isTaken } from './data/database-errors.js';
import type { OrderEntity } from './data/order.entity.js';
import { OrderRepository } from './data/order.repository.js';
import { TripRepository } from './data/trip.repository.js';
import { OrderQueries } from './order-queries.service.js';
import { mayCarryForward } from './rules/order-states.js';
import { TakeBackLoad } from './take-back-load.js';
import { WithdrawAssignment } from './withdraw-assignment.js';

/** Why a job is taken back from somebody whose order goes on another day. */
const CARRIED = 'carried_forward';

/** Orders what is left of an order anew, for a later day, and closes the one of this day. */
@Injectable()
export class CarryForwardService {
  constructor(
    private readonly queries: OrderQueries,
    private readonly createOrder: CreateOrderService,
    private readonly orders: OrderRepository,
    private readonly trips: TripRepository,
    private readonly assignments: AssignmentRepository,
    private readonly takingBack: TakeBackLoad,
    private readonly withdrawal: WithdrawAssignment,
    private readonly announcer: ChangeAnnouncer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param ifMatch the version of the order that the person saw */
  async carry(
    scope: AccessScope,
    id: OrderId,
    { firstOnSiteAt, plannedM3 }: CarryForwardRequest,
    ifMatch: string | undefined,
  ): Promise<OrderEntity> {
    const left = await this.queries.get(scope, id);
    assertMayCarry(left.state);
    try {
      return await this.createOrder.create(
        scope,
        {
          siteId: left.siteId,
          plantId: left.plantId,
          grade: left.grade,
          slumpMm: left.slumpMm,
          placingMethod: left.placingMethod,
          pourLocation: left.pourLocation,
          rateM3PerHour: left.rateM3PerHour,
          isPumpNeeded: left.isPumpNeeded,
          ...(left.isPumpNeeded && { pumpsNeeded: left.pumpsNeeded }),
          pumpReachM: left.pumpReachM,
          primingM3: left.primingM3,
          isEmergency: left.isEmergency,
          pourKind: left.pourKind,
          placesAtSite: left.placesAtSite,
          gapMaxMin: left.gapMaxMin,
          retarderMin: left.retarderMin,
          ...(left.terms ? { terms: left.terms } : {}),
          firstOnSiteAt,
          plannedM3,
        },
        {
          carried: {
            fromOrderId: id,
            enterpriseId: left.enterpriseId,
            settle: (tx, order) => this.close(tx, id, order, ifMatch),
          },
        },
      );
    } catch (error) {
      if (!isTaken(error, 'pour_order_carried_once')) throw error;
      throw new DomainError('VERSION_CONFLICT', 'Somebody else has carried it forward', { id });
    }
  }

  /** What is under way is finished on its own day; the rest is taken back from whoever was told. */
  private async close(
    tx: EntityManager,
    id: OrderId,
    carried: OrderEntity,
    ifMatch: string | undefined,
  ): Promise<void> {
    // Trips are held before their order, as a reported stage does.
    await this.trips.lockOpenOf(tx, id);
    const order = await this.orders.lock(tx, id);
    assertUnchanged(ifMatch, order, { state: order.state });
    assertMayCarry(order.state);
    if (carried.operatingOn <= order.operatingOn) {
      throw new DomainError('CARRY_DAY_NOT_LATER', 'It is carried to a later operating day', {
        from: order.operatingOn,
        to: carried.operatingOn,
      });
    }
    for (const load of await this.orders.loadsOf(tx, id)) await this.drop(tx, load.id);
    for (const assignment of await this.assignments.lockReleasedOf(tx, id)) {
      if (assignment.pumpJobId === null) continue;
      const job = await this.orders.lockPumpJob(tx, assignment.pumpJobId);
      if (job.state !== 'released') continue;
      await this.withdrawal.withdraw(tx, assignment, CARRIED, this.clock.now());
    }
    const now = await this.orders.lock(tx, id);
    await this.announcer.order(tx, await this.orders.change(tx, now, { state: 'closed' }));
  }

  private async drop(tx: EntityManager, id: LoadId): Promise<void> {
    const load = await this.orders.lockLoad(tx, id);
    if (load.state !== 'planned' && load.state !== 'released') return;
    if (!(await this.takingBack.takeBack(tx, id, CARRIED))) return;
    await this.orders.changeLoad(tx, await this.orders.lockLoad(tx, id), { state: 'dropped' });
  }
}

function assertMayCarry(state: OrderEntity['state']): void {
  if (mayCarryForward(state)) return;
  throw new DomainError('ORDER_STATE_REFUSED', `The order is ${state}`, {
    from: state,
    possible: [],
  });
}
