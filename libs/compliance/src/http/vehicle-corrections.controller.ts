import { Needs, Scope } from '@tongyun/accounts';
import {
  type CorrectVehicleRequest,
  correctVehicleRequest,
  type RegistrationView,
  registrationView,
} from '@tongyun/contracts';
import type { AccessScope, VehicleId } from '@tongyun/kernel';
import { etagOf } from '@tongyun/platform';
import {
  Body,
  Controller,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { Response } from 'express';
import { CorrectRegistrationService } from '../correct-registration.service.js';
import { RegistrationQueries } from '../registration-queries.service.js';
import { toRegistrationView } from './registration.view.js';

/** What was entered of a vehicle is put right; whether it may be is a matter of its registration. */
@Controller('vehicles')
export class VehicleCorrectionsController {
  constructor(
    private readonly corrections: CorrectRegistrationService,
    private readonly registrations: RegistrationQueries,
  ) {}

  /** @param ifMatch the version of its registration */
  @Post(':id/corrections')
  @HttpCode(200)
  @Needs('vehicles.manage')
  @SerializeOptions({ schema: registrationView })
  async correct(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: correctVehicleRequest }) body: CorrectVehicleRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RegistrationView> {
    const row = await this.corrections.correct(scope, id as VehicleId, body, ifMatch);
    response.setHeader('ETag', etagOf(row));
    return toRegistrationView(scope, row, await this.registrations.papersDays());
  }
}
