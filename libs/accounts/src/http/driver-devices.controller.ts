import type { AccessScope, DriverId } from '@tongyun/kernel';
import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Needs } from '../access/needs.decorator.js';
import { Scope } from '../access/scope.decorator.js';
import { RevokeDevicesService } from '../revoke-devices.service.js';

/** Drivers' phones, as their dispatcher looks after them. */
@Controller('drivers')
export class DriverDevicesController {
  constructor(private readonly revokeDevices: RevokeDevicesService) {}

  /** For a phone that was lost: every phone of the driver needs a new code. */
  @Post(':id/device-revocations')
  @HttpCode(204)
  @Needs('devices.issue')
  async revoke(@Scope() scope: AccessScope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.revokeDevices.revoke(scope, id as DriverId);
  }
}
