import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import type { OrderWant } from '../day/rules/plan-content.js';
import { DayPlanEntity } from './day-plan.entity.js';
import { DayPlanRevisionEntity } from './day-plan-revision.entity.js';

/** Plans of days and the states they have had. */
@Injectable()
export class DayPlanRepository {
  findOfDay(
    manager: EntityManager,
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    operatingOn: string,
  ): Promise<DayPlanEntity | null> {
    return this.visible(manager, scope)
      .andWhere('plan.enterpriseId = :enterpriseId', { enterpriseId })
      .andWhere('plan.operatingOn = :operatingOn', { operatingOn })
      .getOne();
  }

  find(manager: EntityManager, scope: AccessScope, id: string): Promise<DayPlanEntity | null> {
    return this.visible(manager, scope).andWhere('plan.id = :id', { id }).getOne();
  }

  /** Plans that drivers were told, of the days that may run at an instant anywhere. */
  releasedAround(manager: EntityManager, now: Date): Promise<DayPlanEntity[]> {
    return manager
      .createQueryBuilder(DayPlanEntity, 'plan')
      .where('plan.releasedRevision IS NOT NULL')
      .andWhere(`abs(plan.operatingOn - (:now)::timestamptz::date) <= 1`, { now })
      .orderBy('plan.id')
      .getMany();
  }

  lock(tx: EntityManager, id: string): Promise<DayPlanEntity> {
    return tx.findOneOrFail(DayPlanEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Enters a plan; false when somebody else has entered one of that day. */
  async insert(tx: EntityManager, plan: DayPlanEntity): Promise<boolean> {
    const { raw }: { raw: unknown[] } = await tx
      .createQueryBuilder()
      .insert()
      .into(DayPlanEntity)
      .values(plan)
      .orIgnore()
      .returning('id')
      .execute();
    return raw.length > 0;
  }

  save(tx: EntityManager, plan: DayPlanEntity): Promise<DayPlanEntity> {
    return tx.save(DayPlanEntity, plan);
  }

  revision(
    manager: EntityManager,
    planId: string,
    revision: number,
  ): Promise<DayPlanRevisionEntity> {
    return manager.findOneByOrFail(DayPlanRevisionEntity, { planId, revision });
  }

  /** What a plan was made for as it is now; null: it was made before that was kept. */
  async wants(
    manager: EntityManager,
    { id, revision }: Pick<DayPlanEntity, 'id' | 'revision'>,
  ): Promise<readonly OrderWant[] | null> {
    const rows: { readonly wants: readonly OrderWant[] | null }[] = await manager.query(
      `SELECT content -> 'wants' AS wants FROM day_plan_revision WHERE plan_id = $1 AND revision = $2`,
      [id, revision],
    );
    return rows[0]?.wants ?? null;
  }

  /** Up to what is seen of a plan, newest first, without what they say. */
  changes(
    manager: EntityManager,
    { id: planId, revision }: Pick<DayPlanEntity, 'id' | 'revision'>,
    most = 200,
  ): Promise<Omit<DayPlanRevisionEntity, 'content'>[]> {
    return manager.find(DayPlanRevisionEntity, {
      select: {
        planId: true,
        revision: true,
        kind: true,
        byUser: true,
        byName: true,
        at: true,
        note: true,
        undoTo: true,
      },
      where: { planId, revision: LessThanOrEqual(revision) },
      order: { revision: 'DESC' },
      take: most,
    });
  }

  async addRevision(tx: EntityManager, row: DayPlanRevisionEntity): Promise<void> {
    await tx.insert(DayPlanRevisionEntity, row);
  }

  private visible(manager: EntityManager, { enterpriseIds }: AccessScope) {
    const rows = manager.createQueryBuilder(DayPlanEntity, 'plan').where('true');
    if (enterpriseIds === 'all') return rows;
    return rows.andWhere('plan.enterpriseId = ANY(:enterpriseIds)', { enterpriseIds });
  }
}
