import { Needs, Scope } from '@tongyun/accounts';
import {
  type AnswerFindingRequest,
  answerFindingRequest,
  findingPage,
  type FindingView,
  findingView,
  type ListFindingsQuery,
  listFindingsQuery,
  type Page,
  type RaiseFindingRequest,
  raiseFindingRequest,
  type SettleFindingRequest,
  settleFindingRequest,
} from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import { readUpload, sendFile, toPage } from '@tongyun/platform';
import {
  Body,
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
import { FindingPhotos } from '../findings/finding-photos.service.js';
import { FindingQueries } from '../findings/finding-queries.service.js';
import { RaiseFindingService } from '../findings/raise-finding.service.js';
import { StepFindingService } from '../findings/step-finding.service.js';
import { toFindingView } from './finding.view.js';

@Controller()
export class FindingsController {
  constructor(
    private readonly findings: FindingQueries,
    private readonly raiseFinding: RaiseFindingService,
    private readonly stepFinding: StepFindingService,
    private readonly photos: FindingPhotos,
  ) {}

  @Get('roadside-findings')
  @Needs('findings.read')
  @SerializeOptions({ schema: findingPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listFindingsQuery }) query: ListFindingsQuery,
  ): Promise<Page<FindingView>> {
    const rows = await this.findings.list(scope, query);
    return toPage(
      rows,
      query,
      ({ finding: { raisedAt, id } }) => ({ key: raisedAt.toISOString(), id }),
      toFindingView,
    );
  }

  /** What the officer found on the vehicle that he asked about. */
  @Post('roadside-checks/:id/findings')
  @Needs('findings.raise')
  @SerializeOptions({ schema: findingView })
  async raise(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) checkId: string,
    @Body({ schema: raiseFindingRequest }) body: RaiseFindingRequest,
  ): Promise<FindingView> {
    return this.show(scope, await this.raiseFinding.raise(scope, checkId, body));
  }

  @Post('roadside-findings/:id/answers')
  @Needs('findings.answer')
  @SerializeOptions({ schema: findingView })
  async answer(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: answerFindingRequest }) { answer }: AnswerFindingRequest,
  ): Promise<FindingView> {
    await this.stepFinding.step(scope, id, 'answered', answer);
    return this.show(scope, id);
  }

  @Post('roadside-findings/:id/settlements')
  @Needs('findings.settle')
  @SerializeOptions({ schema: findingView })
  async settle(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: settleFindingRequest }) { state, reason, dueOn }: SettleFindingRequest,
  ): Promise<FindingView> {
    await this.stepFinding.step(scope, id, state, reason, dueOn);
    return this.show(scope, id);
  }

  /** The body is the photo itself. */
  @Post('roadside-findings/:id/photos')
  @Needs('findings.attach')
  @SerializeOptions({ schema: findingView })
  async attach(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
  ): Promise<FindingView> {
    await this.photos.add(scope, id, await readUpload(request));
    return this.show(scope, id);
  }

  @Get('roadside-findings/:id/photos/:photoId')
  @Needs('findings.read')
  async photo(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('photoId', ParseUUIDPipe) photoId: string,
  ): Promise<StreamableFile> {
    const { photo, bytes } = await this.photos.open(scope, id, photoId);
    return sendFile(photo, bytes);
  }

  private async show(scope: AccessScope, id: string): Promise<FindingView> {
    return toFindingView(await this.findings.get(scope, id));
  }
}
