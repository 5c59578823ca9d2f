import type { UserId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgencyKeyEntity } from './agency-key.entity.js';
import { AgencyKeyRevocationEntity } from './agency-key-revocation.entity.js';
import { AgencyKeyUseEntity } from './agency-key-use.entity.js';

/** A key with what became of it. */
export interface AgencyKeyRow {
  readonly key: AgencyKeyEntity;
  readonly revokedAt: Date | null;
  readonly revocationReason: string | null;
  readonly lastUsedAt: Date | null;
  readonly lastBadgeNo: string | null;
}

interface RawStanding {
  readonly revoked_at: Date | null;
  readonly revocation_reason: string | null;
  readonly last_used_at: Date | null;
  readonly last_badge_no: string | null;
}

/** Keys, what took them back, and their uses; nothing here changes or removes a row. */
@Injectable()
export class AgencyKeyRepository {
  async add(tx: EntityManager, key: AgencyKeyEntity): Promise<void> {
    await tx.insert(AgencyKeyEntity, key);
  }

  async findByHash(manager: EntityManager, keyHash: string): Promise<AgencyKeyRow | null> {
    return (
      (await this.read(this.keys(manager).where('key.keyHash = :keyHash', { keyHash })))[0] ?? null
    );
  }

  async find(manager: EntityManager, id: string): Promise<AgencyKeyRow | null> {
    return (await this.read(this.keys(manager).where('key.id = :id', { id })))[0] ?? null;
  }

  /** Newest first, `take` rows after the cursor. */
  list(manager: EntityManager, after: CursorKey | null, take: number): Promise<AgencyKeyRow[]> {
    const rows = this.keys(manager)
      .orderBy('key.issuedAt', 'DESC')
      .addOrderBy('key.id', 'DESC')
      .limit(take);
    if (after) rows.where('(key.issuedAt, key.id) < (:key, :id::uuid)', after);
    return this.read(rows);
  }

  /** Once for each key: a second revocation leaves the first as it is. */
  async revoke(
    tx: EntityManager,
    revocation: {
      readonly id: string;
      readonly keyId: string;
      readonly reason: string;
      readonly revokedBy: UserId;
      readonly revokedAt: Date;
    },
  ): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(AgencyKeyRevocationEntity)
      .values(revocation)
      .orIgnore()
      .execute();
  }

  async addUses(manager: EntityManager, uses: readonly AgencyKeyUseEntity[]): Promise<void> {
    await manager.insert(AgencyKeyUseEntity, [...uses]);
  }

  private keys(manager: EntityManager) {
    return manager
      .createQueryBuilder(AgencyKeyEntity, 'key')
      .leftJoin('agency_key_revocation', 'revocation', 'revocation.key_id = key.id')
      .addSelect('revocation.revoked_at', 'revoked_at')
      .addSelect('revocation.reason', 'revocation_reason')
      .addSelect(ofLastUse('used_at'), 'last_used_at')
      .addSelect(ofLastUse('badge_no'), 'last_badge_no');
  }

  private async read(rows: ReturnType<AgencyKeyRepository['keys']>): Promise<AgencyKeyRow[]> {
    const { entities, raw } = await rows.getRawAndEntities<RawStanding>();
    return entities.map((key, nth) => ({
      key,
      revokedAt: raw[nth]!.revoked_at,
      revocationReason: raw[nth]!.revocation_reason,
      lastUsedAt: raw[nth]!.last_used_at,
      lastBadgeNo: raw[nth]!.last_badge_no,
    }));
  }
}

/** SQL for a column of the newest use of `key`. */
const ofLastUse = (column: 'used_at' | 'badge_no'): string =>
  `(SELECT u.${column} FROM agency_key_use u WHERE u.key_id = key.id
    ORDER BY u.used_at DESC LIMIT 1)`;
