import type { AgreeUseRequest } from '@tongyun/contracts';
import {
  type AccessScope,
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
import type { VehicleEntity } from './data/vehicle.entity.js';
import { type NewUse, VehicleRepository } from './data/vehicle.repository.js';
import { EnterpriseQueries } from './enterprise-queries.service.js';
import type { FleetEvents } from './fleet.events.js';
import { VehicleQueries } from './vehicle-queries.service.js';

@Injectable()
export class AgreeUseService {
  constructor(
    private readonly vehicles: VehicleRepository,
    private readonly vehicleQueries: VehicleQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Lets an enterprise use a vehicle. Only its owner, or the administration, may agree to that. */
  agree(scope: AccessScope, vehicleId: VehicleId, request: AgreeUseRequest): Promise<NewUse> {
    return this.unitOfWork.run(async (tx) => {
      const vehicle = await this.vehicleQueries.get(scope, vehicleId, tx);
      assertAgreeable(scope, vehicle, request);
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
      await this.vehicles.insertUse(tx, agreement);
      await this.outbox.publish<FleetEvents>(tx, {
        name: 'fleet.vehicle_changed',
        orderingKey: vehicleId,
        payload: { vehicleId },
      });
      return agreement;
    });
  }
}

function assertAgreeable(
  scope: AccessScope,
  { ownerEnterpriseId }: VehicleEntity,
  { kind, enterpriseId, validFrom, validTo }: AgreeUseRequest,
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
  if (kind === 'own' && enterpriseId !== ownerEnterpriseId) {
    throw new DomainError('USE_NOT_OWNER', 'Only its owner uses a vehicle as its own', {
      enterpriseId,
      ownerEnterpriseId,
    });
  }
}
