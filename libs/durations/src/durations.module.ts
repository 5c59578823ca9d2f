import { AccountsModule } from '@tongyun/accounts';
import { DeliveriesModule } from '@tongyun/deliveries';
import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { TrackingModule } from '@tongyun/tracking';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DurationDecisionRepository } from './data/duration-decision.repository.js';
import { DurationRows } from './data/duration-rows.js';
import { FinishedTrips } from './data/finished-trips.js';
import * as entities from './data/index.js';
import { LearntDurationRepository } from './data/learnt-duration.repository.js';
import { ObservedTripRepository } from './data/observed-trip.repository.js';
import { DecideDurationService } from './decide-duration.service.js';
import { DurationQueries } from './duration-queries.service.js';
import { DurationTerms } from './duration-terms.service.js';
import { LearnDurationsService } from './learn-durations.service.js';
import { LearnEveryDay } from './learn-every-day.service.js';
import { ObserveTripsService } from './observe-trips.service.js';

/** Needs TRAVEL_TIMES and TIME_ZONE from the app. */
@Module({
  imports: [
    AccountsModule,
    DeliveriesModule,
    FleetModule,
    PolicyModule,
    TrackingModule,
    TypeOrmModule.forFeature(Object.values(entities)),
  ],
  providers: [
    DecideDurationService,
    DurationDecisionRepository,
    DurationQueries,
    DurationRows,
    DurationTerms,
    FinishedTrips,
    LearnDurationsService,
    LearnEveryDay,
    LearntDurationRepository,
    ObservedTripRepository,
    ObserveTripsService,
  ],
  exports: [DecideDurationService, DurationQueries, LearnDurationsService, ObserveTripsService],
})
export class DurationsModule {}
