import { DocumentsModule } from '@tongyun/compliance';
import { Module } from '@nestjs/common';
import { CreditModule } from '../credit.module.js';
import { CreditController } from './credit.controller.js';
import { EvaluationFiles } from '../files/evaluation-files.service.js';
import { LedgerPhotos } from '../files/ledger-photos.service.js';
import { RectificationFiles } from '../files/rectification-files.service.js';
import { EvaluationFilesController } from './files/evaluation-files.controller.js';
import { LedgerPhotosController } from './files/ledger-photos.controller.js';
import { RectificationFilesController } from './files/rectification-files.controller.js';
import { InspectionsController } from './inspections/inspections.controller.js';
import { LedgerController } from './ledger.controller.js';
import { PublishedGradesController } from './published-grades.controller.js';
import { RectificationsController } from './rectifications.controller.js';

/** Mounted by the API only; needs FILES_FOLDER. */
@Module({
  imports: [CreditModule, DocumentsModule],
  providers: [EvaluationFiles, LedgerPhotos, RectificationFiles],
  controllers: [
    CreditController,
    EvaluationFilesController,
    InspectionsController,
    LedgerController,
    LedgerPhotosController,
    PublishedGradesController,
    RectificationFilesController,
    RectificationsController,
  ],
})
export class CreditHttpModule {}
