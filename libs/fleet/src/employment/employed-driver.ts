import { type AccessScope, DomainError, type DriverId, maySeeEnterprise } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DriverEntity } from '../data/driver.entity.js';
import { EmploymentRepository } from '../data/employment.repository.js';
import { DriverQueries } from '../driver-queries.service.js';
import { assertEmployed } from './assert-employed.js';

/** Finds the driver whom his own enterprise, or the administration, is about to change. */
@Injectable()
export class EmployedDriver {
  constructor(
    private readonly queries: DriverQueries,
    private readonly employment: EmploymentRepository,
  ) {}

  /** Locked to the end of the transaction; refused once he left, and to those who only borrow him. */
  async hold(tx: EntityManager, scope: AccessScope, id: DriverId): Promise<DriverEntity> {
    const { enterpriseId } = await this.queries.get(scope, id, tx);
    if (!maySeeEnterprise(scope, enterpriseId)) {
      throw new DomainError(
        'FORBIDDEN',
        'Only his own enterprise changes what is kept of a driver',
      );
    }
    const driver = await this.employment.lock(tx, id);
    assertEmployed(driver);
    return driver;
  }
}
