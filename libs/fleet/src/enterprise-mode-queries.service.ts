import type { AccessScope, EnterpriseId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EnterpriseEntity } from './data/enterprise.entity.js';
import { EnterpriseModeRepository } from './data/enterprise-mode.repository.js';
import type { EnterpriseModeDecisionEntity } from './data/enterprise-mode-decision.entity.js';
import { EnterpriseQueries } from './enterprise-queries.service.js';

/** Changed once in years: more than a person would read. */
const MOST_SHOWN = 200;

/** How an enterprise takes part, now and before. */
@Injectable()
export class EnterpriseModeQueries {
  constructor(
    private readonly modes: EnterpriseModeRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Its changes of mode, the latest first. */
  async decisionsOn(scope: AccessScope, id: EnterpriseId): Promise<EnterpriseModeDecisionEntity[]> {
    const { reads } = this.unitOfWork;
    await this.enterprises.get(scope, id, reads);
    return this.modes.decisionsOn(reads, id, MOST_SHOWN);
  }

  /** The mode that an enterprise had at an instant; as far back as nothing is known, its first. */
  async modeAt(
    tx: EntityManager,
    { id, mode }: Pick<EnterpriseEntity, 'id' | 'mode'>,
    at: Date,
  ): Promise<EnterpriseEntity['mode']> {
    return (await this.modes.firstAfter(tx, id, at))?.fromMode ?? mode;
  }
}
