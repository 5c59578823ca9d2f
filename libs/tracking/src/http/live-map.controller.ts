import { Needs, Scope } from '@tongyun/accounts';
import { type LiveMapView, liveMapView } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { LiveVehicles } from '../live-vehicles.service.js';

@Controller('live-map')
export class LiveMapController {
  constructor(private readonly vehicles: LiveVehicles) {}

  @Get()
  @Needs('map.read')
  @SerializeOptions({ schema: liveMapView })
  get(@Scope() scope: AccessScope): Promise<LiveMapView> {
    return this.vehicles.snapshot(scope);
  }
}
