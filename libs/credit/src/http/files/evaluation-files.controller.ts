import { Needs, Scope } from '@tongyun/accounts';
import { attachedFileView, type AttachedFileView, creditYearParam } from '@tongyun/contracts';
import type { AccessScope, DocumentId, EnterpriseId } from '@tongyun/kernel';
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
import { EvaluationFiles, type EvaluationOf } from '../../files/evaluation-files.service.js';
import type { EvaluationSide } from '../../rules/evaluation-files.js';
import { toAttachedFileView } from '../credit.view.js';

/** Files of a year's evaluation; each body that enters is the file itself. */
@Controller('enterprises/:id/credit')
export class EvaluationFilesController {
  constructor(private readonly files: EvaluationFiles) {}

  @Post('self-evaluations/:year/files')
  @Needs('credit.self_evaluate')
  @SerializeOptions({ schema: attachedFileView })
  addToSelfEvaluation(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('year', { schema: creditYearParam }) year: number,
    @Req() request: Request,
  ): Promise<AttachedFileView> {
    return this.add(scope, evaluationOf(id, year, 'self'), request);
  }

  @Get('self-evaluations/:year/files/:fileId')
  @Needs('credit.read')
  openOfSelfEvaluation(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('year', { schema: creditYearParam }) year: number,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<StreamableFile> {
    return this.open(scope, evaluationOf(id, year, 'self'), fileId);
  }

  @Post('evaluations/:year/files')
  @Needs('credit.decide')
  @SerializeOptions({ schema: attachedFileView })
  addToEvaluation(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('year', { schema: creditYearParam }) year: number,
    @Req() request: Request,
  ): Promise<AttachedFileView> {
    return this.add(scope, evaluationOf(id, year, 'visit'), request);
  }

  @Get('evaluations/:year/files/:fileId')
  @Needs('credit.read')
  openOfEvaluation(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('year', { schema: creditYearParam }) year: number,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<StreamableFile> {
    return this.open(scope, evaluationOf(id, year, 'visit'), fileId);
  }

  private async add(
    scope: AccessScope,
    of: EvaluationOf,
    request: Request,
  ): Promise<AttachedFileView> {
    return toAttachedFileView(await this.files.add(scope, of, await readUpload(request)));
  }

  private async open(
    scope: AccessScope,
    of: EvaluationOf,
    fileId: string,
  ): Promise<StreamableFile> {
    const { document, bytes } = await this.files.open(scope, of, fileId as DocumentId);
    return sendFile(document, bytes);
  }
}

const evaluationOf = (id: string, year: number, side: EvaluationSide): EvaluationOf => ({
  enterpriseId: id as EnterpriseId,
  year,
  side,
});
