import type { AccessScope, DriverId, DutyId, Interval, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { DutyEntity } from './duty.entity.js';
import { changeVersioned } from './versioned.js';
import { enterprisesOf, seenByBuilder } from './visible.js';

/** Who is on which vehicle. */
@Injectable()
export class DutyRepository {
  find(manager: EntityManager, id: DutyId): Promise<DutyEntity | null> {
    return manager.findOneBy(DutyEntity, { id });
  }

  openOfDriver(manager: EntityManager, driverId: DriverId): Promise<DutyEntity | null> {
    return manager.findOneBy(DutyEntity, { driverId, clockOutAt: IsNull() });
  }

  openOfVehicle(manager: EntityManager, vehicleId: VehicleId): Promise<DutyEntity | null> {
    return manager.findOneBy(DutyEntity, { vehicleId, clockOutAt: IsNull() });
  }

  /** Open duties of any of these vehicles or drivers, as far as the asker may see them. */
  openOf(
    manager: EntityManager,
    scope: AccessScope,
    whose: { readonly vehicleIds: readonly VehicleId[]; readonly driverIds: readonly DriverId[] },
  ): Promise<DutyEntity[]> {
    return manager
      .createQueryBuilder(DutyEntity, 'duty')
      .where('duty.clockOutAt IS NULL')
      .andWhere(seenByBuilder('duty.enterpriseId'), { seen: enterprisesOf(scope) })
      .andWhere(
        '(duty.vehicleId = ANY(:vehicleIds::uuid[]) OR duty.driverId = ANY(:driverIds::uuid[]))',
        { ...whose },
      )
      .orderBy('duty.id')
      .getMany();
  }

  /** Duties of a driver that touch the interval, the earliest first, as far as the asker may see. */
  ofDriver(
    manager: EntityManager,
    scope: AccessScope,
    driverId: DriverId,
    { from, to }: Interval,
  ): Promise<DutyEntity[]> {
    return manager
      .createQueryBuilder(DutyEntity, 'duty')
      .where('duty.driverId = :driverId', { driverId })
      .andWhere(seenByBuilder('duty.enterpriseId'), { seen: enterprisesOf(scope) })
      .andWhere('duty.clockInAt <= :to', { to })
      .andWhere('(duty.clockOutAt IS NULL OR duty.clockOutAt >= :from)', { from })
      .orderBy('duty.clockInAt')
      .addOrderBy('duty.id')
      .getMany();
  }

  latestOfDriver(manager: EntityManager, driverId: DriverId): Promise<DutyEntity | null> {
    return manager.findOne(DutyEntity, { where: { driverId }, order: { clockInAt: 'DESC' } });
  }

  insert(tx: EntityManager, duty: DutyEntity): Promise<unknown> {
    return tx.insert(DutyEntity, duty);
  }

  change(tx: EntityManager, duty: DutyEntity, change: Partial<DutyEntity>): Promise<DutyEntity> {
    return changeVersioned(tx, DutyEntity, duty, change);
  }
}
