import { Needs, Scope } from '@tongyun/accounts';
import {
  type ListSightingsQuery,
  listSightingsQuery,
  type Page,
  type ReportSightingsRequest,
  reportSightingsRequest,
  type ReportSightingsView,
  reportSightingsView,
  sightingPage,
  type SightingView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import { Body, Controller, Get, HttpCode, Post, Query, SerializeOptions } from '@nestjs/common';
import type { SightingEntity } from '../data/sighting.entity.js';
import { ReportSightingsService } from '../report-sightings.service.js';
import { SightingQueries } from '../sighting-queries.service.js';

@Controller('sightings')
export class SightingsController {
  constructor(
    private readonly reportSightings: ReportSightingsService,
    private readonly sightings: SightingQueries,
  ) {}

  @Post()
  @HttpCode(200)
  @Needs('sightings.report')
  @SerializeOptions({ schema: reportSightingsView })
  report(
    @Scope() scope: AccessScope,
    @Body({ schema: reportSightingsRequest }) body: ReportSightingsRequest,
  ): Promise<ReportSightingsView> {
    return this.reportSightings.report(scope, body);
  }

  @Get()
  @Needs('sightings.read')
  @SerializeOptions({ schema: sightingPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listSightingsQuery }) query: ListSightingsQuery,
  ): Promise<Page<SightingView>> {
    const rows = await this.sightings.list(scope, query);
    return toPage(rows, query, keyOf, toSightingView);
  }
}

const keyOf = ({ seenAt, id }: SightingEntity) => ({ key: seenAt.toISOString(), id });

const toSightingView = (row: SightingEntity): SightingView => ({
  id: row.id,
  plateNo: row.plateNo,
  plateColor: row.plateColor,
  seenKind: row.seenKind,
  cameraId: row.cameraId,
  imageUrl: row.imageUrl,
  position: { lng: row.lng, lat: row.lat },
  at: row.seenAt.toISOString(),
  outcome: row.outcome,
  vehicleId: row.vehicleId,
  zoneNames: row.zoneNames,
  apartM: row.apartM,
  alertId: row.alertId,
});
