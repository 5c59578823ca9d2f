import { DocumentsModule } from '@tongyun/compliance';
import { Module } from '@nestjs/common';
import { CreditModule } from '../credit.module.js';
import { CreditController } from './credit.controller.js';
import { LedgerPhotos } from '../ledger-photos.service.js';
import { InspectionsController } from './inspections/inspections.controller.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerPhotosController } from './ledger-photos.controller.js';
import { RectificationsController } from './rectifications.controller.js';

/** Mounted by the API only; needs FILES_FOLDER. */
@Module({
  imports: [CreditModule, DocumentsModule],
  providers: [LedgerPhotos],
  controllers: [
    CreditController,
    InspectionsController,
    LedgerController,
    LedgerPhotosController,
    RectificationsController,
  ],
})
export class CreditHttpModule {}
