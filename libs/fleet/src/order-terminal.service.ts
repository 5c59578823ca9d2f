import type { TerminalCommand } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type TerminalId,
  type TerminalOrderId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TerminalOrderEntity } from './data/terminal-order.entity.js';
import { TerminalOrderRepository } from './data/terminal-order.repository.js';
import { orderExpiresAt } from './rules/terminal-order.js';
import { TerminalQueries } from './terminal-queries.service.js';

@Injectable()
export class OrderTerminalService {
  constructor(
    private readonly orders: TerminalOrderRepository,
    private readonly terminals: TerminalQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Has a terminal told something as soon as it is connected, within the hour. */
  order(
    scope: AccessScope,
    terminalId: TerminalId,
    command: TerminalCommand,
  ): Promise<TerminalOrderEntity> {
    return this.unitOfWork.run((tx) => this.orderIn(tx, scope, terminalId, command));
  }

  /**
   * As `order`, in a transaction that is open: it is told if and only if that commits.
   *
   * @param withinMin how long what is said holds; left out, an hour
   */
  async orderIn(
    tx: EntityManager,
    scope: AccessScope,
    terminalId: TerminalId,
    command: TerminalCommand,
    withinMin?: number,
  ): Promise<TerminalOrderEntity> {
    const { terminal } = await this.terminals.getToChange(scope, terminalId, tx);
    if (terminal.state === 'blocked') {
      throw new DomainError('TERMINAL_BLOCKED', 'A blocked terminal is told nothing', {
        terminalId,
      });
    }
    const now = this.clock.now();
    const row: TerminalOrderEntity = {
      id: newId<TerminalOrderId>(),
      terminalId,
      command,
      state: 'waiting',
      orderedBy: scope.userId,
      orderedAt: now,
      expiresAt: orderExpiresAt(now, withinMin),
      sends: 0,
      nextAt: now,
      sentAt: null,
      settledAt: null,
      answer: null,
    };
    await this.orders.insert(tx, row);
    return row;
  }

  /** What is not told by now is not to be any more; what went out may still be answered. */
  async letLapse(tx: EntityManager, orderIds: readonly TerminalOrderId[]): Promise<void> {
    if (orderIds.length > 0) await this.orders.expireOpen(tx, orderIds, this.clock.now());
  }

  /** What a terminal was told lately, newest first. */
  async ordersOf(scope: AccessScope, terminalId: TerminalId): Promise<TerminalOrderEntity[]> {
    await this.terminals.get(scope, terminalId);
    return this.orders.ofTerminal(this.unitOfWork.reads, terminalId);
  }
}
