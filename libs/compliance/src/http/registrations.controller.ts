import { Needs, Scope } from '@tongyun/accounts';
import {
  type DecideRegistrationRequest,
  decideRegistrationRequest,
  decisionList,
  type DecisionView,
  type ListRegistrationsQuery,
  listRegistrationsQuery,
  type Page,
  registrationPage,
  type RegistrationView,
  registrationView,
  type SubmitRegistrationRequest,
  submitRegistrationRequest,
} from '@tongyun/contracts';
import type { AccessScope, VehicleId } from '@tongyun/kernel';
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
import { DecideRegistrationService } from '../decide-registration.service.js';
import { RegistrationQueries } from '../registration-queries.service.js';
import { toDecisionView, toRegistrationView } from './registration.view.js';

@Controller('registrations')
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationQueries,
    private readonly decideRegistration: DecideRegistrationService,
  ) {}

  @Get()
  @Needs('registrations.read')
  @SerializeOptions({ schema: registrationPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listRegistrationsQuery }) query: ListRegistrationsQuery,
  ): Promise<Page<RegistrationView>> {
    const rows = await this.registrations.list(scope, query);
    const days = await this.registrations.papersDays();
    return toPage(
      rows,
      query,
      ({ plateNo, equipmentNo, vehicleId }) => ({
        key: plateNo ?? equipmentNo ?? '',
        id: vehicleId,
      }),
      (row) => toRegistrationView(scope, row, days),
    );
  }

  @Get(':vehicleId/decisions')
  @Needs('registrations.read')
  @SerializeOptions({ schema: decisionList })
  async decisions(
    @Scope() scope: AccessScope,
    @Param('vehicleId', ParseUUIDPipe) vehicleId: string,
  ): Promise<{ items: DecisionView[] }> {
    const decisions = await this.registrations.decisionsOn(scope, vehicleId as VehicleId);
    return { items: decisions.map(toDecisionView) };
  }

  @Post(':vehicleId/decisions')
  @HttpCode(200)
  @Needs('registrations.decide')
  @SerializeOptions({ schema: registrationView })
  async decide(
    @Scope() scope: AccessScope,
    @Param('vehicleId', ParseUUIDPipe) vehicleId: string,
    @Body({ schema: decideRegistrationRequest }) body: DecideRegistrationRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RegistrationView> {
    return this.step(scope, vehicleId as VehicleId, body, ifMatch, response);
  }

  @Post(':vehicleId/submission')
  @HttpCode(200)
  @Needs('registrations.submit')
  @SerializeOptions({ schema: registrationView })
  async submit(
    @Scope() scope: AccessScope,
    @Param('vehicleId', ParseUUIDPipe) vehicleId: string,
    @Body({ schema: submitRegistrationRequest }) { reason }: SubmitRegistrationRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RegistrationView> {
    const step = { state: 'submitted', reason } as const;
    return this.step(scope, vehicleId as VehicleId, step, ifMatch, response);
  }

  private async step(
    scope: AccessScope,
    vehicleId: VehicleId,
    request: DecideRegistrationRequest,
    ifMatch: string | undefined,
    response: Response,
  ): Promise<RegistrationView> {
    const row = await this.decideRegistration.decide(scope, vehicleId, request, ifMatch);
    response.setHeader('ETag', etagOf(row));
    return toRegistrationView(scope, row, await this.registrations.papersDays());
  }
}
