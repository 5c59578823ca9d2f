import { CodeMask } from '@tongyun/jt808';
import type { TerminalId } from '@tongyun/kernel';
import type { RawLog } from './raw-log.js';

/** What of one connection goes into the raw log, without the codes it was opened with, whole or damaged. */
export class ConnectionLog {
  /** The number that the latest message stated, true or not. */
  statedPhone: string | null = null;
  /** Who has shown his code. */
  terminalId: TerminalId | null = null;
  private readonly masks = { in: new CodeMask(), out: new CodeMask() };

  constructor(private readonly rawLog: Pick<RawLog, 'whose' | 'add'>) {}

  note(direction: 'in' | 'out', bytes: Uint8Array): void {
    const mask = this.masks[direction];
    const logged = this.rawLog.whose(this);
    if (logged === null) mask.follow(bytes);
    else this.rawLog.add(logged, direction, mask.mask(bytes));
  }

  /** Nothing more comes. */
  close(): void {
    const logged = this.rawLog.whose(this);
    if (logged !== null) this.rawLog.add(logged, 'in', this.masks.in.rest());
  }
}
