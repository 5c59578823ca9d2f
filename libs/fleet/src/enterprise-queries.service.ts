import type { PageQuery } from '@tongyun/contracts';
import { type AccessScope, DomainError, type EnterpriseId } from '@tongyun/kernel';
import { readCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EnterpriseEntity } from './data/enterprise.entity.js';
import { EnterpriseRepository } from './data/enterprise.repository.js';

@Injectable()
export class EnterpriseQueries {
  constructor(
    private readonly enterprises: EnterpriseRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(scope: AccessScope, id: EnterpriseId, tx?: EntityManager): Promise<EnterpriseEntity> {
    const row = await this.enterprises.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!row) throw new DomainError('ENTERPRISE_NOT_FOUND', `No enterprise ${id}`, { id });
    return row;
  }

  getMany(
    scope: AccessScope,
    ids: readonly EnterpriseId[],
    tx?: EntityManager,
  ): Promise<EnterpriseEntity[]> {
    return this.enterprises.findMany(tx ?? this.unitOfWork.reads, scope, ids);
  }

  /** The enterprise of this name or, if there is none, of this short name. */
  findByName(
    scope: AccessScope,
    name: string,
    tx?: EntityManager,
  ): Promise<EnterpriseEntity | null> {
    return this.enterprises.findByName(tx ?? this.unitOfWork.reads, scope, name);
  }

  /** Every enterprise that the asker may see. */
  all(scope: AccessScope, tx?: EntityManager): Promise<EnterpriseEntity[]> {
    return this.enterprises.all(tx ?? this.unitOfWork.reads, scope);
  }

  /** The enterprises whose rows the asker may see, for where only ids are known. */
  idsSeenBy(scope: AccessScope, tx?: EntityManager): Promise<EnterpriseId[]> {
    return this.enterprises.ids(tx ?? this.unitOfWork.reads, scope);
  }

  /** By name; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: PageQuery): Promise<EnterpriseEntity[]> {
    const { reads } = this.unitOfWork;
    return this.enterprises.list(reads, scope, readCursor(query), query.limit + 1);
  }
}
