import type { ListDriverNameRequestsQuery } from '@tongyun/contracts';
import type {
  AccessScope,
  DriverId,
  DriverNameRequestId,
  EnterpriseId,
  Role,
} from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { inDistrict } from '../in-district.js';
import { DriverNameRequestEntity } from './driver-name-request.entity.js';
import { DriverNameStepEntity } from './driver-name-step.entity.js';

/** A request with whose driver it is about. */
export interface DriverNameRequestRow {
  readonly request: DriverNameRequestEntity;
  readonly enterpriseId: EnterpriseId;
}

/** A step with the office that took it. */
export interface DriverNameStepRow extends DriverNameStepEntity {
  /** Of the decider's account as it is now. */
  readonly decidedByRoles: Role[];
}

/** An enterprise sees what is asked for its own drivers, a bureau that of its district. */
@Injectable()
export class DriverNameRepository {
  async find(
    manager: EntityManager,
    scope: AccessScope,
    id: DriverNameRequestId,
  ): Promise<DriverNameRequestRow | null> {
    const rows = this.visible(manager, scope).andWhere('request.id = :id', { id });
    return (await read(rows))[0] ?? null;
  }

  /** Newest first, after the cursor. */
  list(
    manager: EntityManager,
    scope: AccessScope,
    { state, limit }: ListDriverNameRequestsQuery,
    after: CursorKey | null,
  ): Promise<DriverNameRequestRow[]> {
    const rows = this.visible(manager, scope);
    if (state !== undefined) rows.andWhere('request.state = :state', { state });
    if (after) rows.andWhere('(request.askedAt, request.id) < (:key::timestamptz, :id)', after);
    rows.orderBy({ 'request.askedAt': 'DESC', 'request.id': 'DESC' }).limit(limit + 1);
    return read(rows);
  }

  isOpen(tx: EntityManager, driverId: DriverId): Promise<boolean> {
    return tx.existsBy(DriverNameRequestEntity, { driverId, state: 'asked' });
  }

  lock(tx: EntityManager, id: DriverNameRequestId): Promise<DriverNameRequestEntity> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.findOneOrFail(DriverNameRequestEntity, { where: { id }, lock });
  }

  /** Oldest first. */
  stepsOf(manager: EntityManager, id: DriverNameRequestId): Promise<DriverNameStepRow[]> {
    return manager.query(
      `SELECT step.id, step.request_id AS "requestId", step.driver_id AS "driverId", step.name,
         step.from_state AS "fromState", step.to_state AS "toState", step.reason,
         step.decided_by AS "decidedBy", step.decided_at AS "decidedAt",
         coalesce(decider.roles, '{}') AS "decidedByRoles"
       FROM driver_name_step step LEFT JOIN app_user decider ON decider.id = step.decided_by
       WHERE step.request_id = $1 ORDER BY step.decided_at, step.id`,
      [id],
    );
  }

  async insert(tx: EntityManager, row: DriverNameRequestEntity): Promise<void> {
    await tx.insert(DriverNameRequestEntity, row);
  }

  async save(tx: EntityManager, row: DriverNameRequestEntity): Promise<void> {
    await tx.save(DriverNameRequestEntity, row);
  }

  async insertStep(tx: EntityManager, row: DriverNameStepEntity): Promise<void> {
    await tx.insert(DriverNameStepEntity, row);
  }

  private visible(manager: EntityManager, scope: AccessScope) {
    const { enterpriseIds } = scope;
    const rows = manager
      .createQueryBuilder(DriverNameRequestEntity, 'request')
      .innerJoin('driver', 'driver', 'driver.id = request.driverId')
      .addSelect('driver.enterprise_id', 'enterprise_id')
      .where('true');
    if (enterpriseIds === 'all') return inDistrict(rows, 'driver.enterprise_id', scope);
    return rows.andWhere('driver.enterprise_id = ANY(:enterpriseIds)', { enterpriseIds });
  }
}

async function read(
  rows: ReturnType<DriverNameRepository['visible']>,
): Promise<DriverNameRequestRow[]> {
  const { entities, raw } = await rows.getRawAndEntities<{ enterprise_id: EnterpriseId }>();
  return entities.map((request, index) => ({
    request,
    enterpriseId: raw[index]!.enterprise_id,
  }));
}
