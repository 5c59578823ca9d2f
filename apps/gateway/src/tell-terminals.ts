import { Logger } from '@nestjs/common';
import type { ConnectedTerminals } from './connected-terminals.js';
import type { OrderDesk } from './order-desk.js';

/** Every so many looks, orders of terminals that never came are given up. */
const GIVE_UP_EVERY = 60;

/** Takes what the terminals of this gateway are to be told, and tells them; one look at a time. */
export class TellTerminals {
  private readonly logger = new Logger(TellTerminals.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private looks = 0;

  constructor(
    private readonly desk: OrderDesk,
    private readonly connections: Pick<ConnectedTerminals, 'find'>,
    private readonly lookEveryMs: number,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.look().finally(() => (this.running = undefined));
    }, this.lookEveryMs);
  }

  /** Finishes what is under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Never throws: what is not told now is due at the next look. */
  private async look(): Promise<void> {
    try {
      if (this.looks % GIVE_UP_EVERY === 0) await this.desk.giveUpOverdue();
      this.looks += 1;
      const here = (await this.desk.due()).filter((id) => this.connections.find(id));
      if (here.length === 0) return;
      for (const order of await this.desk.take(here)) {
        this.connections.find(order.terminalId)?.tell(order);
      }
    } catch (cause) {
      this.logger.error('Terminals could not be told what is due', cause);
    }
  }
}
