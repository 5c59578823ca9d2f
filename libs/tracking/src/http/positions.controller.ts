import { Needs, Scope } from '@tongyun/accounts';
import {
  type ReportPositionsRequest,
  reportPositionsRequest,
  type ReportPositionsView,
  reportPositionsView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { Body, Controller, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ReportPositionsService } from '../report-positions.service.js';

@Controller('positions')
export class PositionsController {
  constructor(private readonly reportPositions: ReportPositionsService) {}

  @Post()
  @HttpCode(200)
  @Needs('positions.report')
  @SerializeOptions({ schema: reportPositionsView })
  report(
    @Scope() scope: AccessScope,
    @Body({ schema: reportPositionsRequest }) body: ReportPositionsRequest,
  ): Promise<ReportPositionsView> {
    return this.reportPositions.report(scope, body);
  }
}
