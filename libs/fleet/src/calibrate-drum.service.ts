import type { CalibrateDrumRequest } from '@tongyun/contracts';
import type { AccessScope, TerminalId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { TerminalEntity } from './data/terminal.entity.js';
import { TerminalRepository } from './data/terminal.repository.js';
import { TerminalDecisions } from './terminal-decisions.js';
import { TerminalQueries } from './terminal-queries.service.js';

@Injectable()
export class CalibrateDrumService {
  constructor(
    private readonly terminals: TerminalRepository,
    private readonly terminalQueries: TerminalQueries,
    private readonly decisions: TerminalDecisions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Says which way a terminal's drum sensor is mounted. What was stored before stays as it was taken;
   * asking for what already holds changes nothing.
   */
  calibrate(
    scope: AccessScope,
    terminalId: TerminalId,
    { isInverted }: CalibrateDrumRequest,
  ): Promise<TerminalEntity> {
    return this.unitOfWork.run(async (tx) => {
      await this.terminalQueries.getToChange(scope, terminalId, tx);
      const terminal = (await this.terminals.lock(tx, terminalId))!;
      if (terminal.isDrumInverted === isInverted) return terminal;
      terminal.isDrumInverted = isInverted;
      return this.decisions.record(tx, scope, terminal, {
        kind: isInverted ? 'drum_inverted' : 'drum_as_sent',
        state: terminal.state,
        vehicleId: terminal.vehicleId,
        reason: isInverted
          ? 'its sensor calls turning forwards reverse'
          : 'its sensor calls turning forwards forward',
      });
    });
  }
}
