import { firstIdAt, type TerminalId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { TerminalRepository } from './data/terminal.repository.js';

/** Which terminals somebody decided something about lately: what is remembered of them may be old. */
@Injectable()
export class DecidedTerminals {
  constructor(
    private readonly terminals: TerminalRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  since(at: Date): Promise<TerminalId[]> {
    return this.terminals.decidedFrom(this.unitOfWork.reads, firstIdAt(at));
  }
}
