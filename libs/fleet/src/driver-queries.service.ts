import type { ListDriversQuery } from '@tongyun/contracts';
import { type AccessScope, DomainError, type DriverId, type EnterpriseId } from '@tongyun/kernel';
import { readCursor, UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DriverEntity } from './data/driver.entity.js';
import { DriverRepository } from './data/driver.repository.js';
import { assertEmployed } from './employment/assert-employed.js';

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

  /** One who is there: who left gets no work, no papers, no phone. */
  async getEmployed(scope: AccessScope, id: DriverId, tx?: EntityManager): Promise<DriverEntity> {
    const driver = await this.get(scope, id, tx);
    assertEmployed(driver);
    return driver;
  }

  /** Refuses one who left, and keeps him from leaving until the transaction ends. */
  async holdEmployed(tx: EntityManager, id: DriverId): Promise<void> {
    const driver = await this.drivers.hold(tx, id);
    if (driver) assertEmployed(driver);
  }

  /** Keeps what is entered of him as it is until the transaction ends. */
  async hold(tx: EntityManager, id: DriverId): Promise<void> {
    await this.drivers.hold(tx, id);
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
    query: ListDriversQuery,
    among: readonly DriverId[] | null = null,
  ): Promise<DriverEntity[]> {
    const { reads } = this.unitOfWork;
    const asked = { among, haveLeft: query.haveLeft ?? false };
    return this.drivers.list(reads, scope, readCursor(query), query.limit + 1, asked);
  }
}
