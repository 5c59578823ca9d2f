import { type AccessScope, type AssignmentId, DomainError } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type AssignmentDetails,
  AssignmentDetailsRepository,
} from './data/assignment-details.repository.js';

@Injectable()
export class AssignmentQueries {
  constructor(
    private readonly assignments: AssignmentDetailsRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(scope: AccessScope, id: AssignmentId, tx?: EntityManager): Promise<AssignmentDetails> {
    const found = await this.assignments.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!found) throw new DomainError('ASSIGNMENT_NOT_FOUND', `No assignment ${id}`, { id });
    return found;
  }
}
