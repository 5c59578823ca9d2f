import type {
  DriverDirectory,
  DriverEntry,
  DriverLeave,
  EnterpriseDirectory,
} from '@tongyun/accounts';
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
    private readonly enterprises: EnterpriseRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async find(scope: AccessScope, driverId: DriverId): Promise<DriverEntry | null> {
    const driver = await this.drivers.findInHand(this.unitOfWork.reads, scope, driverId);
    if (driver) assertEmployed(driver);
    return driver && { driverId, name: driver.name, enterpriseId: driver.enterpriseId };
  }

  async leaveOf(driverId: DriverId): Promise<DriverLeave | null> {
    const { reads } = this.unitOfWork;
    const driver = await this.drivers.find(reads, SYSTEM_SCOPE, driverId);
    if (!driver || driver.leftOn === null || driver.leftAt === null) return null;
    const { enterpriseId, leftOn, leftAt } = driver;
    const enterprise = await this.enterprises.find(reads, SYSTEM_SCOPE, enterpriseId);
    return enterprise && { enterpriseName: enterprise.name, leftOn, leftAt };
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
