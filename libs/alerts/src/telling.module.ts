import { Module } from '@nestjs/common';
import { AlertsModule } from './alerts.module.js';
import { NoteWhenTerminalAnswered } from './note-when-terminal-answered.listener.js';
import { SendDeliveriesService } from './send-deliveries.service.js';
import { TellWhenAlertChanged } from './tell-when-alert-changed.listener.js';

/** What tells of alerts, in the one kind of process that carries events. */
@Module({
  imports: [AlertsModule],
  providers: [NoteWhenTerminalAnswered, SendDeliveriesService, TellWhenAlertChanged],
  exports: [SendDeliveriesService],
})
export class TellingModule {}
