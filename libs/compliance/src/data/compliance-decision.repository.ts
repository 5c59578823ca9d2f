import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ComplianceDecisionEntity } from './compliance-decision.entity.js';

/** The trace of what authorities decided; nothing here changes or removes a row. */
@Injectable()
export class ComplianceDecisionRepository {
  /** Oldest first. */
  ofSubject(
    manager: EntityManager,
    subjectKind: ComplianceDecisionEntity['subjectKind'],
    subjectId: string,
  ): Promise<ComplianceDecisionEntity[]> {
    return manager.find(ComplianceDecisionEntity, {
      where: { subjectKind, subjectId },
      order: { decidedAt: 'ASC', id: 'ASC' },
    });
  }

  async insert(manager: EntityManager, row: ComplianceDecisionEntity): Promise<void> {
    await manager.insert(ComplianceDecisionEntity, row);
  }
}
