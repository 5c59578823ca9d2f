import { driverOf, Needs, Scope } from '@tongyun/accounts';
import {
  type AcceptanceRequest,
  acceptanceRequest,
  type ClaimRequest,
  claimRequest,
  type ClaimResultsView,
  claimResultsView,
  type ClockInRequest,
  clockInRequest,
  type ClockOutRequest,
  clockOutRequest,
  type ConfirmStartRequest,
  confirmStartRequest,
  type DriverDayView,
  driverDayView,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { Body, Controller, Get, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ClockInService } from '../clock-in.service.js';
import { ClockOutService } from '../clock-out.service.js';
import { ConfirmStartService } from '../confirm-start.service.js';
import { DriverDayQueries } from '../driver-day-queries.service.js';
import { RecordClaimsService } from '../record-claims.service.js';
import { RecordAcceptanceService } from '../tickets/record-acceptance.service.js';
import { toDriverDayView } from './deliveries.views.js';

/** The driver's phone: every answer carries his whole day, so that one request is enough. */
@Controller('driver')
export class DriverController {
  constructor(
    private readonly days: DriverDayQueries,
    private readonly clockingIn: ClockInService,
    private readonly clockingOut: ClockOutService,
    private readonly confirming: ConfirmStartService,
    private readonly recordClaims: RecordClaimsService,
    private readonly recordAcceptance: RecordAcceptanceService,
  ) {}

  @Get('day')
  @Needs('driver.day')
  @SerializeOptions({ schema: driverDayView })
  async day(@Scope() scope: AccessScope): Promise<DriverDayView> {
    return toDriverDayView(await this.days.get(scope, driverOf(scope)));
  }

  @Post('duties')
  @Needs('driver.day')
  @SerializeOptions({ schema: driverDayView })
  async clockIn(
    @Scope() scope: AccessScope,
    @Body({ schema: clockInRequest }) body: ClockInRequest,
  ): Promise<DriverDayView> {
    await this.clockingIn.clockIn(scope, driverOf(scope), body);
    return this.day(scope);
  }

  @Post('duties/close')
  @HttpCode(200)
  @Needs('driver.day')
  @SerializeOptions({ schema: driverDayView })
  async clockOut(
    @Scope() scope: AccessScope,
    @Body({ schema: clockOutRequest }) { at }: ClockOutRequest,
  ): Promise<DriverDayView> {
    await this.clockingOut.clockOut(driverOf(scope), at);
    return this.day(scope);
  }

  /** He begins his next day, and when. */
  @Post('start-confirmations')
  @Needs('driver.day')
  @SerializeOptions({ schema: driverDayView })
  async confirmStart(
    @Scope() scope: AccessScope,
    @Body({ schema: confirmStartRequest }) body: ConfirmStartRequest,
  ): Promise<DriverDayView> {
    await this.confirming.confirm(scope, driverOf(scope), body);
    return this.day(scope);
  }

  @Post('claims')
  @HttpCode(200)
  @Needs('driver.claim')
  @SerializeOptions({ schema: claimResultsView })
  async claim(
    @Scope() scope: AccessScope,
    @Body({ schema: claimRequest }) { claims }: ClaimRequest,
  ): Promise<ClaimResultsView> {
    const results = await this.recordClaims.record(scope, driverOf(scope), claims);
    return { results, day: await this.day(scope) };
  }

  /** The receiver has signed on the phone. */
  @Post('acceptances')
  @Needs('driver.claim')
  @SerializeOptions({ schema: driverDayView })
  async accept(
    @Scope() scope: AccessScope,
    @Body({ schema: acceptanceRequest }) body: AcceptanceRequest,
  ): Promise<DriverDayView> {
    driverOf(scope);
    await this.recordAcceptance.record(scope, body);
    return this.day(scope);
  }
}
