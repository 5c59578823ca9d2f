import { Needs, Scope } from '@tongyun/accounts';
import {
  type DrawZoneRequest,
  drawZoneRequest,
  zoneList,
  type ZoneView,
  zoneView,
} from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, type ZoneId } from '@tongyun/kernel';
import {
  Body,
  Controller,
  Get,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import { DrawZoneService } from '../draw-zone.service.js';
import { ZoneQueries } from '../zone-queries.service.js';
import { toZoneView } from './zone.view.js';

@Controller('zones')
export class ZonesController {
  constructor(
    private readonly zones: ZoneQueries,
    private readonly drawZone: DrawZoneService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The zones in force; everybody may know them. */
  @Get()
  @Needs('zones.read')
  @SerializeOptions({ schema: zoneList })
  async list(): Promise<{ items: ZoneView[] }> {
    const versions = await this.zones.versionsInForce(this.clock.now());
    return { items: versions.map(toZoneView) };
  }

  @Post()
  @Needs('zones.draw')
  @SerializeOptions({ schema: zoneView })
  async draw(
    @Scope() scope: AccessScope,
    @Body({ schema: drawZoneRequest }) body: DrawZoneRequest,
  ): Promise<ZoneView> {
    return toZoneView(await this.drawZone.draw(scope, null, body));
  }

  @Post(':id/versions')
  @Needs('zones.draw')
  @SerializeOptions({ schema: zoneView })
  async redraw(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: drawZoneRequest }) body: DrawZoneRequest,
  ): Promise<ZoneView> {
    return toZoneView(await this.drawZone.draw(scope, id as ZoneId, body));
  }
}
