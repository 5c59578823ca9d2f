import type { CorrectDriverRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  newId,
} from '@tongyun/kernel';
import { assertUnchanged, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DescribedDriver } from '../data/driver-decision.entity.js';
import type { DriverEntity } from '../data/driver.entity.js';
import { EmploymentRepository } from '../data/employment.repository.js';
import { isUniqueViolation } from '../data/unique-violation.js';
import { changesWhoHeIs } from '../rules/driver-identity.js';
import { EmployedDriver } from './employed-driver.js';

@Injectable()
export class CorrectDriverService {
  constructor(
    private readonly employed: EmployedDriver,
    private readonly employment: EmploymentRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Puts right what was entered of a driver, and keeps what it was. His enterprise renames nobody who was
   * examined.
   *
   * @param ifMatch the version that was seen, as an entity tag
   */
  async correct(
    scope: AccessScope,
    id: DriverId,
    { reason, ...described }: CorrectDriverRequest,
    ifMatch: string | undefined,
  ): Promise<DriverEntity> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const driver = await this.employed.hold(tx, scope, id);
        assertUnchanged(ifMatch, driver, { version: driver.version });
        const before = changedOf(driver, described);
        if (Object.keys(before).length === 0) {
          throw new DomainError('DRIVER_UNCHANGED', 'It is kept of him like that already', { id });
        }
        if (changesWhoHeIs(before)) await this.assertMayRename(tx, scope, id);
        await this.employment.keep(tx, {
          id: newId<string>(),
          driverId: id,
          kind: 'corrected',
          before,
          leftOn: null,
          reason,
          decidedBy: scope.userId,
          decidedAt: this.clock.now(),
        });
        return this.employment.save(tx, Object.assign(driver, described));
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'driver_phone')) throw error;
      const { phone } = described;
      throw new DomainError('DRIVER_PHONE_TAKEN', 'Another driver has this phone number', {
        phone,
      });
    }
  }

  /** What one was examined in is not handed on to another: who he is, the administration puts right. */
  private async assertMayRename(
    tx: EntityManager,
    { enterpriseIds }: AccessScope,
    id: DriverId,
  ): Promise<void> {
    if (enterpriseIds === 'all' || !(await this.employment.isExamined(tx, id))) return;
    throw new DomainError('DRIVER_EXAMINED', 'His examinations stand under his name', { id });
  }
}

/** What is to be another, as it is now. */
function changedOf(driver: DriverEntity, described: DescribedDriver): Partial<DescribedDriver> {
  const { name, phone, licenceClass } = driver;
  return {
    ...(name !== described.name && { name }),
    ...(phone !== described.phone && { phone }),
    ...(licenceClass !== described.licenceClass && { licenceClass }),
  };
}
