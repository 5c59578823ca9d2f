import { Needs, Scope } from '@tongyun/accounts';
import {
  type DecideRegistrationRequest,
  decideRegistrationRequest,
  decisionList,
  type DecisionView,
  type ListTerminalRegistrationsQuery,
  listTerminalRegistrationsQuery,
  type Page,
  type SubmitRegistrationRequest,
  submitRegistrationRequest,
  terminalRegistrationPage,
  type TerminalRegistrationView,
  terminalRegistrationView,
} from '@tongyun/contracts';
import type { AccessScope, TerminalId } from '@tongyun/kernel';
import { etagOf, toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import type { Response } from 'express';
import { DecideTerminalRegistrationService } from '../../terminals/decide-terminal-registration.service.js';
import { TerminalRegistrationQueries } from '../../terminals/terminal-registration-queries.service.js';
import { toDecisionView } from '../registration.view.js';
import { toTerminalRegistrationView } from './terminal-registration.view.js';

@Controller('terminal-registrations')
export class TerminalRegistrationsController {
  constructor(
    private readonly registrations: TerminalRegistrationQueries,
    private readonly decideRegistration: DecideTerminalRegistrationService,
  ) {}

  @Get()
  @Needs('registrations.read')
  @SerializeOptions({ schema: terminalRegistrationPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listTerminalRegistrationsQuery }) query: ListTerminalRegistrationsQuery,
  ): Promise<Page<TerminalRegistrationView>> {
    const rows = await this.registrations.list(scope, query);
    const days = await this.registrations.papersDays();
    return toPage(
      rows,
      query,
      ({ phone, terminalId }) => ({ key: phone, id: terminalId }),
      (row) => toTerminalRegistrationView(scope, row, days),
    );
  }

  @Get(':terminalId/decisions')
  @Needs('registrations.read')
  @SerializeOptions({ schema: decisionList })
  async decisions(
    @Scope() scope: AccessScope,
    @Param('terminalId', ParseUUIDPipe) terminalId: string,
  ): Promise<{ items: DecisionView[] }> {
    const decisions = await this.registrations.decisionsOn(scope, terminalId as TerminalId);
    return { items: decisions.map(toDecisionView) };
  }

  @Post(':terminalId/decisions')
  @HttpCode(200)
  @Needs('registrations.decide')
  @SerializeOptions({ schema: terminalRegistrationView })
  async decide(
    @Scope() scope: AccessScope,
    @Param('terminalId', ParseUUIDPipe) terminalId: string,
    @Body({ schema: decideRegistrationRequest }) body: DecideRegistrationRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TerminalRegistrationView> {
    return this.step(scope, terminalId as TerminalId, body, ifMatch, response);
  }

  @Post(':terminalId/submission')
  @HttpCode(200)
  @Needs('registrations.submit')
  @SerializeOptions({ schema: terminalRegistrationView })
  async submit(
    @Scope() scope: AccessScope,
    @Param('terminalId', ParseUUIDPipe) terminalId: string,
    @Body({ schema: submitRegistrationRequest }) { reason }: SubmitRegistrationRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TerminalRegistrationView> {
    const step = { state: 'submitted', reason } as const;
    return this.step(scope, terminalId as TerminalId, step, ifMatch, response);
  }

  private async step(
    scope: AccessScope,
    terminalId: TerminalId,
    request: DecideRegistrationRequest,
    ifMatch: string | undefined,
    response: Response,
  ): Promise<TerminalRegistrationView> {
    const row = await this.decideRegistration.decide(scope, terminalId, request, ifMatch);
    response.setHeader('ETag', etagOf(row));
    return toTerminalRegistrationView(scope, row, await this.registrations.papersDays());
  }
}
