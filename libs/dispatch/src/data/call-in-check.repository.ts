import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CallInCheckEntity } from './call-in-check.entity.js';
import { DayPlanEntity } from './day-plan.entity.js';

const MOST_SHOWN = 50;

/** Call-in lists as they were judged. */
@Injectable()
export class CallInCheckRepository {
  /** Keeps a check, but not a second one of the same evening. */
  async insert(tx: EntityManager, row: CallInCheckEntity): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(CallInCheckEntity)
      .values({ ...row, items: row.items as object[] })
      .orIgnore()
      .execute();
  }

  /** The newest first. */
  ofPlan(manager: EntityManager, planId: string): Promise<CallInCheckEntity[]> {
    return manager.find(CallInCheckEntity, {
      where: { planId },
      order: { judgedAt: 'DESC', id: 'DESC' },
      take: MOST_SHOWN,
    });
  }

  /** Released plans of these days that were not looked at on the evening before. */
  unchecked(manager: EntityManager, days: readonly string[]): Promise<DayPlanEntity[]> {
    return manager
      .createQueryBuilder(DayPlanEntity, 'plan')
      .where('plan.releasedRevision IS NOT NULL AND plan.operatingOn = ANY(:days::date[])', {
        days,
      })
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM call_in_check c WHERE c.plan_id = plan.id AND c.kind = 'evening')`,
      )
      .orderBy('plan.id')
      .getMany();
  }
}
