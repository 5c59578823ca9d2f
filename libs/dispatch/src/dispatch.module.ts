import { DeliveriesModule } from '@tongyun/deliveries';
import { FleetModule } from '@tongyun/fleet';
import { Module } from '@nestjs/common';
import { AutoAssignService } from './auto-assign.service.js';
import { CandidateQueries } from './candidate-queries.service.js';
import { PlantOptionQueries } from './plant-option-queries.service.js';

/** Proposes who should do what; only `deliveries` writes it. */
@Module({
  imports: [DeliveriesModule, FleetModule],
  providers: [AutoAssignService, CandidateQueries, PlantOptionQueries],
  exports: [AutoAssignService, CandidateQueries, PlantOptionQueries],
})
export class DispatchModule {}
