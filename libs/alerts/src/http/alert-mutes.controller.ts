import { Needs, Scope } from '@tongyun/accounts';
import {
  type AlertMuteList,
  alertMuteList,
  type AlertMuteView,
  alertMuteView,
  type MuteAlertsRequest,
  muteAlertsRequest,
} from '@tongyun/contracts';
import type { AccessScope, AlertMuteId } from '@tongyun/kernel';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import { MuteAlertsService } from '../mute-alerts.service.js';

@Controller('alert-mutes')
export class AlertMutesController {
  constructor(private readonly mutes: MuteAlertsService) {}

  @Get()
  @Needs('alerts.read')
  @SerializeOptions({ schema: alertMuteList })
  async list(@Scope() scope: AccessScope): Promise<AlertMuteList> {
    return { items: await this.mutes.list(scope) };
  }

  @Post()
  @Needs('alerts.mute')
  @SerializeOptions({ schema: alertMuteView })
  mute(
    @Scope() scope: AccessScope,
    @Body({ schema: muteAlertsRequest }) body: MuteAlertsRequest,
  ): Promise<AlertMuteView> {
    return this.mutes.mute(scope, body);
  }

  @Post(':id/lift')
  @HttpCode(200)
  @Needs('alerts.mute')
  @SerializeOptions({ schema: alertMuteView })
  lift(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AlertMuteView> {
    return this.mutes.lift(scope, id as AlertMuteId);
  }
}
