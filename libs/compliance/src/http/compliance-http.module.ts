import { FleetModule } from '@tongyun/fleet';
import { Module } from '@nestjs/common';
import { ComplianceModule } from '../compliance.module.js';
import { PassApplicationsController } from './pass-applications.controller.js';
import { PassCodesController } from './pass-codes.controller.js';
import { PassKeysController } from './pass-keys.controller.js';
import { PassesController } from './passes.controller.js';
import { RegistrationDocumentsModule } from '../registration-documents.module.js';
import { RegistrationDocumentsController } from './registration-documents.controller.js';
import { RegistrationsController } from './registrations.controller.js';
import { TrainingSessionsController } from './training-sessions.controller.js';
import { TrainingsController } from './trainings.controller.js';
import { ZonesController } from './zones.controller.js';

/** Mounted by the API only. */
@Module({
  imports: [ComplianceModule, FleetModule, RegistrationDocumentsModule],
  controllers: [
    PassApplicationsController,
    PassCodesController,
    PassKeysController,
    PassesController,
    RegistrationDocumentsController,
    RegistrationsController,
    TrainingSessionsController,
    TrainingsController,
    ZonesController,
  ],
})
export class ComplianceHttpModule {}
