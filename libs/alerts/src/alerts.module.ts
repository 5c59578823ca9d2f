import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertEpisodes } from './alert-episodes.service.js';
import { AlertQueries } from './alert-queries.service.js';
import { AlertDeliveryQueries } from './alert-delivery-queries.service.js';
import { AlertDeliveryRepository } from './data/alert-delivery.repository.js';
import { AlertMuteRepository } from './data/alert-mute.repository.js';
import { AlertRows } from './data/alert-rows.js';
import { AlertRepository } from './data/alert.repository.js';
import * as entities from './data/index.js';
import { PushSubscriptionRepository } from './data/push-subscription.repository.js';
import { WebhookRepository } from './data/webhook.repository.js';
import { DecideAlertService } from './decide-alert.service.js';
import { DeliveryReceipts } from './delivery-receipts.service.js';
import { DriverAlertQueries } from './driver-alert-queries.service.js';
import { ManagePushSubscriptions } from './manage-push-subscriptions.service.js';
import { ManageWebhooksService } from './manage-webhooks.service.js';
import { MuteAlertsService } from './mute-alerts.service.js';
import { PageReceipts } from './page-receipts.service.js';
import { PushKeys } from './push-keys.service.js';
import { LoggingSmsSender, SMS_RECEIPTS, SMS_SENDER } from './sms-sender.js';
import { SmsCaller } from './sms-caller.js';
import { TellOfAlertService } from './tell-of-alert.service.js';
import { TellingPolicies } from './telling-policies.service.js';
import { WebPushCaller } from './web-push-caller.js';
import { WebhookCaller } from './webhook-caller.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities)), FleetModule, PolicyModule],
  providers: [
    AlertDeliveryQueries,
    AlertDeliveryRepository,
    AlertEpisodes,
    AlertMuteRepository,
    AlertQueries,
    AlertRepository,
    AlertRows,
    DecideAlertService,
    DeliveryReceipts,
    DriverAlertQueries,
    ManagePushSubscriptions,
    ManageWebhooksService,
    MuteAlertsService,
    PageReceipts,
    PushKeys,
    PushSubscriptionRepository,
    SmsCaller,
    TellOfAlertService,
    TellingPolicies,
    WebPushCaller,
    WebhookCaller,
    WebhookRepository,
    { provide: SMS_RECEIPTS, useExisting: DeliveryReceipts },
    { provide: SMS_SENDER, useClass: LoggingSmsSender },
  ],
  exports: [
    AlertDeliveryQueries,
    AlertDeliveryRepository,
    AlertEpisodes,
    AlertQueries,
    DecideAlertService,
    DeliveryReceipts,
    DriverAlertQueries,
    ManagePushSubscriptions,
    ManageWebhooksService,
    MuteAlertsService,
    PageReceipts,
    PushKeys,
    SMS_RECEIPTS,
    SmsCaller,
    TellOfAlertService,
    WebPushCaller,
    WebhookCaller,
  ],
})
export class AlertsModule {}
