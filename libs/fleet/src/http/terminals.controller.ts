import { Needs, Scope } from '@tongyun/accounts';
import {
  type BindTerminalRequest,
  bindTerminalRequest,
  type BlockTerminalRequest,
  blockTerminalRequest,
  type CalibrateDrumRequest,
  calibrateDrumRequest,
  type ListTerminalsQuery,
  listTerminalsQuery,
  type Page,
  terminalPage,
  type TerminalView,
  terminalView,
} from '@tongyun/contracts';
import type { AccessScope, TerminalId, VehicleId } from '@tongyun/kernel';
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
import { BindTerminalService } from '../bind-terminal.service.js';
import { BlockTerminalService } from '../block-terminal.service.js';
import { CalibrateDrumService } from '../calibrate-drum.service.js';
import { TerminalQueries } from '../terminal-queries.service.js';
import { toTerminalView } from './terminal.view.js';

@Controller('terminals')
export class TerminalsController {
  constructor(
    private readonly terminals: TerminalQueries,
    private readonly bindTerminal: BindTerminalService,
    private readonly blockTerminal: BlockTerminalService,
    private readonly calibrateDrum: CalibrateDrumService,
  ) {}

  @Get()
  @Needs('terminals.read')
  @SerializeOptions({ schema: terminalPage })
  async list(
    @Scope() scope: AccessScope,
    @Query({ schema: listTerminalsQuery }) query: ListTerminalsQuery,
  ): Promise<Page<TerminalView>> {
    const rows = await this.terminals.list(scope, query);
    return toPage(
      rows,
      query,
      ({ terminal: { id, phone, lastSeenAt } }) => ({
        key: query.order === 'last_seen' ? lastSeenAt.toISOString() : phone,
        id,
      }),
      toTerminalView,
    );
  }

  @Get(':id')
  @Needs('terminals.read')
  @SerializeOptions({ schema: terminalView })
  async get(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TerminalView> {
    return toTerminalView(await this.terminals.get(scope, id as TerminalId));
  }

  @Post(':id/binding')
  @HttpCode(200)
  @Needs('terminals.bind')
  @SerializeOptions({ schema: terminalView })
  async bind(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: bindTerminalRequest }) body: BindTerminalRequest,
  ): Promise<TerminalView> {
    const terminalId = id as TerminalId;
    const { vehicleId, device } = body;
    await this.bindTerminal.bind(scope, terminalId, vehicleId as VehicleId, undefined, device);
    return toTerminalView(await this.terminals.get(scope, terminalId));
  }

  @Post(':id/drum')
  @HttpCode(200)
  @Needs('terminals.fit')
  @SerializeOptions({ schema: terminalView })
  async calibrate(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: calibrateDrumRequest }) body: CalibrateDrumRequest,
  ): Promise<TerminalView> {
    const terminalId = id as TerminalId;
    await this.calibrateDrum.calibrate(scope, terminalId, body);
    return toTerminalView(await this.terminals.get(scope, terminalId));
  }

  @Post(':id/block')
  @HttpCode(200)
  @Needs('terminals.block')
  @SerializeOptions({ schema: terminalView })
  async block(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: blockTerminalRequest }) body: BlockTerminalRequest,
  ): Promise<TerminalView> {
    const terminalId = id as TerminalId;
    await this.blockTerminal.setBlocked(scope, terminalId, body);
    return toTerminalView(await this.terminals.get(scope, terminalId));
  }
}
