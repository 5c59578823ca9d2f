import { Module } from '@nestjs/common';
import { AlertsModule } from './alerts.module.js';
import { EndPushesWhenDriverLeft } from './end-pushes-when-driver-left.listener.js';
import { MuteWhenTripDiverted } from './mute-when-trip-diverted.listener.js';
import { NoteWhenTerminalAnswered } from './note-when-terminal-answered.listener.js';
import { SendDeliveriesService } from './send-deliveries.service.js';
import { TellWhenAlertChanged } from './tell-when-alert-changed.listener.js';

/** What tells of alerts, in the one kind of process that carries events. */
@Module({
  imports: [AlertsModule],
  providers: [
    EndPushesWhenDriverLeft,
    MuteWhenTripDiverted,
    NoteWhenTerminalAnswered,
    SendDeliveriesService,
    TellWhenAlertChanged,
  ],
  exports: [SendDeliveriesService],
})
export class TellingModule {}
