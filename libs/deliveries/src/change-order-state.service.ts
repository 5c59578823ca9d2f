import type { ChangeOrderStateRequest } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, DomainError, type OrderId } from '@tongyun/kernel';
import { assertUnchanged, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { AssignmentRepository } from './data/assignment.repository.js';
import type { OrderDetails } from './data/order-details.repository.js';
import type { OrderEntity } from './data/order.entity.js';
import { OrderRepository } from './data/order.repository.js';
import { TripRepository } from './data/trip.repository.js';
import { LeadOfPour } from './joint-supply/lead-of-pour.js';
import { OrderFulfilment } from './order-fulfilment.js';
import { OrderQueries } from './order-queries.service.js';
import { computeOrderState, findChosenStates, type OrderState } from './rules/order-states.js';
import { WithdrawAssignment } from './withdraw-assignment.js';

/** A call that changes an order's state. */
export interface StateCall {
  readonly callerName: string;
  /** Written with the change, or not at all. */
  readonly note: (tx: EntityManager) => Promise<void>;
}

/** Each further attempt means that somebody assigned another vehicle just then. */
const ATTEMPTS = 5;

/** A trip of the order began between the two locks; rolled back, the change looks again. */
class AssignedMeanwhile extends Error {}

/** A person holds, calls off or closes an order; what its trips make of it follows by itself. */
@Injectable()
export class ChangeOrderStateService {
  constructor(
    private readonly queries: OrderQueries,
    private readonly orders: OrderRepository,
    private readonly assignments: AssignmentRepository,
    private readonly trips: TripRepository,
    private readonly withdrawal: WithdrawAssignment,
    private readonly fulfilment: OrderFulfilment,
    private readonly leads: LeadOfPour,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param ifMatch the version of the order that the person saw
   * @param call who called for it; nobody, unless told otherwise
   */
  async change(
    scope: AccessScope,
    id: OrderId,
    wanted: ChangeOrderStateRequest,
    ifMatch: string | undefined,
    call?: StateCall,
  ): Promise<OrderDetails> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.unitOfWork.run(async (tx) => {
          await call?.note(tx);
          const changed = await this.changeIn(tx, scope, id, wanted, ifMatch);
          await this.announcer.wants(tx, changed, call?.callerName ?? wanted.reason);
          return changed;
        });
      } catch (error) {
        if (!(error instanceof AssignedMeanwhile)) throw error;
        if (attempt === ATTEMPTS) {
          throw new DomainError('VERSION_CONFLICT', 'Others keep assigning this order', { id });
        }
      }
    }
  }

  private async changeIn(
    tx: EntityManager,
    scope: AccessScope,
    id: OrderId,
    { state, reason }: ChangeOrderStateRequest,
    ifMatch: string | undefined,
  ): Promise<OrderDetails> {
    await this.queries.get(scope, id, tx);
    // Trips are held before their order, as a reported stage does, so that neither waits for ever.
    const openTrips = await this.trips.lockOpenOf(tx, id);
    const locked = await this.orders.lock(tx, id);
    if ((await this.trips.countOpenOf(tx, id)) > openTrips.length) throw new AssignedMeanwhile();

    const seen = await this.queries.get(scope, id, tx);
    assertUnchanged(ifMatch, seen, { state: seen.state });
    assertMayBecome(seen.state, state);
    const started = openTrips.filter((trip) => trip.startedAt !== null);
    if (state === 'cancelled' && started.length > 0) {
      throw new DomainError('ORDER_HAS_TRIPS', 'Concrete of this order is on its way', {
        tripIds: started.map((trip) => trip.id),
      });
    }
    if (state === 'cancelled') {
      await this.leads.assertLeads(tx, id);
      await this.leads.assertAlone(tx, id);
      await this.withdrawAll(tx, id, reason);
    }
    const next = state === 'firm' ? await this.stateOnResuming(tx, locked) : state;
    const current = state === 'cancelled' ? await this.orders.lock(tx, id) : locked;
    const order = await this.orders.change(tx, current, { state: next });
    if (state !== 'cancelled' && state !== 'closed') await this.leads.follow(tx, id, state);
    await this.announcer.order(tx, order);
    return this.queries.get(scope, id, tx);
  }

  /** An order that was held may have been under way before. */
  private async stateOnResuming(tx: EntityManager, order: OrderEntity): Promise<OrderState> {
    const isDischarging = await this.trips.isDischarging(tx, order.id);
    const isShort = await this.fulfilment.isShort(tx, order);
    const loads = await this.orders.loadsOf(tx, order.id);
    return computeOrderState('firm', loads, isDischarging, isShort);
  }

  private async withdrawAll(tx: EntityManager, id: OrderId, reason: string): Promise<void> {
    const now = this.clock.now();
    for (const assignment of await this.assignments.lockReleasedOf(tx, id)) {
      await this.withdrawal.withdraw(tx, assignment, reason, now);
    }
  }
}

function assertMayBecome(from: OrderState, to: ChangeOrderStateRequest['state']): void {
  const possible = findChosenStates(from);
  if (possible.includes(to)) return;
  throw new DomainError('ORDER_STATE_REFUSED', `An order ${from} cannot be ${to}`, {
    from,
    to,
    possible,
  });
}
