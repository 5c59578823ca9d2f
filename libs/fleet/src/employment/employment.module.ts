import { AccountsModule } from '@tongyun/accounts';
import { Module } from '@nestjs/common';
import { EmploymentRepository } from '../data/employment.repository.js';
import { FleetModule } from '../fleet.module.js';
import { CorrectDriverService } from './correct-driver.service.js';
import { EmployedDriver } from './employed-driver.js';
import { EndEmploymentService } from './end-employment.service.js';

/** Apart from the slice's module, as who leaves is signed out: it needs SESSION_SETTINGS. */
@Module({
  imports: [AccountsModule, FleetModule],
  providers: [CorrectDriverService, EmployedDriver, EmploymentRepository, EndEmploymentService],
  exports: [CorrectDriverService, EndEmploymentService],
})
export class EmploymentModule {}
