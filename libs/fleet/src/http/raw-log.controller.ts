import { Needs, Scope } from '@tongyun/accounts';
import {
  type Page,
  type PageQuery,
  rawLogPage,
  rawLogQuery,
  type SetRawLogRequest,
  setRawLogRequest,
  type TerminalBytesView,
  type TerminalView,
  terminalView,
} from '@tongyun/contracts';
import type { AccessScope, TerminalId } from '@tongyun/kernel';
import { toPage } from '@tongyun/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { SetRawLogService } from '../set-raw-log.service.js';
import { TerminalQueries } from '../terminal-queries.service.js';
import { toTerminalView } from './terminal.view.js';

/** What a terminal sends shows where its driver goes, and whom it says it is: administrators alone come here. */
@Controller('terminals/:id/raw-log')
export class RawLogController {
  constructor(
    private readonly rawLog: SetRawLogService,
    private readonly terminals: TerminalQueries,
  ) {}

  @Get()
  @Needs('terminals.log')
  @SerializeOptions({ schema: rawLogPage })
  async read(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query({ schema: rawLogQuery }) query: PageQuery,
  ): Promise<Page<TerminalBytesView>> {
    const pieces = await this.rawLog.read(scope, id as TerminalId, query);
    return toPage(
      pieces,
      query,
      (piece) => ({ key: piece.at.toISOString(), id: piece.id }),
      (piece) => ({
        id: piece.id,
        at: piece.at.toISOString(),
        direction: piece.direction,
        hex: piece.hex,
        isStatedOnly: piece.isStatedOnly,
        droppedBefore: piece.droppedBefore,
      }),
    );
  }

  @Post()
  @HttpCode(200)
  @Needs('terminals.log')
  @SerializeOptions({ schema: terminalView })
  async set(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: setRawLogRequest }) body: SetRawLogRequest,
  ): Promise<TerminalView> {
    const terminalId = id as TerminalId;
    await this.rawLog.set(scope, terminalId, body);
    return toTerminalView(await this.terminals.get(scope, terminalId));
  }
}
