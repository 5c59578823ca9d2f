import type { CreateVehicleRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  newId,
  SYSTEM_SCOPE,
  type VehicleId,
} from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TerminalRepository } from './data/terminal.repository.js';
import type { VehicleEntity } from './data/vehicle.entity.js';
import { UseAgreementRepository } from './data/use-agreement.repository.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import { EnterpriseQueries } from './enterprise-queries.service.js';
import type { FleetEvents } from './fleet.events.js';
import { asTakenName, plateOf, plateTaken } from './taken-names.js';
import { TerminalDecisions } from './terminal-decisions.js';

@Injectable()
export class CreateVehicleService {
  constructor(
    private readonly vehicles: VehicleRepository,
    private readonly uses: UseAgreementRepository,
    private readonly terminals: TerminalRepository,
    private readonly decisions: TerminalDecisions,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Enters a vehicle, with its owner's right to use it. A provisional vehicle with the same plate
   * becomes the real one and keeps its id, so that its positions and alerts stay with it.
   */
  async create(
    scope: AccessScope,
    request: CreateVehicleRequest,
    within?: EntityManager,
  ): Promise<VehicleEntity> {
    const plateNo = plateOf(request);
    try {
      return await this.unitOfWork.join(within, (tx) =>
        this.enter(tx, scope, { ...request, plateNo }),
      );
    } catch (error) {
      throw asTakenName(error, { ...request, plateNo });
    }
  }

  private async enter(
    tx: EntityManager,
    scope: AccessScope,
    request: CreateVehicleRequest,
  ): Promise<VehicleEntity> {
    const ownerEnterpriseId = request.ownerEnterpriseId as EnterpriseId | null;
    await this.assertMayOwn(tx, scope, ownerEnterpriseId);
    const entered = { ...request, ownerEnterpriseId, isProvisional: false };
    const provisional = await this.findProvisional(tx, request);
    const vehicle = provisional
      ? await this.adopt(tx, scope, Object.assign(provisional, entered))
      : await this.insert(tx, entered);

    if (ownerEnterpriseId !== null) {
      const now = this.clock.now();
      await this.uses.insert(tx, {
        id: newId(),
        vehicleId: vehicle.id,
        enterpriseId: ownerEnterpriseId,
        kind: 'own',
        validFrom: now,
        validTo: null,
        decidedBy: scope.userId,
        decidedAt: now,
      });
    }
    await this.outbox.publish<FleetEvents>(tx, {
      name: 'fleet.vehicle_changed',
      orderingKey: vehicle.id,
      payload: { vehicleId: vehicle.id },
    });
    return vehicle;
  }

  private async assertMayOwn(
    tx: EntityManager,
    scope: AccessScope,
    ownerEnterpriseId: EnterpriseId | null,
  ): Promise<void> {
    if (ownerEnterpriseId !== null) {
      await this.enterprises.get(scope, ownerEnterpriseId, tx);
    } else if (scope.enterpriseIds !== 'all') {
      throw new DomainError('FORBIDDEN', 'An enterprise enters vehicles of its own only');
    }
  }

  private async findProvisional(
    tx: EntityManager,
    { plateNo, plateColor }: CreateVehicleRequest,
  ): Promise<VehicleEntity | null> {
    if (plateNo === null) return null;
    const holders = await this.vehicles.findByPlate(tx, SYSTEM_SCOPE, plateNo, plateColor);
    if (holders.some(({ isProvisional }) => !isProvisional)) throw plateTaken(plateNo);
    const [provisional] = holders;
    return provisional ? this.vehicles.lock(tx, provisional.id) : null;
  }

  private async adopt(
    tx: EntityManager,
    scope: AccessScope,
    vehicle: VehicleEntity,
  ): Promise<VehicleEntity> {
    const adopted = await this.vehicles.save(tx, vehicle);
    for (const terminal of await this.terminals.onVehicles(tx, [vehicle.id])) {
      await this.decisions.record(tx, scope, terminal, {
        kind: 'bound',
        state: 'bound',
        vehicleId: vehicle.id,
        reason: 'the provisional vehicle was entered in the fleet',
      });
    }
    return adopted;
  }

  private async insert(
    tx: EntityManager,
    entered: Omit<VehicleEntity, 'id' | 'createdAt' | 'version'>,
  ): Promise<VehicleEntity> {
    const vehicle: VehicleEntity = {
      ...entered,
      id: newId<VehicleId>(),
      createdAt: this.clock.now(),
      version: 1,
    };
    await this.vehicles.insert(tx, vehicle);
    return vehicle;
  }
}
