import { VehicleQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  type JointShareId,
  maySeeEnterprise,
  newId,
  SYSTEM_SCOPE,
} from '@tongyun/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JointShareEntity } from '../data/joint-supply/joint-share.entity.js';
import { JointShareRepository } from '../data/joint-supply/joint-share.repository.js';
import type { OrderEntity } from '../data/order.entity.js';
import { OrderRepository } from '../data/order.repository.js';
import { TripRepository } from '../data/trip.repository.js';
import type { ShareSide } from '../rules/joint-supply/share-steps.js';

/** A share that is held for change, with the orders that it ties together. */
export interface HeldShare {
  readonly share: JointShareEntity;
  readonly lead: OrderEntity;
  /** What all suppliers of the pour bring together, m³. */
  readonly totalM3: number;
}

/** Holds shares and their orders, and keeps what was done to them. */
@Injectable()
export class JointShareBook {
  constructor(
    private readonly shares: JointShareRepository,
    private readonly orders: OrderRepository,
    private readonly trips: TripRepository,
    private readonly vehicles: VehicleQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Holds trips before orders, and the leading order before its partner's, as everybody does. */
  async hold(tx: EntityManager, scope: AccessScope, id: JointShareId): Promise<HeldShare> {
    const seen = await this.shares.find(tx, scope, id);
    if (!seen) throw new DomainError('JOINT_SHARE_NOT_FOUND', `No share ${id}`, { id });
    await this.trips.lockOpenOf(tx, seen.leadOrderId);
    if (seen.shareOrderId) await this.trips.lockOpenOf(tx, seen.shareOrderId);
    const lead = await this.orders.lock(tx, seen.leadOrderId);
    if (seen.shareOrderId) await this.orders.lock(tx, seen.shareOrderId);
    const share = await this.shares.lock(tx, id);
    return { share, lead, totalM3: await this.totalM3(tx, lead) };
  }

  async totalM3(tx: EntityManager, lead: OrderEntity): Promise<number> {
    const accepted = await this.shares.acceptedOf(tx, lead.id);
    return accepted.reduce(
      (sum, { shareOrderId, quotaM3 }) => sum + (shareOrderId === null ? 0 : quotaM3),
      lead.plannedM3,
    );
  }

  /** Drums that an enterprise may use when the pour begins; nobody is shown them. */
  async drumsM3(tx: EntityManager, enterpriseId: EnterpriseId, at: Date): Promise<number[]> {
    const usable = await this.vehicles.usableBy(SYSTEM_SCOPE, enterpriseId, at, tx);
    return usable.flatMap(({ vehicle: { kind, drumCapacityM3 } }) =>
      kind === 'mixer' && drumCapacityM3 ? [drumCapacityM3] : [],
    );
  }

  async note(
    tx: EntityManager,
    scope: AccessScope,
    side: ShareSide,
    before: JointShareEntity | null,
    share: JointShareEntity,
    reason: string,
  ): Promise<void> {
    await this.shares.insertStep(tx, {
      id: newId<string>(),
      shareId: share.id,
      fromState: before && before.state,
      toState: share.state,
      fromQuotaM3: before && before.quotaM3,
      toQuotaM3: share.quotaM3,
      reason,
      enterpriseId: side === 'lead' ? share.leadEnterpriseId : share.partnerEnterpriseId,
      decidedBy: scope.userId,
      decidedAt: this.clock.now(),
    });
  }
}

/** On whose behalf somebody may speak of a share. */
export const sidesOf = (
  scope: AccessScope,
  {
    leadEnterpriseId,
    partnerEnterpriseId,
  }: Pick<JointShareEntity, 'leadEnterpriseId' | 'partnerEnterpriseId'>,
): ShareSide[] => [
  ...(maySeeEnterprise(scope, leadEnterpriseId) ? ['lead' as const] : []),
  ...(maySeeEnterprise(scope, partnerEnterpriseId) ? ['partner' as const] : []),
];
