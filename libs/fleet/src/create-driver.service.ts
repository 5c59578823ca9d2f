import type { CreateDriverRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  type EnterpriseId,
  newId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DriverEntity } from './data/driver.entity.js';
import { DriverRepository } from './data/driver.repository.js';
import { isUniqueViolation } from './data/unique-violation.js';
import { EnterpriseQueries } from './enterprise-queries.service.js';

@Injectable()
export class CreateDriverService {
  constructor(
    private readonly drivers: DriverRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async create(
    scope: AccessScope,
    request: CreateDriverRequest,
    within?: EntityManager,
  ): Promise<DriverEntity> {
    const driver: DriverEntity = {
      ...request,
      id: newId<DriverId>(),
      enterpriseId: request.enterpriseId as EnterpriseId,
      createdAt: this.clock.now(),
      leftOn: null,
      leftAt: null,
      forgottenAt: null,
      version: 1,
    };
    try {
      await this.unitOfWork.join(within, async (tx) => {
        await this.enterprises.get(scope, driver.enterpriseId, tx);
        await this.drivers.insert(tx, driver);
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'driver_phone')) throw error;
      const { phone } = request;
      throw new DomainError('DRIVER_PHONE_TAKEN', 'Another driver has this phone number', {
        phone,
      });
    }
    return driver;
  }
}
