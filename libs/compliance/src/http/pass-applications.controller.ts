import { Needs, Scope } from '@tongyun/accounts';
import {
  type ApplyForPassesRequest,
  applyForPassesRequest,
  type DecidePassApplicationsRequest,
  decidePassApplicationsRequest,
  decisionList,
  type DecisionView,
  type ListPassApplicationsQuery,
  listPassApplicationsQuery,
  type Page,
  passApplicationPage,
  type PassApplicationResults,
  passApplicationResults,
  type PassApplicationView,
  passApplicationView,
  type RenewPassesRequest,
  renewPassesRequest,
  type WithdrawPassApplicationRequest,
  withdrawPassApplicationRequest,
} from '@tongyun/contracts';
import type { AccessScope, PassApplicationId } from '@tongyun/kernel';
import { etagOf, toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { Response } from 'express';
import { ApplyForPassesService } from '../apply-for-passes.service.js';
import { DecidePassApplicationsService } from '../decide-pass-applications.service.js';
import { PassApplicationQueries } from '../pass-application-queries.service.js';
import { toPassApplicationResults, toPassApplicationView } from './pass-application.view.js';
import { toDecisionView } from './registration.view.js';

@Controller('pass-applications')
export class PassApplicationsController {
  constructor(
    private readonly applications: PassApplicationQueries,
    private readonly applyForPasses: ApplyForPassesService,
    private readonly decideApplications: DecidePassApplicationsService,
  ) {}

  @Get()
  @Needs('applications.read')
  @SerializeOptions({ schema: passApplicationPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listPassApplicationsQuery }) query: ListPassApplicationsQuery,
  ): Promise<Page<PassApplicationView>> {
    const rows = await this.applications.list(scope, query);
    const keyOf = ({ application }: (typeof rows)[number]) => ({
      key: application.appliedAt.toISOString(),
      id: application.id,
    });
    return toPage(rows, query, keyOf, toPassApplicationView);
  }

  @Get(':id/decisions')
  @Needs('applications.read')
  @SerializeOptions({ schema: decisionList })
  async decisions(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: DecisionView[] }> {
    const decisions = await this.applications.decisionsOn(scope, id as PassApplicationId);
    return { items: decisions.map(toDecisionView) };
  }

  /** One request for any number of vehicles, answered for each. */
  @Post()
  @Needs('applications.apply')
  @SerializeOptions({ schema: passApplicationResults })
  async apply(
    @Scope() scope: AccessScope,
    @Body({ schema: applyForPassesRequest }) body: ApplyForPassesRequest,
  ): Promise<PassApplicationResults> {
    return toPassApplicationResults(await this.applyForPasses.apply(scope, body));
  }

  @Post('renewals')
  @Needs('applications.apply')
  @SerializeOptions({ schema: passApplicationResults })
  async renew(
    @Scope() scope: AccessScope,
    @Body({ schema: renewPassesRequest }) body: RenewPassesRequest,
  ): Promise<PassApplicationResults> {
    return toPassApplicationResults(await this.applyForPasses.renew(scope, body));
  }

  /** Any number at once, each with the version that was seen. */
  @Post('decisions')
  @HttpCode(200)
  @Needs('applications.decide')
  @SerializeOptions({ schema: passApplicationResults })
  async decide(
    @Scope() scope: AccessScope,
    @Body({ schema: decidePassApplicationsRequest }) body: DecidePassApplicationsRequest,
  ): Promise<PassApplicationResults> {
    return toPassApplicationResults(await this.decideApplications.decide(scope, body));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Needs('applications.apply')
  @SerializeOptions({ schema: passApplicationView })
  async withdraw(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: withdrawPassApplicationRequest }) { reason }: WithdrawPassApplicationRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PassApplicationView> {
    const row = await this.decideApplications.withdraw(
      scope,
      id as PassApplicationId,
      reason,
      ifMatch,
    );
    response.setHeader('ETag', etagOf(row.application));
    return toPassApplicationView(row);
  }
}
