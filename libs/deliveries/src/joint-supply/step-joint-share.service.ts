import type { StepJointShareRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  type JointShareId,
  newId,
  type OrderId,
} from '@tongyun/kernel';
import { assertUnchanged, DayCounter, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from '../change-announcer.service.js';
import { toLoad } from '../create-order.service.js';
import type { JointShareEntity } from '../data/joint-supply/joint-share.entity.js';
import { JointShareRepository } from '../data/joint-supply/joint-share.repository.js';
import type { OrderEntity } from '../data/order.entity.js';
import { OrderRepository } from '../data/order.repository.js';
import { begunM3Of } from '../rules/joint-supply/fit-loads.js';
import { paceOf, turnMin } from '../rules/joint-supply/pace.js';
import { shareStepsFrom, sideForStep } from '../rules/joint-supply/share-steps.js';
import { mayCarryForward } from '../rules/order-states.js';
import { productOf } from '../rules/product.js';
import { splitIntoLoads } from '../rules/split-into-loads.js';
import { roundM3, SMALLEST_M3 } from '../rules/volume.js';
import { type HeldShare, JointShareBook, sidesOf } from './joint-share-book.js';
import { assertWithin } from './offer-joint-share.service.js';
import { SetOrderVolume } from './set-order-volume.js';

/** The partner accepts or declines a share, or either side gives it back. */
@Injectable()
export class StepJointShareService {
  constructor(
    private readonly shares: JointShareRepository,
    private readonly book: JointShareBook,
    private readonly orders: OrderRepository,
    private readonly setVolume: SetOrderVolume,
    private readonly dayCounter: DayCounter,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param ifMatch the version of the share that the person saw */
  async step(
    scope: AccessScope,
    id: JointShareId,
    { state, reason }: StepJointShareRequest,
    ifMatch: string | undefined,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const held = await this.book.hold(tx, scope, id);
      const { share } = held;
      assertUnchanged(ifMatch, share, { state: share.state, quotaM3: share.quotaM3 });
      const sides = sidesOf(scope, share);
      const side = sideForStep(share.state, state, sides);
      if (side === null) {
        throw new DomainError('JOINT_STEP_INVALID', `A share ${share.state} cannot be ${state}`, {
          from: share.state,
          possible: sides.flatMap((one) => shareStepsFrom(share.state, one)),
        });
      }
      const shareOrderId =
        state === 'accepted' ? await this.takeOver(tx, scope, held) : share.shareOrderId;
      if (share.state === 'accepted' && share.shareOrderId) {
        await this.giveBack(tx, held, share.shareOrderId, reason);
      }
      // What it gave back has been told to both; a plant of one's own has no order to give back.
      const isOwnGiven = share.state === 'accepted' && share.shareOrderId === null;
      if (state === 'accepted' || isOwnGiven) await this.announcer.wants(tx, held.lead, reason);
      const changed = await this.shares.change(tx, share, { state, shareOrderId });
      await this.book.note(tx, scope, side, share, changed, reason);
    });
  }

  /** The partner gets an order of its own for its share; the leading one brings so much less. */
  private async takeOver(
    tx: EntityManager,
    scope: AccessScope,
    { share, lead, totalM3 }: HeldShare,
  ): Promise<OrderId> {
    if (!mayCarryForward(lead.state)) {
      throw new DomainError('ORDER_NOT_ASSIGNABLE', `The order is ${lead.state}`, {
        state: lead.state,
      });
    }
    const leadLoads = await this.orders.loadsOf(tx, lead.id);
    assertWithin(share.quotaM3, roundM3(lead.plannedM3 - begunM3Of(leadLoads)));
    const before = (await this.shares.acceptedOf(tx, lead.id)).filter(
      ({ shareOrderId }) => shareOrderId !== null,
    ).length;
    const turn = turnMin(before + 1, leadLoads[0]?.plannedM3 ?? 0, lead.rateM3PerHour);
    const order = await this.open(tx, scope, share, lead, {
      firstOnSiteAt: laterOf(addMinutes(lead.firstOnSiteAt, turn), this.clock.now()),
      paceM3PerHour: paceOf(lead.rateM3PerHour, share.quotaM3, totalM3),
    });
    const volumeM3 = roundM3(lead.plannedM3 - share.quotaM3);
    await this.setVolume.set(tx, lead.id, {
      volumeM3,
      paceM3PerHour: paceOf(lead.rateM3PerHour, volumeM3, totalM3),
      drumsM3: [],
    });
    return order.id;
  }

  private async open(
    tx: EntityManager,
    scope: AccessScope,
    share: JointShareEntity,
    lead: OrderEntity,
    { firstOnSiteAt, paceM3PerHour }: { firstOnSiteAt: Date; paceM3PerHour: number },
  ): Promise<OrderEntity> {
    const enterpriseId = share.partnerEnterpriseId;
    const drumsM3 = await this.book.drumsM3(tx, enterpriseId, firstOnSiteAt);
    const splits = splitIntoLoads(
      { plannedM3: share.quotaM3, rateM3PerHour: paceM3PerHour, firstOnSiteAt },
      drumsM3,
    );
    if (splits.length === 0) {
      throw new DomainError('NO_MIXER_USABLE', 'The enterprise has no mixer for that day', {
        enterpriseId,
        firstOnSiteAt,
      });
    }
    const order: OrderEntity = {
      ...lead,
      id: newId<OrderId>(),
      orderNo: await this.dayCounter.next(tx, enterpriseId, 'order', lead.operatingOn),
      enterpriseId,
      plantId: share.plantId,
      plannedM3: share.quotaM3,
      firstOnSiteAt,
      // The pump is the lead's, and so is its contract with the customer.
      isPumpNeeded: false,
      pumpReachM: null,
      terms: null,
      carriedFromOrderId: null,
      state: lead.state === 'will_call' || lead.state === 'on_hold' ? lead.state : 'firm',
      createdBy: scope.userId,
      createdAt: this.clock.now(),
      version: 1,
    };
    // The pump is the lead's, so none of the partner's loads primes it.
    const kind = productOf(lead.grade);
    const loads = splits.map((split) => toLoad(order.id, { ...split, kind }));
    await this.orders.insert(tx, order, loads, []);
    await this.announcer.order(tx, order);
    return order;
  }

  /** The share comes back to the order that leads, unless trucks of the partner have begun on it. */
  private async giveBack(
    tx: EntityManager,
    { share, lead, totalM3 }: HeldShare,
    shareOrderId: OrderId,
    reason: string,
  ): Promise<void> {
    const begunM3 = begunM3Of(await this.orders.loadsOf(tx, shareOrderId));
    if (begunM3 >= SMALLEST_M3) {
      throw new DomainError('JOINT_SHARE_BEGUN', 'Trucks of the partner have begun on it', {
        begunM3,
      });
    }
    const none = { volumeM3: 0, paceM3PerHour: lead.rateM3PerHour, drumsM3: [] };
    const given = await this.setVolume.set(tx, shareOrderId, none, 'cancelled');
    await this.announcer.wants(tx, given, reason);
    if (lead.state === 'closed' || lead.state === 'cancelled') return;
    const volumeM3 = roundM3(lead.plannedM3 + share.quotaM3);
    await this.setVolume.set(tx, lead.id, {
      volumeM3,
      paceM3PerHour: paceOf(lead.rateM3PerHour, volumeM3, totalM3),
      drumsM3: await this.book.drumsM3(tx, lead.enterpriseId, lead.firstOnSiteAt),
    });
    await this.announcer.wants(tx, lead, reason);
  }
}

const laterOf = (one: Date, other: Date): Date => (one > other ? one : other);
