import { Needs, Scope } from '@tongyun/accounts';
import {
  declaredTripPage,
  type DeclaredTripsResult,
  declaredTripsResult,
  type DeclaredTripView,
  type DeclareTripsRequest,
  declareTripsRequest,
  type ExportDeclaredTripsQuery,
  exportDeclaredTripsQuery,
  type ListDeclaredTripsQuery,
  listDeclaredTripsQuery,
  type Page,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Post,
  Query,
  SerializeOptions,
  StreamableFile,
} from '@nestjs/common';
import type { DeclaredTripRow } from '../data/declared-trip.repository.js';
import { DeclareTripsService } from '../declare-trips.service.js';
import { DeclaredTripQueries } from '../declared-trip-queries.service.js';
import { WORKBOOK_TYPE } from '../sheets/write-workbook.js';

@Controller('declared-trips')
export class DeclaredTripsController {
  constructor(
    private readonly trips: DeclaredTripQueries,
    private readonly declareTrips: DeclareTripsService,
  ) {}

  @Get()
  @Needs('trips.read_declared')
  @SerializeOptions({ schema: declaredTripPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listDeclaredTripsQuery }) query: ListDeclaredTripsQuery,
  ): Promise<Page<DeclaredTripView>> {
    const rows = await this.trips.list(scope, query);
    return toPage(
      rows,
      query,
      ({ leftPlantAt, id }) => ({ key: leftPlantAt.toISOString(), id }),
      toDeclaredTripView,
    );
  }

  @Get('export')
  @Needs('trips.read_declared')
  async export(
    @Scope() scope: AccessScope,
    @Query({ schema: exportDeclaredTripsQuery }) query: ExportDeclaredTripsQuery,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.trips.export(scope, query), {
      type: WORKBOOK_TYPE,
      disposition: `attachment; filename="declared-trips-${query.from}-${query.to}.xlsx"`,
    });
  }

  @Post()
  @Needs('trips.declare')
  @SerializeOptions({ schema: declaredTripsResult })
  declare(
    @Scope() scope: AccessScope,
    @Body({ schema: declareTripsRequest }) { trips }: DeclareTripsRequest,
  ): Promise<DeclaredTripsResult> {
    return this.declareTrips.declare(scope, trips);
  }
}

const toDeclaredTripView = (trip: DeclaredTripRow): DeclaredTripView => ({
  id: trip.id,
  enterpriseId: trip.enterpriseId,
  tripNo: trip.tripNo,
  plantId: trip.plantId,
  vehicleId: trip.vehicleId,
  plateNo: trip.plateNo,
  siteName: trip.siteName,
  grade: trip.grade,
  m3: trip.m3,
  leftPlantAt: trip.leftPlantAt.toISOString(),
  dischargedAt: trip.dischargedAt?.toISOString() ?? null,
  declaredAt: trip.declaredAt.toISOString(),
});
