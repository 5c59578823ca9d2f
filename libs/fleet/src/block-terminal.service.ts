import type { BlockTerminalRequest } from '@tongyun/contracts';
import type { AccessScope, TerminalId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TerminalEntity } from './data/terminal.entity.js';
import { TerminalRepository } from './data/terminal.repository.js';
import { TerminalDecisions } from './terminal-decisions.js';
import { TerminalQueries } from './terminal-queries.service.js';

@Injectable()
export class BlockTerminalService {
  constructor(
    private readonly terminals: TerminalRepository,
    private readonly terminalQueries: TerminalQueries,
    private readonly decisions: TerminalDecisions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Blocks a terminal or lets it in again; asking for what already holds changes nothing. */
  setBlocked(
    scope: AccessScope,
    terminalId: TerminalId,
    { isBlocked, reason }: BlockTerminalRequest,
  ): Promise<TerminalEntity> {
    return this.unitOfWork.run(async (tx) => {
      const { vehicle } = await this.terminalQueries.get(scope, terminalId, tx);
      const terminal = (await this.terminals.lock(tx, terminalId))!;
      if ((terminal.state === 'blocked') === isBlocked) return terminal;
      if (isBlocked) {
        const { vehicleId } = terminal;
        const decision = { kind: 'blocked', state: 'blocked', vehicleId, reason } as const;
        return this.decisions.record(tx, scope, terminal, decision);
      }
      const wasReplaced = await this.hasSuccessor(tx, terminal);
      return this.decisions.record(tx, scope, terminal, {
        kind: 'unblocked',
        state: vehicle && !vehicle.isProvisional && !wasReplaced ? 'bound' : 'provisional',
        vehicleId: wasReplaced ? null : terminal.vehicleId,
        reason,
      });
    });
  }

  /** Whether another terminal took over its vehicle while it was blocked. */
  private async hasSuccessor(tx: EntityManager, { vehicleId }: TerminalEntity): Promise<boolean> {
    if (vehicleId === null) return false;
    return (await this.terminals.onVehicles(tx, [vehicleId])).length > 0;
  }
}
