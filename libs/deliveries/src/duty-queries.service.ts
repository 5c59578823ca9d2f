import type { AccessScope, DriverId, Interval, VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DutyEntity } from './data/duty.entity.js';
import { DutyRepository } from './data/duty.repository.js';

/** Who is on duty on what. */
@Injectable()
export class DutyQueries {
  constructor(
    private readonly duties: DutyRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The open duty of a driver or on a vehicle; null when there is none to be seen. */
  async openDutyOf(
    scope: AccessScope,
    whose: { readonly driverId: DriverId } | { readonly vehicleId: VehicleId },
    tx?: EntityManager,
  ): Promise<DutyEntity | null> {
    const [duty] = await this.duties.openOf(tx ?? this.unitOfWork.reads, scope, {
      vehicleIds: 'vehicleId' in whose ? [whose.vehicleId] : [],
      driverIds: 'driverId' in whose ? [whose.driverId] : [],
    });
    return duty ?? null;
  }

  /** Open duties on any of these vehicles or of any of these drivers, one for each at most. */
  openDutiesOf(
    scope: AccessScope,
    whose: { readonly vehicleIds: readonly VehicleId[]; readonly driverIds: readonly DriverId[] },
    tx?: EntityManager,
  ): Promise<DutyEntity[]> {
    return this.duties.openOf(tx ?? this.unitOfWork.reads, scope, whose);
  }

  /** A driver's duties that touch the interval, the earliest first; both ends belong to it. */
  dutiesOf(
    scope: AccessScope,
    driverId: DriverId,
    interval: Interval,
    tx?: EntityManager,
  ): Promise<DutyEntity[]> {
    return this.duties.ofDriver(tx ?? this.unitOfWork.reads, scope, driverId, interval);
  }
}
