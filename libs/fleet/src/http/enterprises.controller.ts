import { Needs, Scope } from '@tongyun/accounts';
import {
  type ChangeEnterpriseModeRequest,
  changeEnterpriseModeRequest,
  type CreateEnterpriseRequest,
  createEnterpriseRequest,
  type EnterpriseModeDecisions,
  enterpriseModeDecisions,
  type EnterpriseNames,
  enterpriseNames,
  enterprisePage,
  type EnterpriseView,
  enterpriseView,
  type Page,
  type PageQuery,
  pageQuery,
} from '@tongyun/contracts';
import { type AccessScope, type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
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
import { ChangeEnterpriseModeService } from '../change-enterprise-mode.service.js';
import { CreateEnterpriseService } from '../create-enterprise.service.js';
import { EnterpriseModeQueries } from '../enterprise-mode-queries.service.js';
import { EnterpriseQueries } from '../enterprise-queries.service.js';
import { toEnterpriseView, toModeDecisionView } from './enterprise.view.js';

@Controller('enterprises')
export class EnterprisesController {
  constructor(
    private readonly enterprises: EnterpriseQueries,
    private readonly modes: EnterpriseModeQueries,
    private readonly createEnterprise: CreateEnterpriseService,
    private readonly changeEnterpriseMode: ChangeEnterpriseModeService,
  ) {}

  @Get()
  @Needs('fleet.read')
  @SerializeOptions({ schema: enterprisePage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<EnterpriseView>> {
    const rows = await this.enterprises.list(scope, query);
    return toPage(rows, query, ({ name, id }) => ({ key: name, id }), toEnterpriseView);
  }

  /** Of every enterprise, whoever asks: with whom one may agree on something is no secret. */
  @Get('names')
  @Needs('fleet.read')
  @SerializeOptions({ schema: enterpriseNames })
  async listNames(): Promise<EnterpriseNames> {
    const rows = await this.enterprises.all(SYSTEM_SCOPE);
    return { items: rows.map(({ id, name, shortName }) => ({ id, name, shortName })) };
  }

  @Post()
  @Needs('enterprises.manage')
  @SerializeOptions({ schema: enterpriseView })
  async create(
    @Scope() scope: AccessScope,
    @Body({ schema: createEnterpriseRequest }) body: CreateEnterpriseRequest,
  ): Promise<EnterpriseView> {
    return toEnterpriseView(await this.createEnterprise.create(scope, body));
  }

  @Get(':id/mode-decisions')
  @Needs('fleet.read')
  @SerializeOptions({ schema: enterpriseModeDecisions })
  async listModeDecisions(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<EnterpriseModeDecisions> {
    const rows = await this.modes.decisionsOn(scope, id as EnterpriseId);
    return { items: rows.map(toModeDecisionView) };
  }

  @Post(':id/mode-decisions')
  @HttpCode(200)
  @Needs('enterprises.manage')
  @SerializeOptions({ schema: enterpriseView })
  async changeMode(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: changeEnterpriseModeRequest }) body: ChangeEnterpriseModeRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EnterpriseView> {
    const changed = await this.changeEnterpriseMode.change(
      scope,
      id as EnterpriseId,
      body,
      ifMatch,
    );
    response.setHeader('ETag', etagOf(changed));
    return toEnterpriseView(changed);
  }
}
