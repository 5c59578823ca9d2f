import { Needs, Scope } from '@tongyun/accounts';
import { type DriverOwnDataView, driverOwnDataView } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { OwnDataQueries } from '../own-data-queries.service.js';

@Controller('drivers/me')
export class OwnDataController {
  constructor(private readonly ownData: OwnDataQueries) {}

  @Get('data')
  @Needs('driver.own_data')
  @SerializeOptions({ schema: driverOwnDataView })
  mine(@Scope() scope: AccessScope): Promise<DriverOwnDataView> {
    return this.ownData.mine(scope);
  }
}
