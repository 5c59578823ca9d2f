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

/** Keeps the bytes of those terminals for which an administrator has switched that on. */
export class RawLog {
  private readonly logger = new Logger(RawLog.name);
  private logged: ReadonlyMap<string, TerminalId> = new Map();
  private waiting: LoggedBytes[] = [];
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

  /** @param phone the number stated on the connection; null while there was none yet */
  note(phone: string | null, direction: 'in' | 'out', bytes: Uint8Array): void {
    const terminalId = phone === null ? undefined : this.logged.get(phone);
    if (terminalId === undefined) return;
    const at = this.clock.now();
    for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
      if (this.waiting.length >= MAX_WAITING) return;
      const hex = toHex(bytes, from, Math.min(from + PIECE_BYTES, bytes.length));
      this.waiting.push({ terminalId, at, direction, hex });
    }
  }

  private async look(): Promise<void> {
    try {
      if (this.looks % ASK_EVERY === 0) {
        const logged = await this.desk.logged();
        this.logged = new Map(logged.map(({ id, phone }) => [phone, id]));
      }
      this.looks += 1;
    } catch (cause) {
      this.logger.error('It is not known whose bytes to keep', cause);
    }
    await this.keepWaiting();
  }

  /** Never throws: pieces that cannot be kept are gone. */
  private async keepWaiting(): Promise<void> {
    const pieces = this.waiting;
    if (pieces.length === 0) return;
    this.waiting = [];
    try {
      await this.desk.keep(pieces);
    } catch (cause) {
      this.logger.error(`${pieces.length} pieces of raw logs were not kept`, cause);
    }
  }
}
