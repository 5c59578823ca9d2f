import { type Clock, CLOCK, DomainError, newId, type UserId } from '@tongyun/kernel';
import { GatheredCalls, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { SignedInScope } from './access/signed-in-scope.js';
import type { AgencyKeyUseEntity } from './data/agency-key-use.entity.js';
import { AgencyKeyRepository, type AgencyKeyRow } from './data/agency-key.repository.js';
import { type AgencyKeyVerdict, isBadgeNo, judgeAgencyKey } from './rules/agency-key.js';
import type { Permission } from './rules/permissions.js';
import { hashOfSecret } from './secrets.js';

/** What an agency's system shows with a request. */
export interface ShownAgencyKey {
  readonly secret: string;
  /** Of the officer whom it acts for. */
  readonly badgeNo: string;
}

/** Lets an agency's system in by its key, for one officer and for what the key is good for. */
@Injectable()
export class AuthenticateAgencyService {
  /** Uses of about the same time are put on record together. */
  private readonly used = new GatheredCalls<AgencyKeyUseEntity, string>(
    async (uses) => {
      await this.keys.addUses(this.unitOfWork.singleStatement, uses);
      return uses.map(({ id }) => id);
    },
    { mostAtOnce: 200, apartMs: 0 },
  );

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: AgencyKeyRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Resolves once the use is on record; a use in vain of a key that was issued is kept too.
   *
   * @param permission what the endpoint asks for; null for one that names none
   */
  async authenticate(
    { secret, badgeNo }: ShownAgencyKey,
    permission: Permission | null,
  ): Promise<SignedInScope> {
    const row = await this.keys.findByHash(this.unitOfWork.reads, hashOfSecret(secret));
    if (!row) throw new DomainError('AGENCY_KEY_UNKNOWN', 'Nobody issued this agency key');
    if (!isBadgeNo(badgeNo)) {
      throw new DomainError('OFFICER_BADGE_REQUIRED', 'Name the badge of the officer who asks');
    }
    const now = this.clock.now();
    const verdict = judgeAgencyKey(
      { ...row.key, isRevoked: row.revokedAt !== null },
      permission,
      now,
    );
    await this.used.call({
      id: newId(),
      keyId: row.key.id,
      badgeNo,
      permission,
      wasAllowed: verdict === 'good',
      usedAt: now,
    });
    if (verdict !== 'good') throw refusalOf(verdict, row, permission);
    return scopeOf(row, badgeNo);
  }
}

/** The key is who asks: what is kept of its questions names it, and the officer's badge beside. */
const scopeOf = ({ key }: AgencyKeyRow, badgeNo: string): SignedInScope => ({
  userId: key.id as UserId,
  roles: ['police'],
  enterpriseIds: 'all',
  district: null,
  agency: key.agency,
  driverId: null,
  actingBadgeNo: badgeNo,
  sessionEndsAt: key.expiresAt,
  mustChangePassword: false,
});

function refusalOf(
  verdict: Exclude<AgencyKeyVerdict, 'good'>,
  { key, revokedAt }: AgencyKeyRow,
  permission: Permission | null,
): DomainError {
  switch (verdict) {
    case 'revoked':
      return new DomainError('AGENCY_KEY_REVOKED', 'The agency key was taken back', {
        revokedAt: revokedAt?.toISOString() ?? null,
      });
    case 'expired':
      return new DomainError('AGENCY_KEY_EXPIRED', 'The agency key has run out', {
        expiresAt: key.expiresAt.toISOString(),
      });
    case 'out_of_scope':
      return new DomainError('FORBIDDEN', 'The agency key is not good for this', { permission });
  }
}
