import { Needs, Scope } from '@tongyun/accounts';
import {
  type AttachDocumentQuery,
  attachDocumentQuery,
  registrationDocumentList,
  registrationDocumentView,
  type RegistrationDocumentView,
} from '@tongyun/contracts';
import type { AccessScope, RegistrationDocumentId, VehicleId } from '@tongyun/kernel';
import { FILE_TYPES, readUpload } from '@tongyun/platform';
import {
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  SerializeOptions,
  StreamableFile,
} from '@nestjs/common';
import type { Request } from 'express';
import type { RegistrationDocumentEntity } from '../data/registration-document.entity.js';
import { RegistrationDocuments } from '../registration-documents.service.js';

@Controller('registrations/:vehicleId/documents')
export class RegistrationDocumentsController {
  constructor(private readonly documents: RegistrationDocuments) {}

  @Get()
  @Needs('registrations.read')
  @SerializeOptions({ schema: registrationDocumentList })
  async list(
    @Scope() scope: AccessScope,
    @Param('vehicleId', ParseUUIDPipe) vehicleId: string,
  ): Promise<{ items: RegistrationDocumentView[] }> {
    const documents = await this.documents.list(scope, vehicleId as VehicleId);
    return { items: documents.map(toView) };
  }

  /** The body is the file itself. */
  @Post()
  @Needs('documents.attach')
  @SerializeOptions({ schema: registrationDocumentView })
  async attach(
    @Scope() scope: AccessScope,
    @Param('vehicleId', ParseUUIDPipe) vehicleId: string,
    @Query({ schema: attachDocumentQuery }) described: AttachDocumentQuery,
    @Req() request: Request,
  ): Promise<RegistrationDocumentView> {
    const bytes = await readUpload(request);
    return toView(await this.documents.attach(scope, vehicleId as VehicleId, described, bytes));
  }

  @Get(':id')
  @Needs('registrations.read')
  async download(
    @Scope() scope: AccessScope,
    @Param('vehicleId', ParseUUIDPipe) vehicleId: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { document, bytes } = await this.documents.open(
      scope,
      vehicleId as VehicleId,
      id as RegistrationDocumentId,
    );
    return new StreamableFile(bytes, {
      type: FILE_TYPES[document.fileKind],
      length: document.sizeBytes,
      disposition: `attachment; filename="${document.fileName}"`,
    });
  }
}

const toView = (document: RegistrationDocumentEntity): RegistrationDocumentView => ({
  id: document.id,
  kind: document.kind,
  title: document.title,
  fileKind: document.fileKind,
  sizeBytes: document.sizeBytes,
  sha256: document.sha256,
  addedBy: document.addedBy,
  addedAt: document.addedAt.toISOString(),
});
