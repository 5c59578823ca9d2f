import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AlertEpisodes } from './alert-episodes.service.js';
import { AlertQueries } from './alert-queries.service.js';
import { AlertDeliveryQueries } from './alert-delivery-queries.service.js';
import { AlertDeliveryRepository } from './data/alert-delivery.repository.js';
import { AlertRows } from './data/alert-rows.js';
import { AlertRepository } from './data/alert.repository.js';
import * as entities from './data/index.js';
import { DecideAlertService } from './decide-alert.service.js';
import { DeliveryReceipts } from './delivery-receipts.service.js';
import { DriverAlertQueries } from './driver-alert-queries.service.js';
import { LoggingSmsSender, SMS_SENDER } from './sms-sender.js';
import { SmsCaller } from './sms-caller.js';
import { TellOfAlertService } from './tell-of-alert.service.js';
import { TellingPolicies } from './telling-policies.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities)), FleetModule, PolicyModule],
  providers: [
    AlertDeliveryQueries,
    AlertDeliveryRepository,
    AlertEpisodes,
    AlertQueries,
    AlertRepository,
    AlertRows,
    DecideAlertService,
    DeliveryReceipts,
    DriverAlertQueries,
    SmsCaller,
    TellOfAlertService,
    TellingPolicies,
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
    SmsCaller,
    TellOfAlertService,
  ],
})
export class AlertsModule {}
