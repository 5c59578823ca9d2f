import type { TerminalRefusalCode } from '@tongyun/contracts';
import { Logger } from '@nestjs/common';
import type { TerminalIdentities } from './terminal-identities.js';

/** Refusals that one connection puts on record at most: it may claim a new number with every frame. */
const MAX_NOTES = 8;

/** Puts on record whom one connection was refused as, and why; each once. */
export class RefusalNotes {
  private readonly logger = new Logger(RefusalNotes.name);
  private readonly noted = new Set<string>();

  constructor(private readonly identities: Pick<TerminalIdentities, 'refused'>) {}

  /** Never throws: what cannot be noted was refused all the same. */
  async note(phone: string, code: TerminalRefusalCode, lastFrame: string | null): Promise<void> {
    const key = `${phone} ${code}`;
    if (this.noted.has(key) || this.noted.size >= MAX_NOTES) return;
    this.noted.add(key);
    try {
      await this.identities.refused({ phone, code, lastFrame });
    } catch (cause) {
      this.logger.error(`The refusal ${code} could not be noted`, cause);
    }
  }

  /** Shown its code: should it be refused later, that is new. */
  forget(): void {
    this.noted.clear();
  }
}
