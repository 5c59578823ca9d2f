import type { EvaluateEnterpriseRequest, SelfEvaluateRequest } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  localTimeOf,
  newId,
} from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { CreditAssessmentEntity } from './data/credit-assessment.entity.js';
import type { CreditAssessmentStepEntity } from './data/credit-assessment-step.entity.js';
import { CreditRepository } from './data/credit.repository.js';

/** Takes a year's self-evaluation, and the administration's evaluation with its visit (R26). */
@Injectable()
export class AssessEnterpriseService {
  constructor(
    private readonly credit: CreditRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** Once the administration has evaluated the year, the enterprise's word stays as it was. */
  selfEvaluate(
    scope: AccessScope,
    id: EnterpriseId,
    { year, score, statement }: SelfEvaluateRequest,
  ): Promise<void> {
    const step = { kind: 'self', score, text: statement, visitOn: null } as const;
    return this.write(scope, id, year, step, (assessment) => {
      if (assessment.evaluatedAt !== null) {
        throw new DomainError('CREDIT_YEAR_EVALUATED', `${year} is evaluated already`, { year });
      }
      return {
        ...assessment,
        selfScore: score,
        selfStatement: statement,
        selfBy: scope.userId,
        selfAt: this.clock.now(),
      };
    });
  }

  /**
   * After the enterprise's own: the paper is compared with what the visit found, which has been made,
   * for the evaluation closes the year.
   */
  evaluate(
    scope: AccessScope,
    id: EnterpriseId,
    { year, score, visitOn, visitReport }: EvaluateEnterpriseRequest,
  ): Promise<void> {
    const step = { kind: 'visit', score, text: visitReport, visitOn } as const;
    return this.write(scope, id, year, step, (assessment) => {
      if (assessment.selfAt === null) {
        throw new DomainError('CREDIT_SELF_EVALUATION_MISSING', `No self-evaluation of ${year}`, {
          year,
        });
      }
      if (assessment.evaluatedAt !== null) {
        throw new DomainError('CREDIT_YEAR_EVALUATED', `${year} is evaluated already`, { year });
      }
      const today = this.today();
      if (visitOn > today) {
        throw new DomainError('CREDIT_VISIT_IN_FUTURE', 'The visit has not been made', {
          visitOn,
          today,
        });
      }
      return {
        ...assessment,
        score,
        visitOn,
        visitReport,
        evaluatedBy: scope.userId,
        evaluatedAt: this.clock.now(),
      };
    });
  }

  /** By the clock of the city, where a day and a year begin hours before they do in UTC. */
  private today(): string {
    return localTimeOf(this.clock.now(), this.timeZone).on;
  }

  private write(
    scope: AccessScope,
    enterpriseId: EnterpriseId,
    year: number,
    step: Pick<CreditAssessmentStepEntity, 'kind' | 'score' | 'text' | 'visitOn'>,
    change: (assessment: CreditAssessmentEntity) => CreditAssessmentEntity,
  ): Promise<void> {
    if (year > Number(this.today().slice(0, 4))) {
      throw new DomainError('CREDIT_YEAR_AHEAD', 'The year has not begun', { year });
    }
    return this.unitOfWork.run(async (tx) => {
      await this.enterprises.get(scope, enterpriseId, tx);
      await this.credit.lockEnterprise(tx, enterpriseId);
      const known = await this.credit.assessment(tx, enterpriseId, year);
      await this.credit.saveAssessment(tx, change(known ?? emptyYear(enterpriseId, year)));
      await this.credit.addAssessmentStep(tx, {
        ...step,
        id: newId<string>(),
        enterpriseId,
        year,
        takenBy: scope.userId,
        takenAt: this.clock.now(),
      });
    });
  }
}

const emptyYear = (enterpriseId: EnterpriseId, year: number): CreditAssessmentEntity => ({
  id: newId<string>(),
  enterpriseId,
  year,
  selfScore: null,
  selfStatement: null,
  selfBy: null,
  selfAt: null,
  score: null,
  visitOn: null,
  visitReport: null,
  evaluatedBy: null,
  evaluatedAt: null,
  version: 1,
});
