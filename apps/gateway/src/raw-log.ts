import { type LoggedBytes, type LoggedTerminal, RawLogDesk } from '@tongyun/fleet';
import { toHex } from '@tongyun/jt808';
import type { Clock, TerminalId } from '@tongyun/kernel';
import { Logger } from '@nestjs/common';

/** Whose bytes are to be kept, and where: what the gateway asks of fleet. */
export interface LogDesk {
  logged(): Promise<readonly LoggedTerminal[]>;
  keep(pieces: readonly LoggedBytes[]): Promise<void>;
}

export const LOG_DESK = Symbol('LogDesk');
export const logDeskProvider = { provide: LOG_DESK, useExisting: RawLogDesk };

/** Pieces that wait to be kept; beyond that they are dropped: a log must not cost a position. */
const MAX_WAITING = 2_000;
/** A piece is no longer than that; a longer reading is cut into several. */
const PIECE_BYTES = 2_048;
/** Every so many looks it is asked anew whose bytes to keep. */
const ASK_EVERY = 5;

/** Whose a connection is, as far as it is known. */
interface Line {
  readonly terminalId: TerminalId | null;
  readonly statedPhone: string | null;
}

type LoggedLine = Pick<LoggedBytes, 'terminalId' | 'isStatedOnly'>;

/** Keeps the bytes of those terminals for which an administrator has switched that on. */
export class RawLog {
  private readonly logger = new Logger(RawLog.name);
  private logged: ReadonlyMap<string, TerminalId> = new Map();
  private loggedIds: ReadonlySet<TerminalId> = new Set();
  private waiting: LoggedBytes[] = [];
  /** Pieces that were dropped since the last one of a terminal that was taken. */
  private readonly dropped = new Map<TerminalId, number>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private looks = 0;

  constructor(
    private readonly desk: LogDesk,
    private readonly clock: Clock,
    private readonly lookEveryMs: number,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.look().finally(() => (this.running = undefined));
    }, this.lookEveryMs);
  }

  /** Keeps what waits. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
    await this.keepWaiting();
  }

  /**
   * In whose log a connection's bytes are kept: that of the terminal that has shown its code; before
   * that, of the number stated on it, which may be anybody's. Null: in nobody's.
   */
  whose({ terminalId, statedPhone }: Line): LoggedLine | null {
    if (terminalId !== null) {
      return this.loggedIds.has(terminalId) ? { terminalId, isStatedOnly: false } : null;
    }
    const stated = statedPhone === null ? undefined : this.logged.get(statedPhone);
    return stated === undefined ? null : { terminalId: stated, isStatedOnly: true };
  }

  /** Takes bytes to be kept, as far as there is room; what there is no room for is counted. */
  add(line: LoggedLine, direction: 'in' | 'out', bytes: Uint8Array): void {
    const { terminalId } = line;
    const at = this.clock.now();
    for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
      if (this.waiting.length >= MAX_WAITING) {
        this.countDropped(terminalId, 1);
        continue;
      }
      const hex = toHex(bytes, from, Math.min(from + PIECE_BYTES, bytes.length));
      const droppedBefore = this.dropped.get(terminalId) ?? 0;
      this.dropped.delete(terminalId);
      this.waiting.push({ ...line, at, direction, hex, droppedBefore });
    }
  }

  private countDropped(terminalId: TerminalId, pieces: number): void {
    this.dropped.set(terminalId, (this.dropped.get(terminalId) ?? 0) + pieces);
  }

  private async look(): Promise<void> {
    try {
      if (this.looks % ASK_EVERY === 0) {
        const logged = await this.desk.logged();
        this.logged = new Map(logged.map(({ id, phone }) => [phone, id]));
        this.loggedIds = new Set(logged.map(({ id }) => id));
      }
      this.looks += 1;
    } catch (cause) {
      this.logger.error('It is not known whose bytes to keep', cause);
    }
    await this.keepWaiting();
  }

  /** Never throws: pieces that cannot be kept are gone, which the next one says. */
  private async keepWaiting(): Promise<void> {
    const pieces = this.waiting;
    if (pieces.length === 0) return;
    this.waiting = [];
    try {
      await this.desk.keep(pieces);
    } catch (cause) {
      this.logger.error(`${pieces.length} pieces of raw logs were not kept`, cause);
      for (const { terminalId, droppedBefore } of pieces) {
        this.countDropped(terminalId, 1 + droppedBefore);
      }
    }
  }
}
