import { driverOf, Needs, Scope } from '@tongyun/accounts';
import {
  type ClaimResultsView,
  claimResultsView,
  type OrderDetailView,
  orderDetailView,
  type PumpClaimRequest,
  pumpClaimRequest,
  type RecordPumpStageRequest,
  recordPumpStageRequest,
} from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, type PumpJobId } from '@tongyun/kernel';
import {
  Body,
  Controller,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import { DriverDayQueries } from '../../driver-day-queries.service.js';
import { OrderQueries } from '../../order-queries.service.js';
import { RecordPumpClaimsService } from '../../pumping/record-pump-claims.service.js';
import { RecordPumpStageService } from '../../pumping/record-pump-stage.service.js';
import { toDriverDayView, toOrderDetailView } from '../deliveries.views.js';

/** How far a pump has come with its job. */
@Controller()
export class PumpJobsController {
  constructor(
    private readonly orders: OrderQueries,
    private readonly days: DriverDayQueries,
    private readonly recordStage: RecordPumpStageService,
    private readonly recordClaims: RecordPumpClaimsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Recorded for an operator, and marked with who did it; answers with the job's order. */
  @Post('pump-jobs/:id/stages')
  @HttpCode(200)
  @Needs('trips.record_stage')
  @SerializeOptions({ schema: orderDetailView })
  async record(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: recordPumpStageRequest }) body: RecordPumpStageRequest,
  ): Promise<OrderDetailView> {
    const { orderId } = await this.recordStage.record(scope, {
      claimId: body.id,
      pumpJobId: id as PumpJobId,
      stage: body.stage,
      at: body.at,
      receivedAt: this.clock.now(),
      evidence: scope.roles.includes('dispatcher') ? 'dispatcher' : 'plant_desk',
    });
    return toOrderDetailView(await this.orders.getWhole(scope, orderId));
  }

  /** The operator's taps, as many as his phone kept. */
  @Post('driver/pump-claims')
  @HttpCode(200)
  @Needs('driver.claim')
  @SerializeOptions({ schema: claimResultsView })
  async claim(
    @Scope() scope: AccessScope,
    @Body({ schema: pumpClaimRequest }) { claims }: PumpClaimRequest,
  ): Promise<ClaimResultsView> {
    const driverId = driverOf(scope);
    const results = await this.recordClaims.record(scope, driverId, claims);
    return { results, day: toDriverDayView(await this.days.get(scope, driverId)) };
  }
}
