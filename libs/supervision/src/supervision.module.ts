import { AlertsModule } from '@tongyun/alerts';
import { ComplianceModule } from '@tongyun/compliance';
import { DeliveriesModule } from '@tongyun/deliveries';
import { FleetModule } from '@tongyun/fleet';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as entities from './data/index.js';
import { LastPositions } from './data/last-positions.js';
import { RoadsideCheckRepository } from './data/roadside-check.repository.js';
import { RoadsidePlaces } from './roadside-places.service.js';
import { RoadsideSubjects } from './roadside-subjects.service.js';
import { RoadsideService } from './roadside.service.js';

/** Needs TIME_ZONE from the app that mounts it. */
@Module({
  imports: [
    AlertsModule,
    ComplianceModule,
    DeliveriesModule,
    FleetModule,
    PolicyModule,
    TypeOrmModule.forFeature(Object.values(entities)),
  ],
  providers: [
    RoadsideService,
    RoadsidePlaces,
    RoadsideSubjects,
    RoadsideCheckRepository,
    LastPositions,
  ],
  exports: [RoadsideService],
})
export class SupervisionModule {}
