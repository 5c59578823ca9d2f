import { FilesModule } from '@tongyun/platform';
import { Module } from '@nestjs/common';
import { ComplianceModule } from './compliance.module.js';
import { RegistrationDocumentRepository } from './data/registration-document.repository.js';
import { RegistrationDocuments } from './registration-documents.service.js';

/** Apart from the slice's module, as only the API keeps files: it needs FILES_FOLDER. */
@Module({
  imports: [ComplianceModule, FilesModule],
  providers: [RegistrationDocumentRepository, RegistrationDocuments],
  exports: [RegistrationDocuments],
})
export class RegistrationDocumentsModule {}
