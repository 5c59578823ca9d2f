import type { GatewayMetrics } from './gateway-metrics.js';

/** A connection on which a terminal has shown its code. */
export interface TerminalConnection {
  /** The terminal came by another connection. */
  replaced(): void;
}

/** Which connection each terminal is on: one at a time, the newest. */
export class ConnectedTerminals<Connection extends TerminalConnection = TerminalConnection> {
  private readonly byPhone = new Map<string, Connection>();

  constructor(private readonly metrics: Pick<GatewayMetrics, 'countReplaced'>) {}

  /** A device that lost its line comes back before the old connection is known to be dead. */
  take(phone: string, connection: Connection): void {
    const before = this.byPhone.get(phone);
    this.byPhone.set(phone, connection);
    if (before === undefined || before === connection) return;
    this.metrics.countReplaced();
    before.replaced();
  }

  leave(phone: string, connection: Connection): void {
    if (this.byPhone.get(phone) === connection) this.byPhone.delete(phone);
  }
}
