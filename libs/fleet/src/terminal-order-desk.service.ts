import type { TerminalOrderAnswer } from '@tongyun/contracts';
import { type Clock, CLOCK, type TerminalId, type TerminalOrderId } from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TerminalOrderEntity } from './data/terminal-order.entity.js';
import { TerminalOrderRepository } from './data/terminal-order.repository.js';
import type { FleetEvents } from './fleet.events.js';
import { judgeOpenOrder } from './rules/terminal-order.js';

const OVERDUE_AT_ONCE = 500;

type SettledState = 'done' | 'refused' | 'unanswered' | 'expired';

/** Where a gateway takes what its terminals are to be told, and leaves what they answered. */
@Injectable()
export class TerminalOrderDesk {
  constructor(
    private readonly orders: TerminalOrderRepository,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Terminals that something is due for, wherever they are connected. */
  due(): Promise<TerminalId[]> {
    return this.orders.terminalsWithDue(this.unitOfWork.reads, this.clock.now());
  }

  /**
   * Takes what is to be sent now to these terminals, which are connected to the caller. It counts as
   * sent from here on: should the caller die, it goes out again after its time-out.
   */
  take(terminalIds: readonly TerminalId[]): Promise<TerminalOrderEntity[]> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const toSend: TerminalOrderEntity[] = [];
      for (const order of await this.orders.lockDue(tx, terminalIds, now)) {
        const verdict = judgeOpenOrder(order, now);
        if (verdict.state === 'wait') continue;
        if (verdict.state !== 'send') {
          await this.settle(tx, order, verdict.state, null);
          continue;
        }
        Object.assign(order, {
          state: 'sent',
          sends: order.sends + 1,
          nextAt: verdict.nextAt,
          sentAt: order.sentAt ?? now,
        });
        toSend.push(await this.orders.save(tx, order));
      }
      return toSend;
    });
  }

  /** Gives up what is beyond its time although its terminal never came. */
  giveUpOverdue(): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      for (const order of await this.orders.lockOverdue(tx, now, OVERDUE_AT_ONCE)) {
        await this.settle(tx, order, order.sends === 0 ? 'expired' : 'unanswered', null);
      }
    });
  }

  /** Notes what a terminal answered; the answer to an order that is settled changes nothing. */
  answered(
    id: TerminalOrderId,
    state: 'done' | 'refused',
    answer: TerminalOrderAnswer,
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const order = await this.orders.lockOpen(tx, id);
      if (order) await this.settle(tx, order, state, answer);
    });
  }

  private async settle(
    tx: EntityManager,
    order: TerminalOrderEntity,
    state: SettledState,
    answer: TerminalOrderAnswer | null,
  ): Promise<void> {
    Object.assign(order, { state, answer, settledAt: this.clock.now() });
    await this.orders.save(tx, order);
    await this.outbox.publish<FleetEvents>(tx, {
      name: 'fleet.terminal_order_settled',
      orderingKey: order.terminalId,
      payload: { orderId: order.id, terminalId: order.terminalId, state },
    });
  }
}
