import type { AlertCode, AlertLevel, EvidencePoint } from '@tongyun/contracts';
import type { AlertId, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { AlertDecisionEntity } from './alert-decision.entity.js';
import { AlertEntity } from './alert.entity.js';

export interface OpenEpisodeKey {
  readonly vehicleId: VehicleId;
  readonly code: AlertCode;
  readonly subjectId: string;
}

/** The levels, each graver than the one before. */
const RISING = `ARRAY['notice', 'warning', 'grave']`;

/** The questions this slice asks of its tables. */
@Injectable()
export class AlertRepository {
  /** Adds an episode; false when one of the same vehicle, code and subject is open already. */
  async insertUnlessOpen(manager: EntityManager, row: AlertEntity): Promise<boolean> {
    const { raw }: { raw: unknown[] } = await manager
      .createQueryBuilder()
      .insert()
      .into(AlertEntity)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return raw.length > 0;
  }

  find(manager: EntityManager, id: AlertId): Promise<AlertEntity | null> {
    return manager.findOneBy(AlertEntity, { id });
  }

  /** Those of these ids, newest first. */
  findMany(manager: EntityManager, ids: readonly AlertId[]): Promise<AlertEntity[]> {
    return manager.find(AlertEntity, {
      where: { id: In([...ids]) },
      order: { openedAt: 'DESC', id: 'DESC' },
    });
  }

  /** The row, kept from others until the transaction ends. */
  findForUpdate(manager: EntityManager, id: AlertId): Promise<AlertEntity | null> {
    return manager.findOne(AlertEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findOpen(
    manager: EntityManager,
    { vehicleId, code, subjectId }: OpenEpisodeKey,
  ): Promise<AlertEntity | null> {
    return manager.findOneBy(AlertEntity, { vehicleId, code, subjectId, endedAt: IsNull() });
  }

  openOf(manager: EntityManager, vehicleId: VehicleId): Promise<AlertEntity[]> {
    return manager.find(AlertEntity, {
      where: { vehicleId, endedAt: IsNull() },
      order: { startedAt: 'ASC' },
    });
  }

  goingOn(
    manager: EntityManager,
    vehicleIds: readonly VehicleId[],
    codes: readonly AlertCode[],
  ): Promise<AlertEntity[]> {
    return manager.find(AlertEntity, {
      where: { vehicleId: In([...vehicleIds]), code: In([...codes]), endedAt: IsNull() },
      order: { startedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Episodes of a vehicle that were not over before `from`, oldest first. */
  notOverBefore(manager: EntityManager, vehicleId: VehicleId, from: Date): Promise<AlertEntity[]> {
    return manager
      .createQueryBuilder(AlertEntity, 'alert')
      .where('alert.vehicleId = :vehicleId', { vehicleId })
      .andWhere('(alert.endedAt IS NULL OR alert.endedAt >= :from)', { from })
      .orderBy('alert.startedAt')
      .getMany();
  }

  countOpen(manager: EntityManager, vehicleId: VehicleId): Promise<number> {
    return manager.countBy(AlertEntity, { vehicleId, endedAt: IsNull() });
  }

  /** Adds to an episode what was seen since; the level and the value only ever rise. */
  async extend(
    manager: EntityManager,
    id: AlertId,
    {
      evidence,
      level,
      value,
    }: { evidence: EvidencePoint[]; level: AlertLevel | null; value: number | null },
  ): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(AlertEntity)
      .set({
        evidence: () => 'evidence || :evidence::jsonb',
        level: () => `CASE WHEN array_position(${RISING}, :level::text) >
          array_position(${RISING}, level) THEN :level ELSE level END`,
        value: () => 'greatest(value, :value::double precision)',
        version: () => 'version + 1',
      })
      .where('id = :id', { id })
      .setParameters({ evidence: JSON.stringify(evidence), level, value })
      .execute();
  }

  async setEnd(manager: EntityManager, id: AlertId, endedAt: Date | null): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(AlertEntity)
      .set({ endedAt, version: () => 'version + 1' })
      .where('id = :id', { id })
      .execute();
  }

  async save(manager: EntityManager, row: AlertEntity): Promise<void> {
    await manager.save(AlertEntity, row);
  }

  async addDecision(manager: EntityManager, row: AlertDecisionEntity): Promise<void> {
    await manager.insert(AlertDecisionEntity, row);
  }

  decisionsOf(manager: EntityManager, alertId: AlertId): Promise<AlertDecisionEntity[]> {
    return manager.find(AlertDecisionEntity, {
      where: { alertId },
      order: { decidedAt: 'ASC', id: 'ASC' },
    });
  }
}
