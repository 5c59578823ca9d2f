import { Needs, Scope } from '@tongyun/accounts';
import {
  type ControlTerminalRequest,
  controlTerminalRequest,
  type OrderTerminalRequest,
  orderTerminalRequest,
  type TerminalOrders,
  terminalOrders,
  type TerminalOrderView,
  terminalOrderView,
} from '@tongyun/contracts';
import type { AccessScope, TerminalId } from '@tongyun/kernel';
import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Post,
  SerializeOptions,
} from '@nestjs/common';
import { OrderTerminalService } from '../order-terminal.service.js';
import { toTerminalOrderView } from './terminal-order.view.js';

@Controller('terminals/:id')
export class TerminalOrdersController {
  constructor(private readonly orderTerminal: OrderTerminalService) {}

  @Get('orders')
  @Needs('terminals.order')
  @SerializeOptions({ schema: terminalOrders })
  async list(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TerminalOrders> {
    const orders = await this.orderTerminal.ordersOf(scope, id as TerminalId);
    return { items: orders.map(toTerminalOrderView) };
  }

  @Post('orders')
  @Needs('terminals.order')
  @SerializeOptions({ schema: terminalOrderView })
  async order(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: orderTerminalRequest }) command: OrderTerminalRequest,
  ): Promise<TerminalOrderView> {
    return toTerminalOrderView(await this.orderTerminal.order(scope, id as TerminalId, command));
  }

  @Post('controls')
  @Needs('terminals.control')
  @SerializeOptions({ schema: terminalOrderView })
  async control(
    @Scope() scope: AccessScope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: controlTerminalRequest }) control: ControlTerminalRequest,
  ): Promise<TerminalOrderView> {
    const command = { kind: 'control', ...control } as const;
    return toTerminalOrderView(await this.orderTerminal.order(scope, id as TerminalId, command));
  }
}
