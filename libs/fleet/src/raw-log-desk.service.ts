import { type Clock, CLOCK, newId, type TerminalId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { RawLogRepository } from './data/raw-log.repository.js';

/** Pieces of one terminal that are kept, the newest: about a day of a report every ten seconds. */
const KEPT = 10_000;

/** A terminal whose bytes are to be kept. */
export interface LoggedTerminal {
  readonly id: TerminalId;
  readonly phone: string;
}

/** Bytes that came or went in one go. */
export interface LoggedBytes {
  readonly terminalId: TerminalId;
  readonly at: Date;
  readonly direction: 'in' | 'out';
  /** Codes are masked. */
  readonly hex: string;
  /** Nobody had shown a code on that connection: its number was stated, and may be another's. */
  readonly isStatedOnly: boolean;
  /** How many pieces before this one could not be kept. */
  readonly droppedBefore: number;
}

/** Where a gateway learns whose bytes to keep, and leaves them. */
@Injectable()
export class RawLogDesk {
  constructor(
    private readonly logs: RawLogRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async logged(): Promise<LoggedTerminal[]> {
    const rows = await this.logs.logged(this.unitOfWork.reads, this.clock.now());
    return rows.map(({ id, phone }) => ({ id, phone }));
  }

  keep(pieces: readonly LoggedBytes[]): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.logs.insert(
        tx,
        pieces.map((piece) => ({ id: newId<string>(), ...piece })),
      );
      for (const terminalId of new Set(pieces.map((piece) => piece.terminalId))) {
        await this.logs.trim(tx, terminalId, KEPT);
      }
    });
  }
}
