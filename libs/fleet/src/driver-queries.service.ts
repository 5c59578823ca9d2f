import type { PageQuery } from '@tongyun/contracts';
import { type AccessScope, DomainError, type DriverId, type EnterpriseId } from '@tongyun/kernel';
import { readCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DriverEntity } from './data/driver.entity.js';
import { DriverRepository } from './data/driver.repository.js';

@Injectable()
export class DriverQueries {
  constructor(
    private readonly drivers: DriverRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async get(scope: AccessScope, id: DriverId, tx?: EntityManager): Promise<DriverEntity> {
    const row = await this.drivers.find(tx ?? this.unitOfWork.reads, scope, id);
    if (!row) throw new DomainError('DRIVER_NOT_FOUND', `No driver ${id}`, { id });
    return row;
  }

  getMany(
    scope: AccessScope,
    ids: readonly DriverId[],
    tx?: EntityManager,
  ): Promise<DriverEntity[]> {
    return this.drivers.findMany(tx ?? this.unitOfWork.reads, scope, ids);
  }

  ofEnterprise(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    tx?: EntityManager,
  ): Promise<DriverEntity[]> {
    return this.drivers.ofEnterprise(tx ?? this.unitOfWork.reads, scope, enterpriseId);
  }

  /**
   * By name; one row more than the page holds, for `toPage`.
   *
   * @param among only drivers of these ids; null: all that the asker may see
   */
  list(
    scope: AccessScope,
    query: PageQuery,
    among: readonly DriverId[] | null = null,
  ): Promise<DriverEntity[]> {
    const { reads } = this.unitOfWork;
    return this.drivers.list(reads, scope, readCursor(query), query.limit + 1, among);
  }
}
