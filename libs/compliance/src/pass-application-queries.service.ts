import type { ListPassApplicationsQuery } from '@tongyun/contracts';
import { type AccessScope, DomainError, type PassApplicationId } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ComplianceDecisionRepository,
  type DecisionRow,
} from './data/compliance-decision.repository.js';
import {
  PassApplicationRepository,
  type PassApplicationRow,
} from './data/pass-application.repository.js';

@Injectable()
export class PassApplicationQueries {
  constructor(
    private readonly applications: PassApplicationRepository,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(
    scope: AccessScope,
    id: PassApplicationId,
    tx?: EntityManager,
  ): Promise<PassApplicationRow> {
    const row = await this.applications.find(tx ?? this.unitOfWork.reads, scope, id);
    if (row) return row;
    throw new DomainError('PASS_APPLICATION_NOT_FOUND', `No application ${id}`, { id });
  }

  /** Newest first; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: ListPassApplicationsQuery): Promise<PassApplicationRow[]> {
    const after = readInstantCursor(query);
    return this.applications.list(this.unitOfWork.reads, scope, query, after);
  }

  /** How an application went, oldest first. */
  async decisionsOn(scope: AccessScope, id: PassApplicationId): Promise<readonly DecisionRow[]> {
    await this.get(scope, id);
    return this.decisions.ofSubject(this.unitOfWork.reads, 'pass_application', id);
  }
}
