import { FleetModule } from '@tongyun/fleet';
import { FilesModule } from '@tongyun/platform';
import { Module } from '@nestjs/common';
import { ComplianceModule } from '../compliance.module.js';
import { DocumentRepository } from '../data/document.repository.js';
import { DocumentBook } from './document-book.service.js';
import { DocumentSubjects } from './document-subjects.service.js';
import { Documents } from './documents.service.js';

/** Apart from the slice's module, as only the API keeps files: it needs FILES_FOLDER. */
@Module({
  imports: [ComplianceModule, FilesModule, FleetModule],
  providers: [DocumentBook, DocumentRepository, DocumentSubjects, Documents],
  exports: [DocumentBook, Documents],
})
export class DocumentsModule {}
