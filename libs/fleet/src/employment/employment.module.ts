import { AccountsModule } from '@tongyun/accounts';
import { Module } from '@nestjs/common';
import { EmploymentRepository } from '../data/employment.repository.js';
import { DriverNameRepository } from '../data/names/driver-name.repository.js';
import { FleetModule } from '../fleet.module.js';
import { AskForNameService } from '../names/ask-for-name.service.js';
import { DecideNameService } from '../names/decide-name.service.js';
import { DriverNameBook } from '../names/driver-name-book.js';
import { DriverNameQueries } from '../names/driver-name-queries.service.js';
import { CorrectDriverService } from './correct-driver.service.js';
import { DriverDecisionQueries } from './driver-decision-queries.service.js';
import { EmployedDriver } from './employed-driver.js';
import { EndEmploymentService } from './end-employment.service.js';

/** Apart from the slice's module, as who leaves is signed out: it needs SESSION_SETTINGS. */
@Module({
  imports: [AccountsModule, FleetModule],
  providers: [
    AskForNameService,
    CorrectDriverService,
    DecideNameService,
    DriverDecisionQueries,
    DriverNameBook,
    DriverNameQueries,
    DriverNameRepository,
    EmployedDriver,
    EmploymentRepository,
    EndEmploymentService,
  ],
  exports: [
    AskForNameService,
    CorrectDriverService,
    DecideNameService,
    DriverDecisionQueries,
    DriverNameQueries,
    EndEmploymentService,
  ],
})
export class EmploymentModule {}
