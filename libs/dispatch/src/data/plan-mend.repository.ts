import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { PlanMendEntity } from './plan-mend.entity.js';

/** What plans are still to be mended around. */
@Injectable()
export class PlanMendRepository {
  async insert(tx: EntityManager, row: PlanMendEntity): Promise<void> {
    await tx.insert(PlanMendEntity, row);
  }

  /**
   * Enters it, or has what is noted about the same already wait with it.
   *
   * @param withinSec it waits no longer after the first that was noted about it
   */
  async gather(tx: EntityManager, row: PlanMendEntity, withinSec: number): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(PlanMendEntity)
      .values(row)
      .orUpdate(['payload', 'noted_at', 'next_at', 'attempts'], ['listener', 'about'])
      .execute();
    await tx.query(
      `UPDATE plan_mend SET next_at = least(next_at, first_noted_at + $3 * interval '1 second')
       WHERE listener = $1 AND about = $2`,
      [row.listener, row.about, withinSec],
    );
  }

  /** Whether something about it is still to be mended. */
  isNoted(manager: EntityManager, listener: string, about: string): Promise<boolean> {
    return manager.existsBy(PlanMendEntity, { listener, about });
  }

  /** The first to be noted of those whose turn it is; null: none. */
  findDue(manager: EntityManager, now: Date): Promise<PlanMendEntity | null> {
    return manager.findOne(PlanMendEntity, {
      where: { nextAt: LessThanOrEqual(now) },
      order: { notedAt: 'ASC', id: 'ASC' },
    });
  }

  /** As it was read: what was noted about it since waits as it is. */
  async putOff(
    manager: EntityManager,
    { id, notedAt }: PlanMendEntity,
    change: Pick<PlanMendEntity, 'attempts' | 'nextAt'>,
  ): Promise<void> {
    await manager.update(PlanMendEntity, { id, notedAt }, change);
  }

  /** As it was read: what was noted about it since is still to be mended, and has waited since then. */
  async remove(manager: EntityManager, { id, notedAt }: PlanMendEntity): Promise<void> {
    const { affected } = await manager.delete(PlanMendEntity, { id, notedAt });
    if (affected === 0) {
      await manager.update(PlanMendEntity, { id }, { firstNotedAt: () => 'noted_at' });
    }
  }
}
