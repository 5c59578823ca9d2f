import { Needs, Scope } from '@tongyun/accounts';
import {
  type CreateDriverRequest,
  createDriverRequest,
  driverPage,
  type DriverView,
  driverView,
  type Page,
  type PageQuery,
  pageQuery,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import { Body, Controller, Get, Post, Query, SerializeOptions } from '@nestjs/common';
import { CreateDriverService } from '../create-driver.service.js';
import { DriverQueries } from '../driver-queries.service.js';
import { toDriverView } from './driver.view.js';

@Controller('drivers')
export class DriversController {
  constructor(
    private readonly drivers: DriverQueries,
    private readonly createDriver: CreateDriverService,
  ) {}

  @Get()
  @Needs('drivers.read')
  @SerializeOptions({ schema: driverPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<DriverView>> {
    const rows = await this.drivers.list(scope, query);
    return toPage(
      rows,
      query,
      ({ id }) => ({ key: '', id }),
      (row) => toDriverView(row, scope),
    );
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
}
