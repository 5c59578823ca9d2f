import type { EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import { ObservedTripEntity } from './observed-trip.entity.js';

@Injectable()
export class ObservedTripRepository {
  /** Adds observations, over what the same trips were observed to be before. */
  async save(tx: EntityManager, rows: readonly ObservedTripEntity[]): Promise<void> {
    await tx.upsert(ObservedTripEntity, [...rows], ['tripId']);
  }

  since(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    since: Date,
  ): Promise<ObservedTripEntity[]> {
    return manager.findBy(ObservedTripEntity, {
      enterpriseId,
      unloadEndAt: MoreThanOrEqual(since),
    });
  }

  /** Enterprises with observed trips that were not learnt from since an instant. */
  async unlearntSince(
    manager: EntityManager,
    from: Date,
    learntSince: Date,
  ): Promise<EnterpriseId[]> {
    const rows: { enterprise_id: EnterpriseId }[] = await manager.query(
      `SELECT DISTINCT enterprise_id FROM observed_trip seen
       WHERE unload_end_at >= $1 AND NOT EXISTS (
         SELECT 1 FROM duration_learning learning
         WHERE learning.enterprise_id = seen.enterprise_id AND learning.learnt_at >= $2)`,
      [from, learntSince],
    );
    return rows.map(({ enterprise_id }) => enterprise_id);
  }
}
