import type { EnterTerminalRequest } from '@tongyun/contracts';
import type { AccessScope, VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BindTerminalService } from './bind-terminal.service.js';
import type { TerminalEntity } from './data/terminal.entity.js';
import { NO_CODE_YET, ProvisionalIdentities } from './provisional-identities.js';

@Injectable()
export class EnterTerminalService {
  constructor(
    private readonly identities: ProvisionalIdentities,
    private readonly bindTerminal: BindTerminalService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Puts a terminal on a vehicle by its phone number, whether it has called already or not. One
   * that has not, and does not say which device it is when it does, is to be put there once more then.
   */
  enter(
    scope: AccessScope,
    { phone, vehicleId }: EnterTerminalRequest,
    within?: EntityManager,
  ): Promise<TerminalEntity> {
    return this.unitOfWork.join(within, async (tx) => {
      const { terminal } = await this.identities.openTerminal(tx, phone, NO_CODE_YET);
      return this.bindTerminal.bind(scope, terminal.id, vehicleId as VehicleId, tx);
    });
  }
}
