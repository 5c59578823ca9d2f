import type { CreateEnterpriseRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  newId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EnterpriseEntity } from './data/enterprise.entity.js';
import { EnterpriseRepository } from './data/enterprise.repository.js';
import { isUniqueViolation } from './data/unique-violation.js';
import { DistrictQueries } from './districts/district-queries.service.js';

@Injectable()
export class CreateEnterpriseService {
  constructor(
    private readonly enterprises: EnterpriseRepository,
    private readonly districts: DistrictQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async create(
    scope: AccessScope,
    request: CreateEnterpriseRequest,
    within?: EntityManager,
  ): Promise<EnterpriseEntity> {
    if (scope.enterpriseIds !== 'all') {
      throw new DomainError('FORBIDDEN', 'Only the administration enters enterprises');
    }
    const enterprise: EnterpriseEntity = {
      ...request,
      id: newId<EnterpriseId>(),
      creditGrade: null,
      isBarred: false,
      areOrdersBlocked: false,
      createdAt: this.clock.now(),
      version: 1,
    };
    try {
      await this.unitOfWork.join(within, async (tx) => {
        await this.assertDistrictInForce(enterprise, tx);
        await this.enterprises.insert(tx, enterprise);
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'enterprise_name_key')) throw error;
      const { name } = request;
      throw new DomainError('ENTERPRISE_NAME_TAKEN', `There is an enterprise ${name}`, { name });
    }
    return enterprise;
  }

  /** Where the city has decided districts, an enterprise is in one of those in force. */
  private async assertDistrictInForce(
    { district, createdAt }: EnterpriseEntity,
    tx: EntityManager,
  ): Promise<void> {
    const names = (await this.districts.inForce(createdAt, tx)).map(({ name }) => name);
    if (names.length === 0 || names.includes(district)) return;
    throw new DomainError('DISTRICT_NOT_IN_FORCE', `The city has no district ${district} now`, {
      district,
      names,
    });
  }
}
