import type { DriverDirectory, DriverEntry, EnterpriseDirectory } from '@tongyun/accounts';
import { type AccessScope, type DriverId, type EnterpriseId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { DriverRepository } from './data/driver.repository.js';
import { EnterpriseRepository } from './data/enterprise.repository.js';
import { assertEmployed } from './employment/assert-employed.js';

/** Answers what accounts must know of drivers. */
@Injectable()
export class FleetDriverDirectory implements DriverDirectory {
  constructor(
    private readonly drivers: DriverRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async find(scope: AccessScope, driverId: DriverId): Promise<DriverEntry | null> {
    const driver = await this.drivers.findInHand(this.unitOfWork.reads, scope, driverId);
    if (driver) assertEmployed(driver);
    return driver && { driverId, name: driver.name, enterpriseId: driver.enterpriseId };
  }
}

/** Answers what accounts must know of enterprises. */
@Injectable()
export class FleetEnterpriseDirectory implements EnterpriseDirectory {
  constructor(
    private readonly enterprises: EnterpriseRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async nameOf(enterpriseId: EnterpriseId): Promise<string | null> {
    const { reads } = this.unitOfWork;
    return (await this.enterprises.find(reads, SYSTEM_SCOPE, enterpriseId))?.name ?? null;
  }
}
