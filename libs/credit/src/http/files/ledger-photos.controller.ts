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
import { LedgerPhotos } from '../../files/ledger-photos.service.js';
import { toAttachedFileView } from '../credit.view.js';

@Controller('ledger-entries/:id/photos')
export class LedgerPhotosController {
  constructor(private readonly photos: LedgerPhotos) {}

  /** The body is the photo itself. */
  @Post()
  @Needs('ledger.write')
  @SerializeOptions({ schema: attachedFileView })
  async add(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
  ): Promise<AttachedFileView> {
    return toAttachedFileView(await this.photos.add(scope, id, await readUpload(request)));
  }

  @Get(':photoId')
  @Needs('ledger.read')
  async open(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('photoId', ParseUUIDPipe) photoId: string,
  ): Promise<StreamableFile> {
    const { document, bytes } = await this.photos.open(scope, id, photoId as DocumentId);
    return sendFile(document, bytes);
  }
}
