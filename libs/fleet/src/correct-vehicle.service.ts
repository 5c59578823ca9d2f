import type { DescribedVehicle } from '@tongyun/contracts';
import { type AccessScope, DomainError, maySeeEnterprise, type VehicleId } from '@tongyun/kernel';
import { Outbox } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TerminalRepository } from './data/terminal.repository.js';
import type { VehicleEntity } from './data/vehicle.entity.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import type { FleetEvents } from './fleet.events.js';
import { ProvisionalNamesake } from './provisional-namesake.js';
import { asTakenName, keptNames } from './taken-names.js';
import { VehicleQueries } from './vehicle-queries.service.js';

@Injectable()
export class CorrectVehicleService {
  constructor(
    private readonly vehicles: VehicleRepository,
    private readonly terminals: TerminalRepository,
    private readonly namesake: ProvisionalNamesake,
    private readonly queries: VehicleQueries,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Puts right what was entered of a vehicle, for who holds it alone and in the caller's transaction,
   * which has judged that it may still be put right and keeps what comes back. Which haulage firm's it
   * is stays with the administration, that entered it. A provisional vehicle with the right plate gives
   * its terminals up to a vehicle without one, and keeps what was stored for it.
   *
   * @returns the vehicle as it was before
   */
  async correct(
    tx: EntityManager,
    scope: AccessScope,
    id: VehicleId,
    described: DescribedVehicle,
  ): Promise<VehicleEntity> {
    const named = { ...described, ...keptNames(described) };
    await this.vehicles.lock(tx, id);
    const before = await this.queries.get(scope, id, tx);
    const holder = await this.vehicles.holder(tx, id);
    if (!maySeeEnterprise(scope, holder)) {
      throw new DomainError(
        'FORBIDDEN',
        'Only who holds a vehicle corrects what was entered of it',
      );
    }
    assertSameFirm(scope, before, described);
    const { plateNo, plateColor } = named;
    const provisional = await this.namesake.find(tx, { id, plateNo, plateColor });
    if (provisional) await this.takeOver(tx, scope, provisional, id);
    try {
      const { ownerEnterpriseId } = before;
      await this.vehicles.save(tx, { ...before, ...named, ownerEnterpriseId });
    } catch (error) {
      throw asTakenName(error, named);
    }
    await this.tell(tx, id);
    return before;
  }

  private async takeOver(
    tx: EntityManager,
    scope: AccessScope,
    provisional: VehicleEntity,
    vehicleId: VehicleId,
  ): Promise<void> {
    // Alerts and positions of it still name the plate; without a colour it keeps nobody from it.
    await this.vehicles.save(tx, Object.assign(provisional, { plateColor: null }));
    const fitted = await this.terminals.onVehicles(tx, [vehicleId]);
    if (fitted.length === 0) {
      await this.namesake.bindTerminals(tx, scope, provisional.id, vehicleId);
    }
    await this.tell(tx, provisional.id);
  }

  private async tell(tx: EntityManager, vehicleId: VehicleId): Promise<void> {
    await this.outbox.publish<FleetEvents>(tx, {
      name: 'fleet.vehicle_changed',
      orderingKey: vehicleId,
      payload: { vehicleId },
    });
  }
}

function assertSameFirm(
  { enterpriseIds }: AccessScope,
  { ownerEnterpriseId, ownerName }: VehicleEntity,
  described: DescribedVehicle,
): void {
  if (enterpriseIds === 'all' || ownerEnterpriseId !== null) return;
  if (described.ownerName === ownerName) return;
  throw new DomainError('FORBIDDEN', 'Who uses a vehicle does not change whose it is', {
    ownerName,
  });
}
