import type { AccessScope, DriverId, EnterpriseId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DriverEntity } from './driver.entity.js';
import { inDistrict } from './in-district.js';

/** An enterprise sees its own drivers, and those who come, or came, with a vehicle that was lent to it. */
const OWN_OR_LENT = `(driver.enterpriseId = ANY(:enterpriseIds) OR EXISTS (
  SELECT 1 FROM vehicle_loan loan
  WHERE loan.driver_id = driver.id AND loan.state IN ('accepted', 'recalled', 'returned')
    AND loan.borrower_enterprise_id = ANY(:enterpriseIds)))`;

/** The questions this slice asks of its drivers. */
@Injectable()
export class DriverRepository {
  find(manager: EntityManager, scope: AccessScope, id: DriverId): Promise<DriverEntity | null> {
    return this.visible(manager, scope).andWhere('driver.id = :id', { id }).getOne();
  }

  findMany(
    manager: EntityManager,
    scope: AccessScope,
    ids: readonly DriverId[],
  ): Promise<DriverEntity[]> {
    return this.visible(manager, scope).andWhere('driver.id = ANY(:ids)', { ids }).getMany();
  }

  ofEnterprise(
    manager: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
  ): Promise<DriverEntity[]> {
    return this.visible(manager, scope)
      .andWhere('driver.enterpriseId = :enterpriseId', { enterpriseId })
      .orderBy({ 'driver.name': 'ASC', 'driver.id': 'ASC' })
      .getMany();
  }

  /** By name, after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    after: CursorKey | null,
    limit: number,
    among: readonly DriverId[] | null,
  ): Promise<DriverEntity[]> {
    const rows = this.visible(manager, scope);
    if (among) rows.andWhere('driver.id = ANY(:among)', { among });
    if (after) rows.andWhere('(driver.name, driver.id) > (:key, :id)', after);
    return rows.orderBy({ 'driver.name': 'ASC', 'driver.id': 'ASC' }).limit(limit).getMany();
  }

  async insert(manager: EntityManager, row: DriverEntity): Promise<void> {
    await manager.insert(DriverEntity, row);
  }

  /** A driver's own sign-in sees his own row and no colleague's. */
  private visible(manager: EntityManager, scope: AccessScope) {
    const { enterpriseIds, driverId } = scope;
    const rows = manager.createQueryBuilder(DriverEntity, 'driver').where('true');
    if (driverId !== null) return rows.andWhere('driver.id = :driverId', { driverId });
    if (enterpriseIds === 'all') return inDistrict(rows, 'driver.enterpriseId', scope);
    return rows.andWhere(OWN_OR_LENT, { enterpriseIds });
  }
}
