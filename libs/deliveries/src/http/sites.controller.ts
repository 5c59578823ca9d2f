import { Needs, Scope } from '@tongyun/accounts';
import {
  type CreateSiteRequest,
  createSiteRequest,
  type Page,
  type PageQuery,
  pageQuery,
  sitePage,
  type SiteView,
  siteView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import { Body, Controller, Get, Post, Query, SerializeOptions } from '@nestjs/common';
import { CreateSiteService } from '../create-site.service.js';
import { SiteQueries } from '../site-queries.service.js';
import { toSiteView } from './deliveries.views.js';

@Controller('sites')
export class SitesController {
  constructor(
    private readonly queries: SiteQueries,
    private readonly createSite: CreateSiteService,
  ) {}

  @Get()
  @Needs('sites.read')
  @SerializeOptions({ schema: sitePage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<SiteView>> {
    const sites = await this.queries.list(scope, query);
    return toPage(sites, query, ({ name, id }) => ({ key: name, id }), toSiteView);
  }

  @Post()
  @Needs('sites.manage')
  @SerializeOptions({ schema: siteView })
  async create(
    @Scope() scope: AccessScope,
    @Body({ schema: createSiteRequest }) body: CreateSiteRequest,
  ): Promise<SiteView> {
    return toSiteView(await this.createSite.create(scope, body));
  }
}
