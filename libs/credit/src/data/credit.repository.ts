import type { EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CreditAssessmentEntity } from './credit-assessment.entity.js';
import { CreditAssessmentStepEntity } from './credit-assessment-step.entity.js';
import { CreditDecisionEntity } from './credit-decision.entity.js';

/** Years and decisions of an enterprise that the asker was found to see. */
@Injectable()
export class CreditRepository {
  /** One decision at a time on an enterprise. */
  async lockEnterprise(tx: EntityManager, id: EnterpriseId): Promise<void> {
    await tx.query('SELECT id FROM enterprise WHERE id = $1 FOR UPDATE', [id]);
  }

  assessment(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
    year: number,
  ): Promise<CreditAssessmentEntity | null> {
    return manager.findOneBy(CreditAssessmentEntity, { enterpriseId, year });
  }

  /** Newest first. */
  assessments(
    manager: EntityManager,
    enterpriseId: EnterpriseId,
  ): Promise<CreditAssessmentEntity[]> {
    return manager.find(CreditAssessmentEntity, {
      where: { enterpriseId },
      order: { year: 'DESC' },
    });
  }

  async saveAssessment(tx: EntityManager, row: CreditAssessmentEntity): Promise<void> {
    await tx.save(CreditAssessmentEntity, row);
  }

  async addAssessmentStep(tx: EntityManager, row: CreditAssessmentStepEntity): Promise<void> {
    await tx.insert(CreditAssessmentStepEntity, row);
  }

  /** Oldest first. */
  decisions(manager: EntityManager, enterpriseId: EnterpriseId): Promise<CreditDecisionEntity[]> {
    return manager.find(CreditDecisionEntity, {
      where: { enterpriseId },
      order: { decidedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Those that anything was ever decided of. */
  async gradedEnterprises(manager: EntityManager): Promise<EnterpriseId[]> {
    const rows: { id: EnterpriseId }[] = await manager.query(
      'SELECT DISTINCT enterprise_id AS id FROM credit_decision ORDER BY id',
    );
    return rows.map(({ id }) => id);
  }

  /** The decision of each enterprise that its grade in force comes from: the latest on its latest year. */
  decisionsInForce(manager: EntityManager): Promise<CreditDecisionEntity[]> {
    return manager
      .createQueryBuilder(CreditDecisionEntity, 'decision')
      .distinctOn(['decision.enterpriseId'])
      .where('decision.grade IS NOT NULL')
      .orderBy({
        'decision.enterpriseId': 'ASC',
        'decision.year': 'DESC',
        'decision.decidedAt': 'DESC',
        'decision.id': 'DESC',
      })
      .getMany();
  }

  async addDecision(tx: EntityManager, row: CreditDecisionEntity): Promise<void> {
    await tx.insert(CreditDecisionEntity, row);
  }
}
