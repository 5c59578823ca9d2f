import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { PlanMendEntity } from './plan-mend.entity.js';

/** What plans are still to be mended around. */
@Injectable()
export class PlanMendRepository {
  async insert(tx: EntityManager, row: PlanMendEntity): Promise<void> {
    await tx.insert(PlanMendEntity, row);
  }

  /** The first to be noted of those whose turn it is; null: none. */
  findDue(manager: EntityManager, now: Date): Promise<PlanMendEntity | null> {
    return manager.findOne(PlanMendEntity, {
      where: { nextAt: LessThanOrEqual(now) },
      order: { notedAt: 'ASC', id: 'ASC' },
    });
  }

  async putOff(
    manager: EntityManager,
    { id }: PlanMendEntity,
    change: Pick<PlanMendEntity, 'attempts' | 'nextAt'>,
  ): Promise<void> {
    await manager.update(PlanMendEntity, { id }, change);
  }

  async remove(manager: EntityManager, { id }: PlanMendEntity): Promise<void> {
    await manager.delete(PlanMendEntity, { id });
  }
}
