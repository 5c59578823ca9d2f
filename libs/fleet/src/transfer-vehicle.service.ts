import type {
  AskVehicleTransferRequest,
  ListVehicleTransfersQuery,
  StepVehicleTransferRequest,
} from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  newId,
  SYSTEM_SCOPE,
  type VehicleTransferId,
} from '@tongyun/kernel';
import { assertUnchanged, Outbox, readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { VehicleEntity } from './data/vehicle.entity.js';
import { UseAgreementRepository } from './data/use-agreement.repository.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import type { VehicleTransferEntity } from './data/vehicle-transfer.entity.js';
import {
  VehicleTransferRepository,
  type VehicleTransferRow,
  type VehicleTransferStepRow,
} from './data/vehicle-transfer.repository.js';
import type { FleetEvents } from './fleet.events.js';
import { normalisePlate } from './rules/plate.js';
import { judgeTransferStep, transferStepsFrom, transferStepsOf } from './rules/vehicle-transfer.js';

/** Takes a vehicle from one enterprise to another: asked, agreed, decided. */
@Injectable()
export class TransferVehicleService {
  constructor(
    private readonly transfers: VehicleTransferRepository,
    private readonly vehicles: VehicleRepository,
    private readonly uses: UseAgreementRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The asker's enterprise wants a vehicle that another one owns, and knows its plate. */
  ask(
    scope: AccessScope,
    { plateNo, plateColor, reason }: AskVehicleTransferRequest,
  ): Promise<VehicleTransferRow> {
    return this.unitOfWork.run(async (tx) => {
      const plate = normalisePlate(plateNo);
      const [found] = (await this.vehicles.findByPlate(tx, SYSTEM_SCOPE, plate, plateColor)).filter(
        ({ isProvisional }) => !isProvisional,
      );
      const vehicle = found && (await this.vehicles.lock(tx, found.id));
      if (!vehicle) throw new DomainError('VEHICLE_NOT_FOUND', `No vehicle ${plate}`, { plateNo });
      const [fromEnterpriseId, toEnterpriseId] = partiesOf(scope, vehicle);
      if (await this.transfers.isOpen(tx, vehicle.id)) {
        throw new DomainError('TRANSFER_OPEN', 'A transfer of the vehicle is under way', {
          plateNo,
        });
      }
      const transfer: VehicleTransferEntity = {
        id: newId<VehicleTransferId>(),
        vehicleId: vehicle.id,
        fromEnterpriseId,
        toEnterpriseId,
        state: 'asked',
        askedBy: scope.userId,
        askedAt: this.clock.now(),
        version: 1,
      };
      await this.transfers.insert(tx, transfer);
      await this.note(tx, scope, null, transfer, reason);
      return this.get(scope, transfer.id, tx);
    });
  }

  /**
   * Takes a transfer one step further; the approval makes the vehicle the taking enterprise's.
   *
   * @param ifMatch the version that was seen, as an entity tag
   */
  step(
    scope: AccessScope,
    id: VehicleTransferId,
    { state, reason }: StepVehicleTransferRequest,
    ifMatch: string | undefined,
  ): Promise<VehicleTransferRow> {
    return this.unitOfWork.run(async (tx) => {
      await this.get(scope, id, tx);
      const transfer = await this.transfers.lock(tx, id);
      const nextStates = transferStepsOf(transfer, scope);
      assertUnchanged(ifMatch, transfer, { ...transfer, nextStates });
      assertMayStep(scope, transfer, state);
      const before = { ...transfer };
      transfer.state = state;
      await this.transfers.save(tx, transfer);
      await this.note(tx, scope, before, transfer, reason);
      if (state === 'approved') await this.handOver(tx, scope, transfer);
      return this.get(scope, id, tx);
    });
  }

  async get(
    scope: AccessScope,
    id: VehicleTransferId,
    tx?: EntityManager,
  ): Promise<VehicleTransferRow> {
    const row = await this.transfers.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!row) throw new DomainError('TRANSFER_NOT_FOUND', `No transfer ${id}`, { id });
    return row;
  }

  /** Newest first; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: ListVehicleTransfersQuery): Promise<VehicleTransferRow[]> {
    const after = readInstantCursor(query);
    return this.transfers.list(this.unitOfWork.reads, scope, query, after);
  }

  /** How a transfer went, oldest first. */
  async stepsOf(scope: AccessScope, id: VehicleTransferId): Promise<VehicleTransferStepRow[]> {
    await this.get(scope, id);
    return this.transfers.stepsOf(this.unitOfWork.reads, id);
  }

  private async handOver(
    tx: EntityManager,
    scope: AccessScope,
    transfer: VehicleTransferEntity,
  ): Promise<void> {
    const { vehicleId, fromEnterpriseId, toEnterpriseId } = transfer;
    const vehicle = (await this.vehicles.lock(tx, vehicleId))!;
    if (vehicle.ownerEnterpriseId !== fromEnterpriseId) {
      throw new DomainError('TRANSFER_OUTDATED', 'The vehicle has another owner by now', {
        ownerEnterpriseId: vehicle.ownerEnterpriseId,
      });
    }
    if (await this.transfers.isAtWork(tx, transfer)) {
      throw new DomainError(
        'TRANSFER_VEHICLE_AT_WORK',
        'The vehicle is on duty, on a trip or has jobs',
        {
          vehicleId,
        },
      );
    }
    const now = this.clock.now();
    await this.assertUsedByNoOther(tx, transfer, now);
    await this.vehicles.save(tx, Object.assign(vehicle, { ownerEnterpriseId: toEnterpriseId }));
    await this.uses.insert(tx, {
      id: newId(),
      vehicleId,
      enterpriseId: toEnterpriseId,
      kind: 'own',
      validFrom: now,
      validTo: null,
      decidedBy: scope.userId,
      decidedAt: now,
    });
    await this.outbox.publish<FleetEvents>(tx, {
      name: 'fleet.vehicle_changed',
      orderingKey: vehicleId,
      payload: { vehicleId },
    });
  }

  /** What its owner let a third enterprise use is that one's by his word until it ends. */
  private async assertUsedByNoOther(
    tx: EntityManager,
    { vehicleId, toEnterpriseId: enterpriseId }: VehicleTransferEntity,
    validFrom: Date,
  ): Promise<void> {
    const asked = { vehicleId, enterpriseId, validFrom, validTo: null };
    const other = await this.uses.findOverlap(tx, asked);
    if (other === null) return;
    throw new DomainError('TRANSFER_VEHICLE_IN_USE', 'A third enterprise uses the vehicle', {
      validFrom: other.validFrom,
      validTo: other.validTo,
    });
  }

  private async note(
    tx: EntityManager,
    scope: AccessScope,
    before: VehicleTransferEntity | null,
    { id, state }: VehicleTransferEntity,
    reason: string,
  ): Promise<void> {
    await this.transfers.insertStep(tx, {
      id: newId(),
      transferId: id,
      fromState: before && before.state,
      toState: state,
      reason,
      before,
      decidedBy: scope.userId,
      decidedAt: this.clock.now(),
    });
  }
}

/** Who gives and who takes; refuses a vehicle that nobody can give. */
function partiesOf(
  { enterpriseIds }: AccessScope,
  { ownerEnterpriseId, plateNo }: VehicleEntity,
): [from: EnterpriseId, to: EnterpriseId] {
  const taker = enterpriseIds === 'all' ? undefined : enterpriseIds[0];
  if (taker === undefined) throw new DomainError('FORBIDDEN', 'An enterprise asks for a vehicle');
  if (ownerEnterpriseId === null) {
    throw new DomainError('TRANSFER_OWNER_UNKNOWN', 'No enterprise here owns the vehicle', {
      plateNo,
    });
  }
  if (ownerEnterpriseId === taker) {
    throw new DomainError('TRANSFER_OWN_VEHICLE', 'The vehicle is yours already', { plateNo });
  }
  return [ownerEnterpriseId, taker];
}

function assertMayStep(
  scope: AccessScope,
  transfer: VehicleTransferEntity,
  to: StepVehicleTransferRequest['state'],
): void {
  const verdict = judgeTransferStep(transfer, to, scope);
  if (verdict === 'ok') return;
  const { state: from } = transfer;
  if (verdict === 'not_yours') {
    throw new DomainError('FORBIDDEN', 'This step is not yours to take', { from, to });
  }
  throw new DomainError('TRANSFER_STEP_INVALID', `${to} does not follow on ${from}`, {
    from,
    to,
    possible: transferStepsFrom(from),
  });
}
