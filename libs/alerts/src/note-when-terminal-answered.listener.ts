import type { FleetEvents } from '@tongyun/fleet';
import { EventRelay } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DeliveryReceipts } from './delivery-receipts.service.js';

type OrderSettled = FleetEvents['fleet.terminal_order_settled'];

@Injectable()
export class NoteWhenTerminalAnswered implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly receipts: DeliveryReceipts,
  ) {}

  onModuleInit(): void {
    this.relay.listen<OrderSettled>({
      name: 'alerts.note-when-terminal-answered',
      event: 'fleet.terminal_order_settled',
      handle: (tx, payload) => this.receipts.onTerminal(tx, payload),
    });
  }
}
