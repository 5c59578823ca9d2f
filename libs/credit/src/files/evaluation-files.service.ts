import { DocumentBook, type KeptDocument } from '@tongyun/compliance';
import { type AccessScope, type DocumentId, DomainError, type EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { CreditQueries } from '../credit-queries.service.js';
import type { CreditAssessmentEntity } from '../data/credit-assessment.entity.js';
import { type EvaluationSide, findEvaluationFileFault } from '../rules/evaluation-files.js';

const SUBJECTS = { self: 'self_evaluation', visit: 'evaluation' } as const;

/** Of an enterprise, whose word on which year. */
export interface EvaluationOf {
  readonly enterpriseId: EnterpriseId;
  readonly year: number;
  readonly side: EvaluationSide;
}

/** The files of one year, each side's oldest first. */
export interface YearFiles {
  readonly self: readonly KeptDocument[];
  readonly visit: readonly KeptDocument[];
}

/** Papers and photos of a year's evaluation (R26), kept as documents are. */
@Injectable()
export class EvaluationFiles {
  constructor(
    private readonly credit: CreditQueries,
    private readonly documents: DocumentBook,
  ) {}

  async add(scope: AccessScope, of: EvaluationOf, bytes: Uint8Array): Promise<KeptDocument> {
    const { year, side, enterpriseId } = of;
    const { assessment, isGraded } = await this.credit.year(scope, enterpriseId, year);
    const fault = findEvaluationFileFault(side, assessment, isGraded);
    if (fault !== null) throw new DomainError(fault, `${year} takes no file`, { year });
    const described = { kind: 'other', title: `${year}`, expiresOn: null } as const;
    const kept = { subject: SUBJECTS[side], subjectId: assessment!.id } as const;
    return this.documents.add(scope, kept, described, bytes);
  }

  /** By year; of an enterprise whose years the asker was shown. */
  async ofYears(
    assessments: readonly CreditAssessmentEntity[],
  ): Promise<ReadonlyMap<number, YearFiles>> {
    const ids = assessments.map(({ id }) => id);
    const self = await this.documents.listOfAll(SUBJECTS.self, ids);
    const visit = await this.documents.listOfAll(SUBJECTS.visit, ids);
    return new Map(
      assessments.map(({ id, year }) => [
        year,
        { self: self.get(id) ?? [], visit: visit.get(id) ?? [] },
      ]),
    );
  }

  async open(
    scope: AccessScope,
    { enterpriseId, year, side }: EvaluationOf,
    id: DocumentId,
  ): ReturnType<DocumentBook['open']> {
    const { assessment } = await this.credit.year(scope, enterpriseId, year);
    if (!assessment) throw new DomainError('DOCUMENT_NOT_FOUND', `No document ${id}`, { id });
    return this.documents.open({ subject: SUBJECTS[side], subjectId: assessment.id }, id);
  }
}
