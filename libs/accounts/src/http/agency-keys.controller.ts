import {
  agencyKeyPage,
  type AgencyKeyView,
  type IssueAgencyKeyRequest,
  issueAgencyKeyRequest,
  type IssuedAgencyKeyView,
  issuedAgencyKeyView,
  type Page,
  type PageQuery,
  pageQuery,
  type RevokeAgencyKeyRequest,
  revokeAgencyKeyRequest,
} from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK } from '@tongyun/kernel';
import { NotReplayed, readInstantCursor, toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { Needs } from '../access/needs.decorator.js';
import { Scope } from '../access/scope.decorator.js';
import { AgencyKeys } from '../agency-keys.service.js';
import type { AgencyKeyRow } from '../data/agency-key.repository.js';

/** Keys of the agencies' own systems: given out and taken back by the administration. */
@Controller('agency-keys')
@Needs('agency_keys.manage')
export class AgencyKeysController {
  constructor(
    private readonly keys: AgencyKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @SerializeOptions({ schema: agencyKeyPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<AgencyKeyView>> {
    const rows = await this.keys.list(scope, readInstantCursor(query), query.limit + 1);
    const now = this.clock.now();
    return toPage(rows, query, keyOf, (row) => toAgencyKeyView(row, now));
  }

  @Post()
  @NotReplayed()
  @SerializeOptions({ schema: issuedAgencyKeyView })
  async issue(
    @Scope() scope: AccessScope,
    @Body({ schema: issueAgencyKeyRequest }) body: IssueAgencyKeyRequest,
  ): Promise<IssuedAgencyKeyView> {
    const { secret, row } = await this.keys.issue(scope, body);
    return { ...toAgencyKeyView(row, this.clock.now()), key: secret };
  }

  @Post(':id/revocation')
  @HttpCode(204)
  async revoke(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: revokeAgencyKeyRequest }) { reason }: RevokeAgencyKeyRequest,
  ): Promise<void> {
    await this.keys.revoke(scope, id, reason);
  }
}

const keyOf = ({ key: { issuedAt, id } }: AgencyKeyRow) => ({ key: issuedAt.toISOString(), id });

const toAgencyKeyView = (row: AgencyKeyRow, now: Date): AgencyKeyView => {
  const { key, revokedAt } = row;
  return {
    id: key.id,
    agency: key.agency,
    systemName: key.systemName,
    permissions: key.permissions,
    state: revokedAt === null ? (key.expiresAt <= now ? 'expired' : 'valid') : 'revoked',
    expiresAt: key.expiresAt.toISOString(),
    reason: key.reason,
    issuedAt: key.issuedAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    revocationReason: row.revocationReason,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastBadgeNo: row.lastBadgeNo,
  };
};
