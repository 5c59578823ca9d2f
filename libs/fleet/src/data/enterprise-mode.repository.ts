import type { EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { EnterpriseEntity } from './enterprise.entity.js';
import { EnterpriseModeDecisionEntity } from './enterprise-mode-decision.entity.js';

/** The modes that enterprises have had. Whose they are is asked before. */
@Injectable()
export class EnterpriseModeRepository {
  /** Nobody else changes it until the transaction ends. */
  lock(tx: EntityManager, id: EnterpriseId): Promise<EnterpriseEntity> {
    return tx.findOneOrFail(EnterpriseEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Saves the mode that holds from now on, and adds how it came to be. */
  async change(
    tx: EntityManager,
    enterprise: EnterpriseEntity,
    decision: EnterpriseModeDecisionEntity,
  ): Promise<EnterpriseEntity> {
    await tx.insert(EnterpriseModeDecisionEntity, decision);
    return tx.save(EnterpriseEntity, { ...enterprise, mode: decision.toMode });
  }

  /** The latest first. */
  decisionsOn(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    limit: number,
  ): Promise<EnterpriseModeDecisionEntity[]> {
    return manager.find(EnterpriseModeDecisionEntity, {
      where: { enterpriseId },
      order: { decidedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  /** The first change after an instant: what it was changed from had held at the instant. */
  firstAfter(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    at: Date,
  ): Promise<EnterpriseModeDecisionEntity | null> {
    return manager.findOne(EnterpriseModeDecisionEntity, {
      where: { enterpriseId, decidedAt: MoreThan(at) },
      order: { decidedAt: 'ASC', id: 'ASC' },
    });
  }
}
