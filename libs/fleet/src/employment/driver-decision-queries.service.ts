import { type AccessScope, DomainError, type DriverId, maySeeEnterprise } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { type DriverDecisionRow, EmploymentRepository } from '../data/employment.repository.js';
import { DriverQueries } from '../driver-queries.service.js';

/** What was corrected of a driver, by whom and why, and that he left. */
@Injectable()
export class DriverDecisionQueries {
  constructor(
    private readonly drivers: DriverQueries,
    private readonly employment: EmploymentRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The earliest first; refused to those who only borrow him. */
  async of(scope: AccessScope, id: DriverId): Promise<DriverDecisionRow[]> {
    const { enterpriseId } = await this.drivers.get(scope, id);
    if (!maySeeEnterprise(scope, enterpriseId)) {
      throw new DomainError('FORBIDDEN', 'Only his own enterprise reads what was decided of him');
    }
    return this.employment.decisionsOn(this.unitOfWork.reads, id);
  }
}
