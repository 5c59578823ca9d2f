import {
  type AccessScope,
  DomainError,
  maySeeEnterprise,
  type TerminalId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TerminalEntity } from './data/terminal.entity.js';
import { TerminalRepository } from './data/terminal.repository.js';
import { NO_CODE_YET } from './provisional-identities.js';
import { claimedDeviceOf, type StatedDevice } from './rules/registering-device.js';
import { SetTerminalAside } from './set-terminal-aside.js';
import { TerminalDecisions } from './terminal-decisions.js';
import { TerminalQueries } from './terminal-queries.service.js';
import { VehicleQueries } from './vehicle-queries.service.js';

@Injectable()
export class BindTerminalService {
  constructor(
    private readonly terminals: TerminalRepository,
    private readonly terminalQueries: TerminalQueries,
    private readonly vehicles: VehicleQueries,
    private readonly setTerminalAside: SetTerminalAside,
    private readonly decisions: TerminalDecisions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Puts a terminal on a vehicle by a person's decision, which wins over whatever stood before.
   *
   * What was reported until now stays with the vehicle it was stored for. A terminal that stood for
   * this vehicle goes on under a nameless provisional one, so that its positions are still stored. Where
   * another device stated the terminal's number, the decision is for that one: the device before is
   * forgotten, and none but that one is the terminal when it registers. One that says nothing of itself
   * cannot be told from others: the next to register or to show a code is taken, off the vehicle, until
   * it is bound once more.
   *
   * @param device the one that whoever decides has before him; the last that was turned down if left out
   */
  bind(
    scope: AccessScope,
    terminalId: TerminalId,
    vehicleId: VehicleId,
    within?: EntityManager,
    device?: StatedDevice,
  ): Promise<TerminalEntity> {
    return this.unitOfWork.join(within, async (tx) => {
      await this.terminalQueries.getToChange(scope, terminalId, tx);
      const vehicle = await this.vehicles.get(scope, vehicleId, tx);
      if (!maySeeEnterprise(scope, vehicle.ownerEnterpriseId)) {
        throw new DomainError('FORBIDDEN', 'Only its owner has a terminal put on a vehicle', {
          vehicleId,
        });
      }
      const terminal = (await this.terminals.lock(tx, terminalId))!;
      if (terminal.state === 'blocked') {
        throw new DomainError('TERMINAL_BLOCKED', 'Unblock the terminal before binding it', {
          terminalId,
        });
      }
      const isOfAnother = terminal.refusalCode === 'ANOTHER_TERMINAL';
      if (isOfAnother) awaitDevice(terminal, device ?? claimedDeviceOf(terminal));
      await this.displaceOthers(tx, scope, vehicleId, terminalId);
      return this.decisions.record(tx, scope, terminal, {
        kind: 'bound',
        state: vehicle.isProvisional ? 'provisional' : 'bound',
        vehicleId,
        reason: isOfAnother ? `bound by hand; ${nameOf(terminal)} is awaited` : 'bound by hand',
      });
    });
  }

  private async displaceOthers(
    tx: EntityManager,
    scope: AccessScope,
    vehicleId: VehicleId,
    newcomerId: TerminalId,
  ): Promise<void> {
    for (const other of await this.terminals.onVehicles(tx, [vehicleId])) {
      if (other.id === newcomerId) continue;
      const reason = `terminal ${newcomerId} was bound to its vehicle`;
      await this.setTerminalAside.setAside(tx, scope, other, reason);
    }
  }
}

const awaitDevice = (terminal: TerminalEntity, device: StatedDevice): void => {
  const { terminalNo, manufacturer } = device;
  const awaited = { authCode: NO_CODE_YET, terminalNo, manufacturer, model: null };
  const nobodyElse = { refusalCode: null, claimedTerminalNo: null, claimedManufacturer: null };
  Object.assign(terminal, awaited, nobodyElse);
};

const nameOf = ({ terminalNo, manufacturer }: StatedDevice): string =>
  terminalNo === null && manufacturer === null
    ? 'whichever device comes next, to be bound once more,'
    : `device ${terminalNo ?? 'without number'} of ${manufacturer ?? 'no stated maker'}`;
