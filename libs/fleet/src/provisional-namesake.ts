import type { PlateColor } from '@tongyun/contracts';
import { type AccessScope, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TerminalRepository } from './data/terminal.repository.js';
import type { VehicleEntity } from './data/vehicle.entity.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import { plateTaken } from './taken-names.js';
import { TerminalDecisions } from './terminal-decisions.js';

interface NamedVehicle {
  /** Of the vehicle that is to carry the plate; null while it has none. */
  readonly id: VehicleId | null;
  readonly plateNo: string | null;
  readonly plateColor: PlateColor | null;
}

/** The vehicle that terminals or plates made of what somebody now enters by its name. */
@Injectable()
export class ProvisionalNamesake {
  constructor(
    private readonly vehicles: VehicleRepository,
    private readonly terminals: TerminalRepository,
    private readonly decisions: TerminalDecisions,
  ) {}

  /** The provisional vehicle with this plate, locked; refused when an entered one carries it. */
  async find(
    tx: EntityManager,
    { id, plateNo, plateColor }: NamedVehicle,
  ): Promise<VehicleEntity | null> {
    if (plateNo === null) return null;
    const found = await this.vehicles.findByPlate(tx, SYSTEM_SCOPE, plateNo, plateColor);
    const holders = found.filter((holder) => holder.id !== id);
    if (holders.some(({ isProvisional }) => !isProvisional)) throw plateTaken(plateNo);
    const [provisional] = holders;
    return provisional ? this.vehicles.lock(tx, provisional.id) : null;
  }

  /** Binds the terminals of what was provisional to the vehicle that was entered. */
  async bindTerminals(
    tx: EntityManager,
    scope: AccessScope,
    provisionalId: VehicleId,
    vehicleId: VehicleId,
  ): Promise<void> {
    for (const terminal of await this.terminals.onVehicles(tx, [provisionalId])) {
      await this.decisions.record(tx, scope, terminal, {
        kind: 'bound',
        state: 'bound',
        vehicleId,
        reason: 'the provisional vehicle was entered in the fleet',
      });
    }
  }
}
