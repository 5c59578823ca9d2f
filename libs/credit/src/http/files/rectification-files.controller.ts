import { Needs, Scope } from '@tongyun/accounts';
import { attachedFileView, type AttachedFileView } from '@tongyun/contracts';
import type { AccessScope, DocumentId } from '@tongyun/kernel';
import { readUpload, sendFile } from '@tongyun/platform';
import {
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  Req,
  SerializeOptions,
  type StreamableFile,
} from '@nestjs/common';
import type { Request } from 'express';
import { RectificationFiles } from '../../files/rectification-files.service.js';
import { toAttachedFileView } from '../credit.view.js';

@Controller('rectifications/:id/steps/:stepId/files')
export class RectificationFilesController {
  constructor(private readonly files: RectificationFiles) {}

  /** The body is the file itself. */
  @Post()
  @Needs('rectifications.answer')
  @SerializeOptions({ schema: attachedFileView })
  async add(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('stepId', ParseUUIDPipe) stepId: string,
    @Req() request: Request,
  ): Promise<AttachedFileView> {
    const bytes = await readUpload(request);
    return toAttachedFileView(await this.files.add(scope, id, stepId, bytes));
  }

  @Get(':fileId')
  @Needs('rectifications.read')
  async open(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('stepId', ParseUUIDPipe) stepId: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<StreamableFile> {
    const { document, bytes } = await this.files.open(scope, id, stepId, fileId as DocumentId);
    return sendFile(document, bytes);
  }
}
