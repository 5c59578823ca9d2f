import { addSeconds, type Clock } from '@tongyun/kernel';
import { Logger } from '@nestjs/common';
import type { ConnectedTerminals } from './connected-terminals.js';
import type { TerminalIdentities } from './terminal-identities.js';

/** Clocks of processes differ, and a decision is seen some time after it is dated. */
const LOOK_BACK_SEC = 10;

/** Has the connections of terminals about which something was decided ask anew who they are. */
export class HeedDecisions {
  private readonly logger = new Logger(HeedDecisions.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly identities: Pick<TerminalIdentities, 'decidedSince'>,
    private readonly connections: Pick<ConnectedTerminals, 'find'>,
    private readonly clock: Clock,
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

  /** Never throws: what is remembered of a terminal is old after a while anyway. */
  private async look(): Promise<void> {
    try {
      const since = addSeconds(this.clock.now(), -LOOK_BACK_SEC);
      for (const terminalId of await this.identities.decidedSince(since)) {
        this.connections.find(terminalId)?.reconsider();
      }
    } catch (cause) {
      this.logger.error('It is not known what was decided about terminals', cause);
    }
  }
}
