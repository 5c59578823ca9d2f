import { Needs, Scope } from '@tongyun/accounts';
import {
  type AuditStateView,
  auditStateView,
  type AuditVerificationView,
  auditVerificationView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { Controller, Get, Post, SerializeOptions } from '@nestjs/common';
import { AuditQueries } from '../audit-queries.service.js';
import { RequestVerificationService } from '../request-verification.service.js';
import { toAuditStateView, toAuditVerificationView } from './audit.view.js';

@Controller('audit')
export class AuditController {
  constructor(
    private readonly audit: AuditQueries,
    private readonly requestVerification: RequestVerificationService,
  ) {}

  @Get()
  @Needs('audit.read')
  @SerializeOptions({ schema: auditStateView })
  async state(@Scope() scope: AccessScope): Promise<AuditStateView> {
    return toAuditStateView(await this.audit.state(scope));
  }

  /** The answer is there when `finishedAt` is. */
  @Post('verifications')
  @Needs('audit.verify')
  @SerializeOptions({ schema: auditVerificationView })
  async verify(@Scope() scope: AccessScope): Promise<AuditVerificationView> {
    return toAuditVerificationView(await this.requestVerification.request(scope));
  }
}
