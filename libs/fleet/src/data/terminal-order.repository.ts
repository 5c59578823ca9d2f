import type { TerminalId, TerminalOrderId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { TerminalOrderEntity } from './terminal-order.entity.js';

/** Orders of one terminal that a list shows, the newest. */
const SHOWN = 100;

@Injectable()
export class TerminalOrderRepository {
  async insert(manager: EntityManager, row: TerminalOrderEntity): Promise<void> {
    await manager.insert(TerminalOrderEntity, row);
  }

  save(manager: EntityManager, row: TerminalOrderEntity): Promise<TerminalOrderEntity> {
    return manager.save(TerminalOrderEntity, row);
  }

  /** The newest of a terminal, newest first. */
  ofTerminal(manager: EntityManager, terminalId: TerminalId): Promise<TerminalOrderEntity[]> {
    return manager.find(TerminalOrderEntity, {
      where: { terminalId },
      order: { orderedAt: 'DESC', id: 'DESC' },
      take: SHOWN,
    });
  }

  /** Terminals that something is due for at `now`. */
  async terminalsWithDue(manager: EntityManager, now: Date): Promise<TerminalId[]> {
    const rows = await manager
      .createQueryBuilder(TerminalOrderEntity, 'told')
      .select('told.terminal_id', 'terminalId')
      .distinct(true)
      .where('told.settledAt IS NULL AND told.nextAt <= :now', { now })
      .getRawMany<{ terminalId: TerminalId }>();
    return rows.map(({ terminalId }) => terminalId);
  }

  /** What is due for these terminals, locked, in the order given; another gateway's are passed over. */
  lockDue(
    manager: EntityManager,
    terminalIds: readonly TerminalId[],
    now: Date,
  ): Promise<TerminalOrderEntity[]> {
    return manager.find(TerminalOrderEntity, {
      where: {
        terminalId: In([...terminalIds]),
        settledAt: IsNull(),
        nextAt: LessThanOrEqual(now),
      },
      order: { orderedAt: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  /** What is open beyond its time, locked; whether its terminal is connected or not. */
  lockOverdue(manager: EntityManager, now: Date, limit: number): Promise<TerminalOrderEntity[]> {
    return manager.find(TerminalOrderEntity, {
      where: { settledAt: IsNull(), nextAt: LessThanOrEqual(now), expiresAt: LessThanOrEqual(now) },
      order: { nextAt: 'ASC' },
      take: limit,
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  /** Ends the time of those that are open and hold longer. */
  async expireOpen(
    manager: EntityManager,
    ids: readonly TerminalOrderId[],
    now: Date,
  ): Promise<void> {
    const open = { id: In([...ids]), settledAt: IsNull(), expiresAt: MoreThan(now) };
    await manager.update(TerminalOrderEntity, open, { expiresAt: now });
  }

  /** An order that is still open, locked; null when it is settled or unknown. */
  lockOpen(manager: EntityManager, id: TerminalOrderId): Promise<TerminalOrderEntity | null> {
    return manager.findOne(TerminalOrderEntity, {
      where: { id, settledAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }
}
