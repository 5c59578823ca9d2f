import { Needs, Scope } from '@tongyun/accounts';
import {
  type AttachDocumentQuery,
  attachDocumentQuery,
  documentList,
  documentSubject,
  type DocumentSubject,
  documentView,
  type DocumentView,
} from '@tongyun/contracts';
import type { AccessScope, DocumentId } from '@tongyun/kernel';
import { readUpload, sendFile } from '@tongyun/platform';
import {
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  SerializeOptions,
  type StreamableFile,
} from '@nestjs/common';
import type { Request } from 'express';
import { Documents, type Paper } from '../documents/documents.service.js';

@Controller('documents/:subject/:subjectId')
export class DocumentsController {
  constructor(private readonly documents: Documents) {}

  @Get()
  @Needs('documents.read')
  @SerializeOptions({ schema: documentList })
  async list(
    @Scope() scope: AccessScope,
    @Param('subject', { schema: documentSubject }) subject: DocumentSubject,
    @Param('subjectId', ParseUUIDPipe) subjectId: string,
  ): Promise<{ items: DocumentView[] }> {
    const documents = await this.documents.list(scope, { subject, subjectId });
    return { items: documents.map(toView) };
  }

  /** The body is the file itself. */
  @Post()
  @Needs('documents.attach')
  @SerializeOptions({ schema: documentView })
  async attach(
    @Scope() scope: AccessScope,
    @Param('subject', { schema: documentSubject }) subject: DocumentSubject,
    @Param('subjectId', ParseUUIDPipe) subjectId: string,
    @Query({ schema: attachDocumentQuery }) described: AttachDocumentQuery,
    @Req() request: Request,
  ): Promise<DocumentView> {
    const bytes = await readUpload(request);
    return toView(await this.documents.attach(scope, { subject, subjectId }, described, bytes));
  }

  @Get(':id')
  @Needs('documents.read')
  async download(
    @Scope() scope: AccessScope,
    @Param('subject', { schema: documentSubject }) subject: DocumentSubject,
    @Param('subjectId', ParseUUIDPipe) subjectId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const of = { subject, subjectId };
    const { document, bytes } = await this.documents.open(scope, of, id as DocumentId);
    return sendFile(document, bytes);
  }
}

const toView = (document: Paper): DocumentView => ({
  id: document.id,
  kind: document.kind,
  title: document.title,
  expiresOn: document.expiresOn,
  validity: document.validity,
  fileKind: document.fileKind,
  sizeBytes: document.sizeBytes,
  sha256: document.sha256,
  addedBy: document.addedBy,
  addedAt: document.addedAt.toISOString(),
});
