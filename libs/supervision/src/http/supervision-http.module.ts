import { ComplianceModule } from '@tongyun/compliance';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { SupervisionModule } from '../supervision.module.js';
import { RoadsideOutcomesController } from './roadside-outcomes.controller.js';
import { RoadsideViews } from './roadside-views.js';
import { RoadsideController } from './roadside.controller.js';
import { SightingsController } from './sightings.controller.js';

/** Mounted by the API only. */
@Module({
  imports: [ComplianceModule, PolicyModule, SupervisionModule],
  providers: [RoadsideViews],
  controllers: [RoadsideController, RoadsideOutcomesController, SightingsController],
})
export class SupervisionHttpModule {}
