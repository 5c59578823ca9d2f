import type { Role } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ComplianceDecisionEntity } from './compliance-decision.entity.js';

/** A decision as it is shown: by which office, beside by whom. */
export interface DecisionRow extends Pick<
  ComplianceDecisionEntity,
  'fromState' | 'toState' | 'reason' | 'before' | 'decidedBy' | 'decidedAt'
> {
  /** Of the decider's account as it is now; empty for what the product did by itself. */
  readonly decidedByRoles: Role[];
}

/** The trace of what authorities decided; nothing here changes or removes a row. */
@Injectable()
export class ComplianceDecisionRepository {
  /** Oldest first. */
  ofSubject(
    manager: EntityManager,
    subjectKind: ComplianceDecisionEntity['subjectKind'],
    subjectId: string,
  ): Promise<DecisionRow[]> {
    return manager
      .createQueryBuilder()
      .select('decision.from_state', 'fromState')
      .addSelect('decision.to_state', 'toState')
      .addSelect('decision.reason', 'reason')
      .addSelect('decision.before', 'before')
      .addSelect('decision.decided_by', 'decidedBy')
      .addSelect('decision.decided_at', 'decidedAt')
      .addSelect(`coalesce(decider.roles, '{}')`, 'decidedByRoles')
      .from('compliance_decision', 'decision')
      .leftJoin('app_user', 'decider', 'decider.id = decision.decided_by')
      .where('decision.subject_kind = :subjectKind', { subjectKind })
      .andWhere('decision.subject_id = :subjectId', { subjectId })
      .orderBy('decision.decided_at')
      .addOrderBy('decision.id')
      .getRawMany<DecisionRow>();
  }

  async insert(manager: EntityManager, row: ComplianceDecisionEntity): Promise<void> {
    await manager.insert(ComplianceDecisionEntity, row);
  }
}
