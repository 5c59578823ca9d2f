import type {
  AllowOrdersRequest,
  AnswerAppealRequest,
  AppealGradeRequest,
  DecideGradeRequest,
} from '@tongyun/contracts';
import { type Enterprise, EnterpriseQueries } from '@tongyun/fleet';
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
import type { CreditDecisionEntity } from './data/credit-decision.entity.js';
import { CreditRepository } from './data/credit.repository.js';
import { gradeOfYear, hasOpenAppeal, isBetterGrade } from './rules/credit-standing.js';
import { StandingBook } from './standing-book.service.js';

type Decided = Pick<CreditDecisionEntity, 'kind' | 'year' | 'grade' | 'reason'>;

/**
 * Every word of people on an enterprise's grade: each is a row, none changes another, and what they
 * come to is set on the enterprise, where whoever takes orders or plans asks.
 */
@Injectable()
export class DecideCreditService {
  constructor(
    private readonly credit: CreditRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly book: StandingBook,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives a year its grade, once it was evaluated. */
  decideGrade(scope: AccessScope, id: EnterpriseId, wanted: DecideGradeRequest): Promise<void> {
    const { year, grade, reason } = wanted;
    return this.decide(scope, id, async (_, tx) => {
      const assessment = await this.credit.assessment(tx, id, year);
      if (assessment?.evaluatedAt == null) {
        throw new DomainError('CREDIT_NOT_EVALUATED', `${year} was not evaluated`, { year });
      }
      return { kind: 'grade', year, grade, reason };
    });
  }

  /** The enterprise's word against its latest grade; one at a time. */
  appeal(scope: AccessScope, id: EnterpriseId, { reason }: AppealGradeRequest): Promise<void> {
    return this.decide(scope, id, async (before) => {
      const year = latestYear(before);
      if (year === null) throw new DomainError('CREDIT_NOT_GRADED', 'There is no grade yet');
      if (hasOpenAppeal(before.map(({ kind }) => kind))) {
        throw new DomainError('CREDIT_APPEAL_OPEN', 'An appeal waits for its answer already');
      }
      return { kind: 'appeal', year, grade: null, reason };
    });
  }

  /** Upheld with a better grade than the year has, or rejected. */
  answerAppeal(
    scope: AccessScope,
    id: EnterpriseId,
    { grade, reason }: AnswerAppealRequest,
  ): Promise<void> {
    return this.decide(scope, id, async (before) => {
      const appeal = before.findLast(({ kind }) => kind === 'appeal');
      if (!appeal || !hasOpenAppeal(before.map(({ kind }) => kind))) {
        throw new DomainError('CREDIT_NO_APPEAL', 'No appeal waits for an answer');
      }
      const gradeBefore = gradeOfYear(before, appeal.year);
      if (grade !== null && gradeBefore !== null && !isBetterGrade(grade, gradeBefore)) {
        throw new DomainError('CREDIT_APPEAL_NOT_BETTER', 'Upheld without a better grade', {
          creditGrade: grade,
          creditGradeBefore: gradeBefore,
        });
      }
      const kind = grade === null ? 'appeal_rejected' : 'appeal_upheld';
      return { kind, year: appeal.year, grade, reason };
    });
  }

  /** Lets an enterprise take orders although its grade blocks them, until it is graded again. */
  allowOrders(scope: AccessScope, id: EnterpriseId, { reason }: AllowOrdersRequest): Promise<void> {
    return this.decide(scope, id, async (before, _, enterprise) => {
      const year = latestYear(before);
      if (!enterprise.areOrdersBlocked || year === null) {
        throw new DomainError('CREDIT_ORDERS_NOT_BLOCKED', 'Its grade blocks no orders');
      }
      return { kind: 'orders_allowed', year, grade: null, reason };
    });
  }

  private decide(
    scope: AccessScope,
    id: EnterpriseId,
    judge: (
      before: readonly CreditDecisionEntity[],
      tx: EntityManager,
      enterprise: Enterprise,
    ) => Promise<Decided>,
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.enterprises.get(scope, id, tx);
      await this.credit.lockEnterprise(tx, id);
      const enterprise = await this.enterprises.get(scope, id, tx);
      const before = await this.credit.decisions(tx, id);
      const decided = await judge(before, tx, enterprise);
      const row: CreditDecisionEntity = {
        ...decided,
        id: newId<string>(),
        enterpriseId: id,
        gradeBefore: enterprise.creditGrade,
        decidedBy: scope.userId,
        decidedAt: this.clock.now(),
      };
      await this.credit.addDecision(tx, row);
      if (row.kind === 'appeal' || row.kind === 'appeal_rejected') return;
      await this.book.set(tx, enterprise, [...before, row]);
    });
  }
}

const latestYear = (decisions: readonly CreditDecisionEntity[]): number | null => {
  const years = decisions.flatMap(({ grade, year }) => (grade === null ? [] : [year]));
  return years.length === 0 ? null : Math.max(...years);
};
