import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { EventRelay, LiveHub } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FleetEvents } from '../fleet.events.js';
import { TerminalQueries } from '../terminal-queries.service.js';
import { toTerminalView } from './terminal.view.js';

type TerminalChanged = FleetEvents['fleet.terminal_changed'];

/** Shows a terminal to its vehicle's owner and the authorities; a provisional one to these alone. */
@Injectable()
export class PushWhenTerminalChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly hub: LiveHub,
    private readonly terminals: TerminalQueries,
  ) {}

  onModuleInit(): void {
    this.relay.listen<TerminalChanged>({
      name: 'fleet.push-when-terminal-changed',
      event: 'fleet.terminal_changed',
      handle: (tx, payload) => this.push(tx, payload),
    });
  }

  private async push(tx: EntityManager, { terminalId }: TerminalChanged): Promise<void> {
    const found = await this.terminals.get(SYSTEM_SCOPE, terminalId, tx);
    const ownerId = found.vehicle?.ownerEnterpriseId ?? null;
    this.hub.changed(
      'terminal',
      terminalId,
      ownerId === null ? [] : [ownerId],
      toTerminalView(found),
    );
  }
}
