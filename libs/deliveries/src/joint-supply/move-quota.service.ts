import type { MoveQuotaRequest } from '@tongyun/contracts';
import { type AccessScope, DomainError, type JointShareId, type OrderId } from '@tongyun/kernel';
import { assertUnchanged, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from '../change-announcer.service.js';
import { JointShareRepository } from '../data/joint-supply/joint-share.repository.js';
import { OrderRepository } from '../data/order.repository.js';
import { begunM3Of } from '../rules/joint-supply/fit-loads.js';
import { paceOf } from '../rules/joint-supply/pace.js';
import { isSameM3, roundM3, SMALLEST_M3 } from '../rules/volume.js';
import { type HeldShare, JointShareBook, sidesOf } from './joint-share-book.js';
import { assertWithin } from './offer-joint-share.service.js';
import { SetOrderVolume } from './set-order-volume.js';

/** The lead moves volume between itself and a partner while the pour is under way. */
@Injectable()
export class MoveQuotaService {
  constructor(
    private readonly shares: JointShareRepository,
    private readonly book: JointShareBook,
    private readonly orders: OrderRepository,
    private readonly setVolume: SetOrderVolume,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Never below what trucks of the partner have begun on, and never above what the lead has left.
   *
   * @param ifMatch the version of the share that the person saw
   */
  async move(
    scope: AccessScope,
    id: JointShareId,
    request: MoveQuotaRequest,
    ifMatch: string | undefined,
  ): Promise<void> {
    const quotaM3 = roundM3(request.quotaM3);
    await this.unitOfWork.run(async (tx) => {
      const held = await this.book.hold(tx, scope, id);
      const { share } = held;
      assertUnchanged(ifMatch, share, { state: share.state, quotaM3: share.quotaM3 });
      if (!sidesOf(scope, share).includes('lead')) {
        throw new DomainError('JOINT_LEAD_DECIDES', 'The lead of the pour moves quotas', {
          shareId: share.id,
        });
      }
      if (share.state !== 'offered' && share.state !== 'accepted') {
        throw new DomainError('JOINT_STEP_INVALID', `The share is ${share.state}`, {
          from: share.state,
          possible: [],
        });
      }
      if (isSameM3(quotaM3, share.quotaM3)) return;
      await this.assertWithinRest(tx, held, quotaM3);
      if (share.shareOrderId) {
        await this.reshape(tx, held, share.shareOrderId, quotaM3);
      } else await this.assertNotBelowTicketed(tx, scope, id, quotaM3);
      if (share.state === 'accepted') await this.announcer.wants(tx, held.lead, request.reason);
      const changed = await this.shares.change(tx, share, { quotaM3 });
      await this.book.note(tx, scope, 'lead', share, changed, request.reason);
    });
  }

  /** What is not promised to others and not begun on by the lead. */
  private async assertWithinRest(
    tx: EntityManager,
    { share, lead }: HeldShare,
    quotaM3: number,
  ): Promise<void> {
    if (quotaM3 < share.quotaM3) return;
    const others = (await this.shares.standingOf(tx, lead.id)).filter(
      ({ id, shareOrderId }) => id !== share.id && shareOrderId === null,
    );
    const promisedM3 = others.reduce((sum, one) => sum + one.quotaM3, 0);
    const begunM3 = begunM3Of(await this.orders.loadsOf(tx, lead.id));
    const ownM3 = lead.plannedM3 + (share.shareOrderId ? share.quotaM3 : 0);
    assertWithin(quotaM3, roundM3(ownM3 - promisedM3 - begunM3));
  }

  /** Another plant of the lead's brings its part within the same order. */
  private async assertNotBelowTicketed(
    tx: EntityManager,
    scope: AccessScope,
    id: JointShareId,
    quotaM3: number,
  ): Promise<void> {
    const share = await this.shares.find(tx, scope, id);
    if (!share || share.state !== 'accepted') return;
    if (share.ticketedM3 <= quotaM3 + SMALLEST_M3) return;
    throw new DomainError('JOINT_QUOTA_BELOW_BEGUN', 'The plant has batched more than that', {
      begunM3: share.ticketedM3,
    });
  }

  private async reshape(
    tx: EntityManager,
    { share, lead, totalM3 }: HeldShare,
    shareOrderId: OrderId,
    quotaM3: number,
  ): Promise<void> {
    const partnerDrums = await this.book.drumsM3(tx, share.partnerEnterpriseId, lead.firstOnSiteAt);
    await this.setVolume.set(tx, shareOrderId, {
      volumeM3: quotaM3,
      paceM3PerHour: paceOf(lead.rateM3PerHour, quotaM3, totalM3),
      drumsM3: partnerDrums,
    });
    const volumeM3 = roundM3(lead.plannedM3 + share.quotaM3 - quotaM3);
    await this.setVolume.set(tx, lead.id, {
      volumeM3,
      paceM3PerHour: paceOf(lead.rateM3PerHour, volumeM3, totalM3),
      drumsM3: await this.book.drumsM3(tx, lead.enterpriseId, lead.firstOnSiteAt),
    });
  }
}
