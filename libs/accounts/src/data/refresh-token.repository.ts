import type { UserId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThan } from 'typeorm';
import { RefreshTokenEntity } from './refresh-token.entity.js';

@Injectable()
export class RefreshTokenRepository {
  /** Locked to the end of the transaction, so that two uses at once follow each other. */
  findLocked(manager: EntityManager, tokenHash: string): Promise<RefreshTokenEntity | null> {
    return manager.findOne(RefreshTokenEntity, {
      where: { tokenHash },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Whether a token that took this one's place has itself been replaced. */
  isSuccessorUsed(manager: EntityManager, token: RefreshTokenEntity): Promise<boolean> {
    const { id, familyId, replacedAt } = token;
    return manager
      .createQueryBuilder(RefreshTokenEntity, 'token')
      .where('token.familyId = :familyId AND token.id <> :id', { familyId, id })
      .andWhere('token.issuedAt >= :replacedAt', { replacedAt })
      .andWhere('token.replacedAt IS NOT NULL')
      .getExists();
  }

  async add(manager: EntityManager, token: RefreshTokenEntity): Promise<void> {
    await manager.insert(RefreshTokenEntity, token);
  }

  async markReplaced(manager: EntityManager, id: string, at: Date): Promise<void> {
    await manager.update(RefreshTokenEntity, { id, replacedAt: IsNull() }, { replacedAt: at });
  }

  /** Ends the tokens of a family that nobody has used yet. */
  async revokeUnused(manager: EntityManager, familyId: string, at: Date): Promise<void> {
    const where = { familyId, replacedAt: IsNull(), revokedAt: IsNull() };
    await manager.update(RefreshTokenEntity, where, { revokedAt: at });
  }

  async revokeFamily(manager: EntityManager, familyId: string, at: Date): Promise<void> {
    const where = { familyId, revokedAt: IsNull() };
    await manager.update(RefreshTokenEntity, where, { revokedAt: at });
  }

  async revokeAllOf(manager: EntityManager, userId: UserId, at: Date): Promise<void> {
    const where = { userId, revokedAt: IsNull() };
    await manager.update(RefreshTokenEntity, where, { revokedAt: at });
  }

  async forgetExpired(manager: EntityManager, userId: UserId, before: Date): Promise<void> {
    await manager.delete(RefreshTokenEntity, { userId, expiresAt: LessThan(before) });
  }
}
