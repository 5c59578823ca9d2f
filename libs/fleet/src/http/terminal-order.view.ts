import type { TerminalOrderView } from '@tongyun/contracts';
import type { TerminalOrderEntity } from '../data/terminal-order.entity.js';

export const toTerminalOrderView = (order: TerminalOrderEntity): TerminalOrderView => ({
  id: order.id,
  terminalId: order.terminalId,
  command: order.command,
  state: order.state,
  orderedBy: order.orderedBy,
  orderedAt: order.orderedAt.toISOString(),
  expiresAt: order.expiresAt.toISOString(),
  sends: order.sends,
  sentAt: order.sentAt?.toISOString() ?? null,
  settledAt: order.settledAt?.toISOString() ?? null,
  answer: order.answer,
});
