import { Needs, Scope } from '@tongyun/accounts';
import {
  type BatchRecordRequest,
  batchRecordRequest,
  type BatchRecordView,
  batchRecordView,
  type ListTripsQuery,
  listTripsQuery,
  type Page,
  type RecordStageRequest,
  recordStageRequest,
  type RefuseLoadRequest,
  refuseLoadRequest,
  tripPage,
  type TripView,
  tripView,
} from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, type TripId } from '@tongyun/kernel';
import { etagOf, toPage } from '@tongyun/platform';
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
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { Response } from 'express';
import { RecordBatchService } from '../plant-desk/record-batch.service.js';
import { RecordStageService } from '../record-stage.service.js';
import { RefuseLoadService } from '../refuse-load.service.js';
import { TripQueries } from '../trip-queries.service.js';
import { toBatchRecordView, toTripView } from './deliveries.views.js';

@Controller()
export class TripsController {
  constructor(
    private readonly queries: TripQueries,
    private readonly recordStage: RecordStageService,
    private readonly recordBatch: RecordBatchService,
    private readonly refuseLoad: RefuseLoadService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('trips')
  @Needs('trips.read')
  @SerializeOptions({ schema: tripPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listTripsQuery }) query: ListTripsQuery,
  ): Promise<Page<TripView>> {
    const trips = await this.queries.list(scope, query);
    return toPage(
      trips,
      query,
      ({ startsAt, id }) => ({ key: startsAt.toISOString(), id }),
      toTripView,
    );
  }

  @Get('trips/:id')
  @Needs('trips.read')
  @SerializeOptions({ schema: tripView })
  async get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TripView> {
    const trip = await this.queries.get(scope, id as TripId);
    response.setHeader('ETag', etagOf(trip));
    return toTripView(trip);
  }

  /** Recorded for a driver, and marked with who did it. */
  @Post('trips/:id/stages')
  @HttpCode(200)
  @Needs('trips.record_stage')
  @SerializeOptions({ schema: tripView })
  async record(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: recordStageRequest }) body: RecordStageRequest,
  ): Promise<TripView> {
    await this.recordStage.record(scope, {
      claimId: body.id,
      tripId: id as TripId,
      stage: body.stage,
      at: body.at,
      receivedAt: this.clock.now(),
      evidence: scope.roles.includes('dispatcher') ? 'dispatcher' : 'plant_desk',
      reason: body.reason,
    });
    return toTripView(await this.queries.get(scope, id as TripId));
  }

  /** The site refuses it, whole or in part; `diversion-offers` says where the rest could go. */
  @Post('trips/:id/refusals')
  @HttpCode(200)
  @Needs('trips.divert')
  @SerializeOptions({ schema: tripView })
  async refuse(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: refuseLoadRequest }) body: RefuseLoadRequest,
  ): Promise<TripView> {
    await this.refuseLoad.refuse(scope, id as TripId, {
      claimId: body.id,
      at: body.at,
      receivedAt: this.clock.now(),
      evidence: 'dispatcher',
      takenM3: body.takenM3,
      reason: body.reason,
    });
    return toTripView(await this.queries.get(scope, id as TripId));
  }

  @Post('batch-records')
  @Needs('batches.record')
  @SerializeOptions({ schema: batchRecordView })
  async recordBatched(
    @Scope() scope: AccessScope,
    @Body({ schema: batchRecordRequest }) body: BatchRecordRequest,
  ): Promise<BatchRecordView> {
    return toBatchRecordView(await this.recordBatch.record(scope, body));
  }
}
