import type { TerminalId } from '@tongyun/kernel';
import type { GatewayMetrics } from './gateway-metrics.js';
import type { OrderToTell } from './order-desk.js';

/** A connection on which a terminal has shown its code. */
export interface TerminalConnection {
  /** The terminal came by another connection. */
  replaced(): void;
  /** Something was decided about the terminal: who stands behind it is asked for anew. */
  reconsider(): void;
  /** Sends an order, under the number it had if this connection has sent it before. */
  tell(order: OrderToTell): void;
}

/** Which connection each terminal is on: one at a time, the newest. */
export class ConnectedTerminals<Connection extends TerminalConnection = TerminalConnection> {
  private readonly byTerminal = new Map<TerminalId, Connection>();

  constructor(private readonly metrics: Pick<GatewayMetrics, 'countReplaced'>) {}

  /** A device that lost its line comes back before the old connection is known to be dead. */
  take(terminalId: TerminalId, connection: Connection): void {
    const before = this.byTerminal.get(terminalId);
    this.byTerminal.set(terminalId, connection);
    if (before === undefined || before === connection) return;
    this.metrics.countReplaced();
    before.replaced();
  }

  leave(terminalId: TerminalId, connection: Connection): void {
    if (this.byTerminal.get(terminalId) === connection) this.byTerminal.delete(terminalId);
  }

  find(terminalId: TerminalId): Connection | undefined {
    return this.byTerminal.get(terminalId);
  }
}
