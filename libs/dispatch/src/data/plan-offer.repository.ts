import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PlanOfferEntity } from './plan-offer.entity.js';

type Decision = Pick<PlanOfferEntity, 'state' | 'decidedBy' | 'decidedByName' | 'decidedAt'>;

/** Better plans that were offered, and what people made of them. */
@Injectable()
export class PlanOfferRepository {
  findOpen(manager: EntityManager, planId: string): Promise<PlanOfferEntity | null> {
    return manager.findOneBy(PlanOfferEntity, { planId, state: 'open' });
  }

  find(manager: EntityManager, planId: string, id: string): Promise<PlanOfferEntity | null> {
    return manager.findOneBy(PlanOfferEntity, { planId, id });
  }

  async insert(tx: EntityManager, offer: PlanOfferEntity): Promise<void> {
    await tx.insert(PlanOfferEntity, offer);
  }

  /** Decides an offer; false when it was decided before. */
  async decide(tx: EntityManager, id: string, decision: Decision): Promise<boolean> {
    const { affected } = await tx.update(PlanOfferEntity, { id, state: 'open' }, decision);
    return affected === 1;
  }

  /** Takes back the open offer of a plan; false when there was none. */
  async withdraw(tx: EntityManager, planId: string, now: Date): Promise<boolean> {
    const decision = { state: 'withdrawn', decidedAt: now } as const;
    const { affected } = await tx.update(PlanOfferEntity, { planId, state: 'open' }, decision);
    return affected === 1;
  }

  /** Points of the best offer on a revision that was declined; 0 for none. */
  async mostDeclined(
    manager: EntityManager,
    planId: string,
    baseRevision: number,
  ): Promise<number> {
    const most = await manager.maximum(PlanOfferEntity, 'worthPoints', {
      planId,
      baseRevision,
      state: 'declined',
    });
    return most ?? 0;
  }
}
