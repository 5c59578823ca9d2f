import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts.module.js';
import { AlertsController } from './alerts.controller.js';
import { PushWhenAlertChanged } from './push-when-alert-changed.listener.js';

@Module({
  imports: [AlertsModule],
  controllers: [AlertsController],
  providers: [PushWhenAlertChanged],
})
export class AlertsHttpModule {}
