import type { TerminalRefusalCode } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { TerminalRepository } from './data/terminal.repository.js';
import { NO_CODE_YET, ProvisionalIdentities } from './provisional-identities.js';
import { TerminalDecisions } from './terminal-decisions.js';

/** A terminal that was turned down, as a fitter has to see it. */
export interface RefusedTerminal {
  readonly phone: string;
  readonly code: TerminalRefusalCode;
  /** What it had sent, hexadecimal; null when that tells nothing. */
  readonly lastFrame: string | null;
}

@Injectable()
export class NoteRefusedTerminalService {
  constructor(
    private readonly terminals: TerminalRepository,
    private readonly identities: ProvisionalIdentities,
    private readonly decisions: TerminalDecisions,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps why a terminal was turned down until it shows its code. One that was never heard of is
   * entered, so that whoever has just mounted it finds it in his list; the first code it shows is its.
   */
  note(_scope: AccessScope, { phone, code, lastFrame }: RefusedTerminal): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const { terminal } = await this.identities.openTerminal(tx, phone, NO_CODE_YET);
      const now = this.clock.now();
      Object.assign(terminal, { refusalCode: code, lastSeenAt: now });
      if (lastFrame !== null) Object.assign(terminal, { lastFrame, lastFrameAt: now });
      await this.terminals.save(tx, terminal);
      await this.decisions.tell(tx, terminal);
    });
  }
}
