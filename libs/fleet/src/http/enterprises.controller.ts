import { Needs, Scope } from '@tongyun/accounts';
import {
  type CreateEnterpriseRequest,
  createEnterpriseRequest,
  enterprisePage,
  type EnterpriseView,
  enterpriseView,
  type Page,
  type PageQuery,
  pageQuery,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import { Body, Controller, Get, Post, Query, SerializeOptions } from '@nestjs/common';
import { CreateEnterpriseService } from '../create-enterprise.service.js';
import { EnterpriseQueries } from '../enterprise-queries.service.js';
import { toEnterpriseView } from './enterprise.view.js';

@Controller('enterprises')
export class EnterprisesController {
  constructor(
    private readonly enterprises: EnterpriseQueries,
    private readonly createEnterprise: CreateEnterpriseService,
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

  @Post()
  @Needs('enterprises.manage')
  @SerializeOptions({ schema: enterpriseView })
  async create(
    @Scope() scope: AccessScope,
    @Body({ schema: createEnterpriseRequest }) body: CreateEnterpriseRequest,
  ): Promise<EnterpriseView> {
    return toEnterpriseView(await this.createEnterprise.create(scope, body));
  }
}
