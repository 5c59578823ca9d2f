import type { EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EnterpriseRepository, type EnterpriseStanding } from './data/enterprise.repository.js';

/** Sets what an enterprise's credit has come to, in the transaction of whoever decided it. */
@Injectable()
export class SetEnterpriseStandingService {
  constructor(private readonly enterprises: EnterpriseRepository) {}

  /** The decision itself stays with its decider; here is only what holds now. */
  setIn(tx: EntityManager, id: EnterpriseId, standing: EnterpriseStanding): Promise<void> {
    return this.enterprises.setStanding(tx, id, standing);
  }
}
