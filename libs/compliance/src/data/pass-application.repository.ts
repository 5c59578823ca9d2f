import type { ListPassApplicationsQuery } from '@tongyun/contracts';
import type { AccessScope, PassApplicationId, VehicleId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PassApplicationEntity } from './pass-application.entity.js';

/** An application with the names that people know vehicle and enterprise by. */
export interface PassApplicationRow {
  readonly application: PassApplicationEntity;
  readonly plateNo: string | null;
  readonly enterpriseName: string;
}

/** An enterprise sees its own applications, a district's bureau those of the district. */
@Injectable()
export class PassApplicationRepository {
  async find(
    manager: EntityManager,
    scope: AccessScope,
    id: PassApplicationId,
  ): Promise<PassApplicationRow | null> {
    const rows = this.visible(manager, scope).andWhere('application.id = :id', { id });
    return (await read(rows))[0] ?? null;
  }

  /** Newest first, after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    { state, dueStep, vehicleId, limit }: ListPassApplicationsQuery,
    after: CursorKey | null,
  ): Promise<PassApplicationRow[]> {
    const rows = this.visible(manager, scope);
    if (state !== undefined) rows.andWhere('application.state = :state', { state });
    if (vehicleId !== undefined) rows.andWhere('application.vehicleId = :vehicleId', { vehicleId });
    if (dueStep !== undefined) {
      rows.andWhere(
        `application.state = 'pending' AND application.steps[application.approved + 1] = :dueStep`,
        { dueStep },
      );
    }
    if (after) {
      rows.andWhere('(application.appliedAt, application.id) < (:key::timestamptz, :id)', after);
    }
    rows.orderBy({ 'application.appliedAt': 'DESC', 'application.id': 'DESC' }).limit(limit + 1);
    return read(rows);
  }

  /** Whether one of the vehicle is under way. */
  isOpen(tx: EntityManager, vehicleId: VehicleId): Promise<boolean> {
    return tx.existsBy(PassApplicationEntity, { vehicleId, state: 'pending' });
  }

  lock(tx: EntityManager, id: PassApplicationId): Promise<PassApplicationEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.findOneOrFail(PassApplicationEntity, { where: { id }, lock });
  }

  async insert(tx: EntityManager, row: PassApplicationEntity): Promise<void> {
    await tx.insert(PassApplicationEntity, row);
  }

  async save(tx: EntityManager, row: PassApplicationEntity): Promise<void> {
    await tx.save(PassApplicationEntity, row);
  }

  private visible(manager: EntityManager, { enterpriseIds, district }: AccessScope) {
    const rows = manager
      .createQueryBuilder(PassApplicationEntity, 'application')
      .innerJoin('enterprise', 'applicant', 'applicant.id = application.enterpriseId')
      .innerJoin('vehicle', 'vehicle', 'vehicle.id = application.vehicleId')
      .addSelect('applicant.name', 'enterprise_name')
      .addSelect('vehicle.plate_no', 'plate_no')
      .where('true');
    if (district !== null) rows.andWhere('applicant.district = :district', { district });
    if (enterpriseIds === 'all') return rows;
    return rows.andWhere('application.enterpriseId = ANY(:enterpriseIds)', { enterpriseIds });
  }
}

async function read(
  rows: ReturnType<PassApplicationRepository['visible']>,
): Promise<PassApplicationRow[]> {
  const { entities, raw } = await rows.getRawAndEntities<{
    enterprise_name: string;
    plate_no: string | null;
  }>();
  return entities.map((application, index) => ({
    application,
    plateNo: raw[index]!.plate_no,
    enterpriseName: raw[index]!.enterprise_name,
  }));
}
