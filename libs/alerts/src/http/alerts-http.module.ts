import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts.module.js';
import { TellingModule } from '../telling.module.js';
import { AlertsController } from './alerts.controller.js';
import { DriverAlertsController } from './driver-alerts.controller.js';
import { PushWhenAlertChanged } from './push-when-alert-changed.listener.js';

@Module({
  imports: [AlertsModule, TellingModule],
  controllers: [AlertsController, DriverAlertsController],
  providers: [PushWhenAlertChanged],
})
export class AlertsHttpModule {}
