import { ComplianceModule } from '@tongyun/compliance';
import { DeliveriesModule } from '@tongyun/deliveries';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as entities from './data/index.js';
import { RoadsideCheckRepository } from './data/roadside-check.repository.js';
import { RoadsideDossiers } from './data/roadside-dossiers.js';
import { RoadsidePlaces } from './roadside-places.service.js';
import { RoadsideRecord } from './roadside-record.service.js';
import { RoadsideSubjects } from './roadside-subjects.service.js';
import { RoadsideService } from './roadside.service.js';

/** Needs TIME_ZONE from the app that mounts it. */
@Module({
  imports: [
    ComplianceModule,
    DeliveriesModule,
    PolicyModule,
    TypeOrmModule.forFeature(Object.values(entities)),
  ],
  providers: [
    RoadsideService,
    RoadsidePlaces,
    RoadsideSubjects,
    RoadsideRecord,
    RoadsideCheckRepository,
    RoadsideDossiers,
  ],
  exports: [RoadsideService],
})
export class SupervisionModule {}
