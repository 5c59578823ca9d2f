import { type Enterprise, EnterpriseQueries } from '@tongyun/fleet';
import { type Clock, CLOCK, SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import { CreditRepository } from './data/credit.repository.js';
import type { CreditDecisionEntity } from './data/credit-decision.entity.js';

/** An enterprise with its grade in force, and the decision that gave it. */
export interface PublishedGrade {
  readonly enterprise: Enterprise & {
    readonly creditGrade: NonNullable<Enterprise['creditGrade']>;
  };
  readonly decision: Pick<CreditDecisionEntity, 'year' | 'decidedAt'> | null;
}

/** The grades as everybody may read them. */
@Injectable()
export class PublishedGradesQueries {
  constructor(
    private readonly credit: CreditRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By name, of each enterprise that has a grade; null while the policy withholds them. */
  async list(): Promise<PublishedGrade[] | null> {
    const arePublic = await this.policies.valueAt('credit.grades_are_public', this.clock.now());
    if (!arePublic.value) return null;
    const decisions = new Map(
      (await this.credit.decisionsInForce(this.unitOfWork.reads)).map((decision) => [
        decision.enterpriseId,
        decision,
      ]),
    );
    const enterprises = await this.enterprises.all(SYSTEM_SCOPE);
    return enterprises
      .filter((enterprise) => isGraded(enterprise))
      .map((enterprise) => ({ enterprise, decision: decisions.get(enterprise.id) ?? null }))
      .toSorted((one, other) => one.enterprise.name.localeCompare(other.enterprise.name, 'zh-CN'));
  }
}

const isGraded = (enterprise: Enterprise): enterprise is PublishedGrade['enterprise'] =>
  enterprise.creditGrade !== null;
