import { Needs, Scope } from '@tongyun/accounts';
import {
  type AskDriverNameRequest,
  askDriverNameRequest,
  driverNameRequestPage,
  type DriverNameRequestView,
  driverNameRequestView,
  type DriverNameSteps,
  driverNameSteps,
  type ListDriverNameRequestsQuery,
  listDriverNameRequestsQuery,
  type Page,
  type StepDriverNameRequest,
  stepDriverNameRequest,
} from '@tongyun/contracts';
import type { AccessScope, DriverId, DriverNameRequestId } from '@tongyun/kernel';
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
import type { DriverNameRequestRow } from '../data/names/driver-name.repository.js';
import { AskForNameService } from '../names/ask-for-name.service.js';
import { DecideNameService } from '../names/decide-name.service.js';
import { DriverNameQueries } from '../names/driver-name-queries.service.js';
import { nameStepsOf } from '../rules/names/name-steps.js';

@Controller()
export class DriverNamesController {
  constructor(
    private readonly names: DriverNameQueries,
    private readonly asking: AskForNameService,
    private readonly deciding: DecideNameService,
  ) {}

  @Get('driver-name-requests')
  @Needs('drivers.read')
  @SerializeOptions({ schema: driverNameRequestPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listDriverNameRequestsQuery }) query: ListDriverNameRequestsQuery,
  ): Promise<Page<DriverNameRequestView>> {
    const rows = await this.names.list(scope, query);
    return toPage(rows, query, keyOf, (row) => toView(scope, row));
  }

  @Get('driver-name-requests/:id/steps')
  @Needs('drivers.read')
  @SerializeOptions({ schema: driverNameSteps })
  async steps(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DriverNameSteps> {
    const steps = await this.names.stepsOf(scope, id as DriverNameRequestId);
    return {
      items: steps.map((step) => ({
        fromState: step.fromState,
        toState: step.toState,
        reason: step.reason,
        decidedBy: step.decidedBy,
        decidedByRoles: step.decidedByRoles,
        decidedAt: step.decidedAt.toISOString(),
      })),
    };
  }

  @Post('drivers/:id/name-requests')
  @Needs('driver_names.ask')
  @SerializeOptions({ schema: driverNameRequestView })
  async ask(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: askDriverNameRequest }) body: AskDriverNameRequest,
  ): Promise<DriverNameRequestView> {
    return toView(scope, await this.asking.ask(scope, id as DriverId, body));
  }

  @Post('driver-name-requests/:id/steps')
  @HttpCode(200)
  @Needs('driver_names.step')
  @SerializeOptions({ schema: driverNameRequestView })
  async step(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: stepDriverNameRequest }) body: StepDriverNameRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DriverNameRequestView> {
    const row = await this.deciding.step(scope, id as DriverNameRequestId, body, ifMatch);
    response.setHeader('ETag', etagOf(row.request));
    return toView(scope, row);
  }
}

const keyOf = ({ request: { askedAt, id } }: DriverNameRequestRow) => ({
  key: askedAt.toISOString(),
  id,
});

const toView = (
  scope: AccessScope,
  { request, enterpriseId }: DriverNameRequestRow,
): DriverNameRequestView => ({
  id: request.id,
  driverId: request.driverId,
  enterpriseId,
  nameBefore: request.nameBefore,
  name: request.name,
  reason: request.reason,
  state: request.state,
  nextStates: nameStepsOf(request.state, scope),
  askedAt: request.askedAt.toISOString(),
  version: request.version,
});
