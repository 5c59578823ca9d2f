import type { AccessScope, DriverId, UserId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { PhoneKeyEntity } from './phone-key.entity.js';

@Injectable()
export class PhoneKeyRepository {
  async add(tx: EntityManager, key: PhoneKeyEntity): Promise<void> {
    await tx.insert(PhoneKeyEntity, key);
  }

  findUsable(manager: EntityManager, keyHash: string): Promise<PhoneKeyEntity | null> {
    return manager.findOneBy(PhoneKeyEntity, { keyHash, revokedAt: IsNull() });
  }

  /** Newest first, `take` rows after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    after: CursorKey | null,
    take: number,
  ): Promise<PhoneKeyEntity[]> {
    const rows = this.visible(manager, scope);
    if (after) rows.andWhere('(phone.issuedAt, phone.id) < (:key, :id::uuid)', after);
    return rows
      .orderBy('phone.issuedAt', 'DESC')
      .addOrderBy('phone.id', 'DESC')
      .limit(take)
      .getMany();
  }

  find(manager: EntityManager, scope: AccessScope, id: string): Promise<PhoneKeyEntity | null> {
    return this.visible(manager, scope).andWhere('phone.id = :id', { id }).getOne();
  }

  /** One that was revoked before stays as it was. */
  async revoke(tx: EntityManager, id: string, by: UserId, at: Date): Promise<void> {
    const revoked = { revokedBy: by, revokedAt: at };
    await tx.update(PhoneKeyEntity, { id, revokedAt: IsNull() }, revoked);
  }

  async revokeOf(tx: EntityManager, driverId: DriverId, by: UserId, at: Date): Promise<void> {
    const revoked = { revokedBy: by, revokedAt: at };
    await tx.update(PhoneKeyEntity, { driverId, revokedAt: IsNull() }, revoked);
  }

  async countRefusal(tx: EntityManager, id: string, code: string, at: Date): Promise<void> {
    await tx.update(
      PhoneKeyEntity,
      { id },
      { refusedCount: () => 'refused_count + 1', lastRefusalCode: code, lastRefusedAt: at },
    );
  }

  private visible(manager: EntityManager, { enterpriseIds }: AccessScope) {
    const rows = manager.createQueryBuilder(PhoneKeyEntity, 'phone');
    return enterpriseIds === 'all'
      ? rows.where('true')
      : rows.where('phone.enterpriseId = ANY(:enterpriseIds)', { enterpriseIds });
  }
}
