import { ComplianceModule } from '@tongyun/compliance';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { FindingsModule } from '../findings/findings.module.js';
import { SupervisionModule } from '../supervision.module.js';
import { FindingsController } from './findings.controller.js';
import { RoadsideOutcomesController } from './roadside-outcomes.controller.js';
import { RoadsideViews } from './roadside-views.js';
import { RoadsideController } from './roadside.controller.js';
import { SightingsController } from './sightings.controller.js';

/** Mounted by the API only. Needs FILES_FOLDER from it. */
@Module({
  imports: [ComplianceModule, FindingsModule, PolicyModule, SupervisionModule],
  providers: [RoadsideViews],
  controllers: [
    FindingsController,
    RoadsideController,
    RoadsideOutcomesController,
    SightingsController,
  ],
})
export class SupervisionHttpModule {}
