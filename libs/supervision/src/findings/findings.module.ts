import { FilesModule } from '@tongyun/platform';
import { PolicyModule } from '@tongyun/policy';
import { Module } from '@nestjs/common';
import { CheckedVehicleRepository } from '../data/checked-vehicle.repository.js';
import { FindingRepository } from '../data/findings/finding.repository.js';
import { FindingPhotos } from './finding-photos.service.js';
import { FindingQueries } from './finding-queries.service.js';
import { RaiseFindingService } from './raise-finding.service.js';
import { StepFindingService } from './step-finding.service.js';

/** What officers find on vehicles, and what the enterprises answer. Needs FILES_FOLDER and TIME_ZONE. */
@Module({
  imports: [FilesModule, PolicyModule],
  providers: [
    CheckedVehicleRepository,
    FindingPhotos,
    FindingQueries,
    FindingRepository,
    RaiseFindingService,
    StepFindingService,
  ],
  exports: [FindingPhotos, FindingQueries, RaiseFindingService, StepFindingService],
})
export class FindingsModule {}
