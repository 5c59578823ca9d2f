import type { TerminalCommand, TerminalOrderAnswer } from '@tongyun/contracts';
import { TerminalOrderDesk } from '@tongyun/fleet';
import type { TerminalId, TerminalOrderId } from '@tongyun/kernel';

/** An order as it goes out. */
export interface OrderToTell {
  readonly id: TerminalOrderId;
  readonly terminalId: TerminalId;
  readonly command: TerminalCommand;
}

/** What is to be told to terminals, and where their answers go: all that the gateway asks of fleet. */
export interface OrderDesk {
  due(): Promise<readonly TerminalId[]>;
  take(terminalIds: readonly TerminalId[]): Promise<readonly OrderToTell[]>;
  giveUpOverdue(): Promise<void>;
  answered(
    id: TerminalOrderId,
    state: 'done' | 'refused',
    answer: TerminalOrderAnswer,
  ): Promise<void>;
}

export const ORDER_DESK = Symbol('OrderDesk');
export const orderDeskProvider = { provide: ORDER_DESK, useExisting: TerminalOrderDesk };
