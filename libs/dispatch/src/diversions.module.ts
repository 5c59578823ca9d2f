import { ComplianceModule } from '@tongyun/compliance';
import { DeliveriesModule } from '@tongyun/deliveries';
import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { TrackingModule } from '@tongyun/tracking';
import { Module } from '@nestjs/common';
import { DayWaysQueries } from './day/day-ways.service.js';
import { DiversionGrounds } from './diversion/diversion-grounds.service.js';
import { DiversionOffers } from './diversion/diversion-offers.service.js';
import { DivertLoadService } from './diversion/divert-load.service.js';

/** Where concrete on the road could go instead. Needs TRAVEL_TIMES and TIME_ZONE from the app. */
@Module({
  imports: [ComplianceModule, DeliveriesModule, FleetModule, PolicyModule, TrackingModule],
  providers: [DayWaysQueries, DiversionGrounds, DiversionOffers, DivertLoadService],
  exports: [DiversionOffers, DivertLoadService],
})
export class DiversionsModule {}
