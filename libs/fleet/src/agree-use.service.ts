import type { AgreeUseRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  maySeeEnterprise,
  newId,
  SYSTEM_SCOPE,
  type VehicleId,
} from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { VehicleEntity } from './data/vehicle.entity.js';
import {
  type NamedUse,
  type NewUse,
  UseAgreementRepository,
} from './data/use-agreement.repository.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import { EnterpriseQueries } from './enterprise-queries.service.js';
import type { FleetEvents } from './fleet.events.js';
import { UseQueries } from './use-queries.service.js';
import { VehicleQueries } from './vehicle-queries.service.js';

/** Clocks of browsers go wrong by so much. */
const MAY_BE_LATE_MIN = 5;

@Injectable()
export class AgreeUseService {
  constructor(
    private readonly uses: UseAgreementRepository,
    private readonly useQueries: UseQueries,
    private readonly vehicles: VehicleRepository,
    private readonly vehicleQueries: VehicleQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Lets an enterprise use a vehicle. Only its owner, or the administration, may agree to that, and of times
   * that are over the administration alone: what was driven without an agreement was.
   */
  agree(scope: AccessScope, vehicleId: VehicleId, request: AgreeUseRequest): Promise<NamedUse> {
    return this.unitOfWork.run(async (tx) => {
      const vehicle = await this.vehicleQueries.get(scope, vehicleId, tx);
      assertAgreeable(scope, vehicle, request, this.clock.now());
      const enterpriseId = request.enterpriseId as EnterpriseId;
      await this.enterprises.get(SYSTEM_SCOPE, enterpriseId, tx);
      const agreement: NewUse = {
        ...request,
        id: newId(),
        vehicleId,
        enterpriseId,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      };
      await this.assertAlone(tx, agreement);
      await this.uses.insert(tx, agreement);
      await this.outbox.publish<FleetEvents>(tx, {
        name: 'fleet.vehicle_changed',
        orderingKey: vehicleId,
        payload: { vehicleId },
      });
      return this.useQueries.get(scope, vehicleId, agreement.id, tx);
    });
  }

  /** One plate works for one enterprise at a time, beside its owner. */
  private async assertAlone(tx: EntityManager, agreement: NewUse): Promise<void> {
    // Held, so that of two at once the second sees the first.
    await this.vehicles.lock(tx, agreement.vehicleId);
    if (agreement.kind === 'own') return;
    const other = await this.uses.findOverlap(tx, agreement);
    if (other === null) return;
    throw new DomainError('USE_OVERLAPS', 'Another enterprise uses the vehicle at that time', {
      validFrom: other.validFrom,
      validTo: other.validTo,
    });
  }
}

function assertAgreeable(
  scope: AccessScope,
  { ownerEnterpriseId }: VehicleEntity,
  { kind, enterpriseId, validFrom, validTo }: AgreeUseRequest,
  now: Date,
): void {
  if (!maySeeEnterprise(scope, ownerEnterpriseId)) {
    throw new DomainError('FORBIDDEN', 'Only the owner agrees to the use of a vehicle');
  }
  if (validTo !== null && validTo <= validFrom) {
    throw new DomainError('USE_PERIOD_INVALID', 'The agreement ends before it begins', {
      validFrom,
      validTo,
    });
  }
  const earliest = addMinutes(now, -MAY_BE_LATE_MIN);
  if (scope.enterpriseIds !== 'all' && validFrom < earliest) {
    throw new DomainError('USE_IN_THE_PAST', 'The agreement begins before it is made', {
      validFrom,
      earliest,
    });
  }
  if (kind === 'own' && enterpriseId !== ownerEnterpriseId) {
    throw new DomainError('USE_NOT_OWNER', 'Only its owner uses a vehicle as its own', {
      enterpriseId,
      ownerEnterpriseId,
    });
  }
}
