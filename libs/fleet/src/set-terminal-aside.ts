import type { AccessScope } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TerminalEntity } from './data/terminal.entity.js';
import { ProvisionalIdentities } from './provisional-identities.js';
import { TerminalDecisions } from './terminal-decisions.js';

/** Why one is set aside that took its code without anything that tells it from others. */
export const TAKEN_BLINDLY = 'it says neither number nor maker: a person has to confirm it';

/** Takes a terminal off its vehicle without losing what it reports. */
@Injectable()
export class SetTerminalAside {
  constructor(
    private readonly identities: ProvisionalIdentities,
    private readonly decisions: TerminalDecisions,
  ) {}

  /**
   * It goes on under a nameless provisional vehicle until a person binds it.
   *
   * @param terminal locked by this transaction
   */
  async setAside(
    tx: EntityManager,
    scope: AccessScope,
    terminal: TerminalEntity,
    reason: string,
  ): Promise<TerminalEntity> {
    const provisional = await this.identities.openVehicle(tx, null, null);
    return this.decisions.record(tx, scope, terminal, {
      kind: 'displaced',
      state: 'provisional',
      vehicleId: provisional.id,
      reason,
    });
  }
}
