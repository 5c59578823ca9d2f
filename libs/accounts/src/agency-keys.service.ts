import { type AccessScope, type Clock, CLOCK, DomainError, newId } from '@tongyun/kernel';
import { type CursorKey, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { AgencyKeyRepository, type AgencyKeyRow } from './data/agency-key.repository.js';
import type { AgencyKeyPermission } from './rules/agency-key.js';
import { hashOfSecret, newOpaqueToken } from './secrets.js';

export interface NewAgencyKey {
  readonly agency: string;
  readonly systemName: string;
  readonly permissions: readonly AgencyKeyPermission[];
  readonly expiresAt: Date;
  readonly reason: string;
}

export interface IssuedAgencyKey {
  /** Shown this once: only its hash is kept. */
  readonly secret: string;
  readonly row: AgencyKeyRow;
}

/** Which agencies' systems may ask by a key, as the administration has it. */
@Injectable()
export class AgencyKeys {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: AgencyKeyRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async issue(scope: AccessScope, wanted: NewAgencyKey): Promise<IssuedAgencyKey> {
    const now = this.clock.now();
    if (wanted.expiresAt <= now) {
      throw new DomainError('AGENCY_KEY_TERM_OVER', 'The key would be over before it is used', {
        expiresAt: wanted.expiresAt.toISOString(),
      });
    }
    const secret = newOpaqueToken();
    const key = {
      ...wanted,
      id: newId<string>(),
      keyHash: hashOfSecret(secret),
      permissions: [...new Set(wanted.permissions)],
      issuedBy: scope.userId,
      issuedAt: now,
    };
    await this.unitOfWork.run((tx) => this.keys.add(tx, key));
    const unused = { revokedAt: null, revocationReason: null, lastUsedAt: null, lastBadgeNo: null };
    return { secret, row: { key, ...unused } };
  }

  /** Newest first, revoked ones too; one row more than the page holds, for `toPage`. */
  list(_scope: AccessScope, after: CursorKey | null, take: number): Promise<AgencyKeyRow[]> {
    return this.keys.list(this.unitOfWork.reads, after, take);
  }

  /** From now on nothing is answered to it; once is as good as twice. */
  async revoke(scope: AccessScope, id: string, reason: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.keys.find(tx, id))) {
        throw new DomainError('AGENCY_KEY_NOT_FOUND', 'No such agency key', { id });
      }
      await this.keys.revoke(tx, {
        id: newId(),
        keyId: id,
        reason,
        revokedBy: scope.userId,
        revokedAt: this.clock.now(),
      });
    });
  }
}
