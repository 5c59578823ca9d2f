import { Module } from '@nestjs/common';
import { AlertsModule } from '../alerts.module.js';
import { TellingModule } from '../telling.module.js';
import { AlertMutesController } from './alert-mutes.controller.js';
import { AlertsController } from './alerts.controller.js';
import { DriverAlertsController } from './driver-alerts.controller.js';
import { DriverPushController } from './driver-push.controller.js';
import { PushReceiptsController } from './push-receipts.controller.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  imports: [AlertsModule, TellingModule],
  controllers: [
    AlertMutesController,
    AlertsController,
    DriverAlertsController,
    DriverPushController,
    PushReceiptsController,
    WebhooksController,
  ],
})
export class AlertsHttpModule {}
