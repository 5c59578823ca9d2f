import type { ListDriverNameRequestsQuery } from '@tongyun/contracts';
import { type AccessScope, DomainError, type DriverNameRequestId } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DriverNameRepository,
  type DriverNameRequestRow,
  type DriverNameStepRow,
} from '../data/names/driver-name.repository.js';

/** What names were asked for, and what became of it. */
@Injectable()
export class DriverNameQueries {
  constructor(
    private readonly names: DriverNameRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(
    scope: AccessScope,
    id: DriverNameRequestId,
    tx?: EntityManager,
  ): Promise<DriverNameRequestRow> {
    const row = await this.names.find(tx ?? this.unitOfWork.reads, scope, id);
    if (row) return row;
    throw new DomainError('DRIVER_NAME_REQUEST_NOT_FOUND', `No request for a name ${id}`, { id });
  }

  /** Newest first; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: ListDriverNameRequestsQuery): Promise<DriverNameRequestRow[]> {
    return this.names.list(this.unitOfWork.reads, scope, query, readInstantCursor(query));
  }

  /** How a request went, oldest first. */
  async stepsOf(scope: AccessScope, id: DriverNameRequestId): Promise<DriverNameStepRow[]> {
    await this.get(scope, id);
    return this.names.stepsOf(this.unitOfWork.reads, id);
  }
}
