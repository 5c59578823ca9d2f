import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { PassKeyDecisionEntity } from './pass-key-decision.entity.js';
import { PassKeyEntity } from './pass-key.entity.js';

/** The keys that codes are signed with; those withdrawn are kept, and count no more. */
@Injectable()
export class PassKeyRepository {
  /** Newest first, those withdrawn among them. */
  all(manager: EntityManager): Promise<PassKeyEntity[]> {
    return manager.find(PassKeyEntity, { order: { madeAt: 'DESC', id: 'DESC' } });
  }

  /** Those that count, newest first. */
  current(manager: EntityManager): Promise<PassKeyEntity[]> {
    return manager.find(PassKeyEntity, {
      where: { withdrawnAt: IsNull() },
      order: { madeAt: 'DESC', id: 'DESC' },
    });
  }

  lock(tx: EntityManager, id: string): Promise<PassKeyEntity | null> {
    return tx.findOne(PassKeyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: EntityManager, row: PassKeyEntity): Promise<void> {
    await tx.insert(PassKeyEntity, row);
  }

  save(tx: EntityManager, row: PassKeyEntity): Promise<PassKeyEntity> {
    return tx.save(PassKeyEntity, row);
  }

  async addDecision(tx: EntityManager, row: PassKeyDecisionEntity): Promise<void> {
    await tx.insert(PassKeyDecisionEntity, row);
  }
}
