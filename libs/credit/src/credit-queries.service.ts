import type { CreditEffects, PageQuery } from '@tongyun/contracts';
import { type Enterprise, EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, type EnterpriseId } from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { CreditAssessmentEntity } from './data/credit-assessment.entity.js';
import type { CreditDecisionEntity } from './data/credit-decision.entity.js';
import { CreditEvidence, type EvidenceRow } from './data/credit-evidence.repository.js';
import { CreditRepository } from './data/credit.repository.js';
import { RectificationRepository } from './data/rectification.repository.js';
import { type GradeProposal, proposeGrade } from './rules/propose-grade.js';

/** What was said of one year, and whether its grade is decided. */
export interface CreditYear {
  readonly assessment: CreditAssessmentEntity | null;
  readonly isGraded: boolean;
}

export interface EnterpriseCredit {
  readonly enterprise: Enterprise;
  readonly effects: CreditEffects | null;
  readonly assessments: readonly CreditAssessmentEntity[];
  /** Oldest first. */
  readonly decisions: readonly CreditDecisionEntity[];
  /** What its rectifications propose; people decide. */
  readonly proposal: GradeProposal | null;
}

@Injectable()
export class CreditQueries {
  constructor(
    private readonly credit: CreditRepository,
    private readonly rectifications: RectificationRepository,
    private readonly evidenceRows: CreditEvidence,
    private readonly enterprises: EnterpriseQueries,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(scope: AccessScope, id: EnterpriseId): Promise<EnterpriseCredit> {
    const { reads } = this.unitOfWork;
    const enterprise = await this.enterprises.get(scope, id);
    const { creditGrade, district } = enterprise;
    const scopes = [`enterprise:${id}`, `district:${district}`];
    const effects = await this.policies.valueAt('credit.effects', this.clock.now(), scopes);
    const decisions = await this.credit.decisions(reads, id);
    const gradedAt = decisions.findLast(({ grade }) => grade !== null)?.decidedAt ?? null;
    const rectifications = await this.rectifications.steppedOf(reads, id);
    return {
      enterprise,
      effects: creditGrade && effects.value[creditGrade],
      assessments: await this.credit.assessments(reads, id),
      decisions,
      proposal: proposeGrade(creditGrade, gradedAt, rectifications),
    };
  }

  async year(scope: AccessScope, id: EnterpriseId, year: number): Promise<CreditYear> {
    const { reads } = this.unitOfWork;
    await this.enterprises.get(scope, id);
    const decisions = await this.credit.decisions(reads, id);
    return {
      assessment: await this.credit.assessment(reads, id, year),
      isGraded: decisions.some((decision) => decision.kind === 'grade' && decision.year === year),
    };
  }

  /** Of the years that a grade looks back on, newest first; one row more than the page holds. */
  async evidence(scope: AccessScope, id: EnterpriseId, query: PageQuery): Promise<EvidenceRow[]> {
    const after = readInstantCursor(query);
    await this.enterprises.get(scope, id);
    const now = this.clock.now();
    const { value: years } = await this.policies.valueAt('credit.evidence_years', now);
    const { value: lateMin } = await this.policies.valueAt('credit.late_delivery_min', now);
    const since = new Date(now);
    since.setUTCFullYear(since.getUTCFullYear() - years);
    const { reads } = this.unitOfWork;
    return this.evidenceRows.list(reads, id, { since, lateMin }, after, query.limit + 1);
  }
}
