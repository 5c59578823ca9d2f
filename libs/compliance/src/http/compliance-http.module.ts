import { FleetModule } from '@tongyun/fleet';
import { Module } from '@nestjs/common';
import { ComplianceModule } from '../compliance.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { DocumentsController } from './documents.controller.js';
import { PassApplicationsController } from './pass-applications.controller.js';
import { PassCodesController } from './pass-codes.controller.js';
import { PassKeysController } from './pass-keys.controller.js';
import { PassesController } from './passes.controller.js';
import { RegistrationsController } from './registrations.controller.js';
import { TerminalRegistrationsController } from './terminals/terminal-registrations.controller.js';
import { TrainingSessionsController } from './training-sessions.controller.js';
import { TrainingsController } from './trainings.controller.js';
import { VehicleCorrectionsController } from './vehicle-corrections.controller.js';
import { ZonesController } from './zones.controller.js';

/** Mounted by the API only. */
@Module({
  imports: [ComplianceModule, DocumentsModule, FleetModule],
  controllers: [
    DocumentsController,
    PassApplicationsController,
    PassCodesController,
    PassKeysController,
    PassesController,
    RegistrationsController,
    TerminalRegistrationsController,
    TrainingSessionsController,
    TrainingsController,
    VehicleCorrectionsController,
    ZonesController,
  ],
})
export class ComplianceHttpModule {}
