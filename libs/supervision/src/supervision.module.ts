import { AlertsModule } from '@tongyun/alerts';
import { ComplianceModule } from '@tongyun/compliance';
import { DeliveriesModule } from '@tongyun/deliveries';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as entities from './data/index.js';
import { CheckedVehicleRepository } from './data/checked-vehicle.repository.js';
import { RoadsideCheckRepository } from './data/roadside-check.repository.js';
import { RoadsideDossiers } from './data/roadside-dossiers.js';
import { RoadsideOutcomeRepository } from './data/roadside-outcome.repository.js';
import { SightingRepository } from './data/sighting.repository.js';
import { CheckPlatesService } from './check-plates.service.js';
import { DiscloseDriverService } from './disclose-driver.service.js';
import { RecordOutcomeService } from './record-outcome.service.js';
import { ReportSightingsService } from './report-sightings.service.js';
import { RoadsideAnswers } from './roadside-answers.service.js';
import { RoadsidePlaces } from './roadside-places.service.js';
import { RoadsidePurposes } from './roadside-purposes.service.js';
import { RoadsideRecord } from './roadside-record.service.js';
import { RoadsideSubjects } from './roadside-subjects.service.js';
import { RoadsideService } from './roadside.service.js';
import { SightingAlerts } from './sighting-alerts.service.js';
import { SightingQueries } from './sighting-queries.service.js';

/** Needs TIME_ZONE from the app that mounts it. */
@Module({
  imports: [
    AlertsModule,
    ComplianceModule,
    DeliveriesModule,
    PolicyModule,
    TypeOrmModule.forFeature(Object.values(entities)),
  ],
  providers: [
    CheckedVehicleRepository,
    CheckPlatesService,
    DiscloseDriverService,
    RecordOutcomeService,
    RoadsideOutcomeRepository,
    RoadsideService,
    RoadsideAnswers,
    RoadsidePlaces,
    RoadsidePurposes,
    RoadsideSubjects,
    RoadsideRecord,
    RoadsideCheckRepository,
    RoadsideDossiers,
    ReportSightingsService,
    SightingAlerts,
    SightingQueries,
    SightingRepository,
  ],
  exports: [
    CheckPlatesService,
    DiscloseDriverService,
    RecordOutcomeService,
    RoadsideService,
    ReportSightingsService,
    SightingQueries,
  ],
})
export class SupervisionModule {}
