import { AccountsModule } from '@tongyun/accounts';
import { Module } from '@nestjs/common';
import { EmploymentRepository } from '../data/employment.repository.js';
import { FleetModule } from '../fleet.module.js';
import { CorrectDriverService } from './correct-driver.service.js';
import { DriverDecisionQueries } from './driver-decision-queries.service.js';
import { EmployedDriver } from './employed-driver.js';
import { EndEmploymentService } from './end-employment.service.js';

/** Apart from the slice's module, as who leaves is signed out: it needs SESSION_SETTINGS. */
@Module({
  imports: [AccountsModule, FleetModule],
  providers: [
    CorrectDriverService,
    DriverDecisionQueries,
    EmployedDriver,
    EmploymentRepository,
    EndEmploymentService,
  ],
  exports: [CorrectDriverService, DriverDecisionQueries, EndEmploymentService],
})
export class EmploymentModule {}
