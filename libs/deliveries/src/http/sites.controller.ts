import { Needs, Scope } from '@tongyun/accounts';
import {
  type CreateSiteRequest,
  createSiteRequest,
  type FlagNoiseRequest,
  flagNoiseRequest,
  type NightPermitView,
  nightPermitView,
  type Page,
  type PageQuery,
  pageQuery,
  type RecordNightPermitRequest,
  recordNightPermitRequest,
  type SetSiteAccessRequest,
  setSiteAccessRequest,
  sitePage,
  type SiteView,
  siteView,
} from '@tongyun/contracts';
import type { AccessScope, SiteId } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { CreateSiteService } from '../create-site.service.js';
import { FlagNoiseService } from '../night-work/flag-noise.service.js';
import { RecordNightPermitService } from '../night-work/record-night-permit.service.js';
import { SetSiteAccessService } from '../site-access/set-site-access.service.js';
import { SiteQueries } from '../site-queries.service.js';
import { toSiteView } from './deliveries.views.js';
import { toNightPermitView } from './night-work.views.js';

@Controller('sites')
export class SitesController {
  constructor(
    private readonly queries: SiteQueries,
    private readonly createSite: CreateSiteService,
    private readonly flagNoise: FlagNoiseService,
    private readonly recordNightPermit: RecordNightPermitService,
    private readonly setAccess: SetSiteAccessService,
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

  @Post(':id/noise')
  @Needs('sites.manage')
  @SerializeOptions({ schema: siteView })
  async flag(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: flagNoiseRequest }) { isNoiseSensitive }: FlagNoiseRequest,
  ): Promise<SiteView> {
    return toSiteView(await this.flagNoise.flag(scope, id as SiteId, isNoiseSensitive));
  }

  @Post(':id/access-hours')
  @Needs('sites.manage')
  @SerializeOptions({ schema: siteView })
  async access(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: setSiteAccessRequest }) body: SetSiteAccessRequest,
  ): Promise<SiteView> {
    return toSiteView(await this.setAccess.set(scope, id as SiteId, body));
  }

  @Post(':id/night-permits')
  @Needs('sites.manage')
  @SerializeOptions({ schema: nightPermitView })
  async permit(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: recordNightPermitRequest }) body: RecordNightPermitRequest,
  ): Promise<NightPermitView> {
    return toNightPermitView(await this.recordNightPermit.record(scope, id as SiteId, body));
  }
}
