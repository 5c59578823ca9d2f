import { Needs, Scope } from '@tongyun/accounts';
import { type TerminalFixView, terminalFixView } from '@tongyun/contracts';
import type { AccessScope, TerminalId } from '@tongyun/kernel';
import { Controller, Get, Param, ParseUUIDPipe, SerializeOptions } from '@nestjs/common';
import { TerminalFixQueries } from '../terminal-fix-queries.service.js';

@Controller('terminals/:id/fix')
export class TerminalFixController {
  constructor(private readonly fixes: TerminalFixQueries) {}

  @Get()
  @Needs('terminals.fit')
  @SerializeOptions({ schema: terminalFixView })
  latest(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TerminalFixView> {
    return this.fixes.latestOf(scope, id as TerminalId);
  }
}
