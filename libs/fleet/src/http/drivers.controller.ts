import { Needs, Scope } from '@tongyun/accounts';
import {
  type CorrectDriverRequest,
  correctDriverRequest,
  type CreateDriverRequest,
  createDriverRequest,
  type DriverDecisions,
  driverDecisions,
  driverPage,
  type DriverView,
  driverView,
  type EndEmploymentRequest,
  endEmploymentRequest,
  type ListDriversQuery,
  listDriversQuery,
  type Page,
} from '@tongyun/contracts';
import type { AccessScope, DriverId } from '@tongyun/kernel';
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
import { CreateDriverService } from '../create-driver.service.js';
import { DriverQueries } from '../driver-queries.service.js';
import { CorrectDriverService } from '../employment/correct-driver.service.js';
import { DriverDecisionQueries } from '../employment/driver-decision-queries.service.js';
import { EndEmploymentService } from '../employment/end-employment.service.js';
import { toDriverDecisionView, toDriverView } from './driver.view.js';

@Controller('drivers')
export class DriversController {
  constructor(
    private readonly drivers: DriverQueries,
    private readonly decisions: DriverDecisionQueries,
    private readonly createDriver: CreateDriverService,
    private readonly corrections: CorrectDriverService,
    private readonly employments: EndEmploymentService,
  ) {}

  @Get()
  @Needs('drivers.read')
  @SerializeOptions({ schema: driverPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listDriversQuery }) query: ListDriversQuery,
  ): Promise<Page<DriverView>> {
    const rows = await this.drivers.list(scope, query);
    return toPage(
      rows,
      query,
      ({ id }) => ({ key: '', id }),
      (row) => toDriverView(row, scope),
    );
  }

  @Get(':id')
  @Needs('drivers.read')
  @SerializeOptions({ schema: driverView })
  async get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DriverView> {
    const driver = await this.drivers.get(scope, id as DriverId);
    response.setHeader('ETag', etagOf(driver));
    return toDriverView(driver, scope);
  }

  @Get(':id/decisions')
  @Needs('drivers.read')
  @SerializeOptions({ schema: driverDecisions })
  async listDecisions(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DriverDecisions> {
    const rows = await this.decisions.of(scope, id as DriverId);
    return { items: rows.map((row) => toDriverDecisionView(row, scope)) };
  }

  @Post()
  @Needs('drivers.manage')
  @SerializeOptions({ schema: driverView })
  async create(
    @Scope() scope: AccessScope,
    @Body({ schema: createDriverRequest }) body: CreateDriverRequest,
  ): Promise<DriverView> {
    return toDriverView(await this.createDriver.create(scope, body), scope);
  }

  @Post(':id/corrections')
  @HttpCode(200)
  @Needs('drivers.manage')
  @SerializeOptions({ schema: driverView })
  async correct(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: correctDriverRequest }) body: CorrectDriverRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<DriverView> {
    const driver = await this.corrections.correct(scope, id as DriverId, body, ifMatch);
    return toDriverView(driver, scope);
  }

  @Post(':id/employment-end')
  @HttpCode(200)
  @Needs('drivers.manage')
  @SerializeOptions({ schema: driverView })
  async end(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: endEmploymentRequest }) body: EndEmploymentRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<DriverView> {
    const driver = await this.employments.end(scope, id as DriverId, body, ifMatch);
    return toDriverView(driver, scope);
  }
}
