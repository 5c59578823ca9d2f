import type { KeptDocument } from '@tongyun/compliance';
import {
  type CreditAssessmentView,
  type CreditDecisionView,
  type CreditEvidenceView,
  type EnterpriseCreditView,
  type LedgerEntryView,
  ledgerPhotoView,
  type LedgerPhotoView,
  type RectificationView,
} from '@tongyun/contracts';
import type { EnterpriseCredit } from '../credit-queries.service.js';
import type { CreditAssessmentEntity } from '../data/credit-assessment.entity.js';
import type { CreditDecisionEntity } from '../data/credit-decision.entity.js';
import type { EvidenceRow } from '../data/credit-evidence.repository.js';
import type { LedgerEntryEntity } from '../data/ledger-entry.entity.js';
import type { ShownRectification } from '../rectification-queries.service.js';
import { hasOpenAppeal } from '../rules/credit-standing.js';

export const toEnterpriseCreditView = ({
  enterprise,
  effects,
  assessments,
  decisions,
  proposal,
}: EnterpriseCredit): EnterpriseCreditView => ({
  enterpriseId: enterprise.id,
  grade: enterprise.creditGrade,
  effects,
  isBarred: enterprise.isBarred,
  areOrdersBlocked: enterprise.areOrdersBlocked,
  hasOpenAppeal: hasOpenAppeal(decisions.map(({ kind }) => kind)),
  assessments: assessments.map(toAssessmentView),
  decisions: decisions.map(toDecisionView).toReversed(),
  proposal: proposal && {
    grade: proposal.grade,
    rectificationId: proposal.because.id,
    title: proposal.because.title,
    settledAt: proposal.because.steppedAt.toISOString(),
  },
});

const toAssessmentView = (row: CreditAssessmentEntity): CreditAssessmentView => ({
  year: row.year,
  selfScore: row.selfScore,
  selfStatement: row.selfStatement,
  selfAt: row.selfAt?.toISOString() ?? null,
  score: row.score,
  visitOn: row.visitOn,
  visitReport: row.visitReport,
  evaluatedAt: row.evaluatedAt?.toISOString() ?? null,
  version: row.version,
});

const toDecisionView = (row: CreditDecisionEntity): CreditDecisionView => ({
  id: row.id,
  kind: row.kind,
  year: row.year,
  grade: row.grade,
  gradeBefore: row.gradeBefore,
  reason: row.reason,
  decidedBy: row.decidedBy,
  decidedAt: row.decidedAt.toISOString(),
});

export const toCreditEvidenceView = (row: EvidenceRow): CreditEvidenceView => ({
  id: row.id,
  source: row.source,
  kind: row.kind,
  occurredAt: row.occurredAt.toISOString(),
  title: row.title,
  plateNo: row.plateNo,
  photoUrls: row.photoUrls,
  value: row.value,
});

export const toLedgerEntryView = (
  row: LedgerEntryEntity,
  photos: readonly KeptDocument[] = [],
): LedgerEntryView => ({
  id: row.id,
  enterpriseId: row.enterpriseId,
  kind: row.kind,
  occurredAt: row.occurredAt.toISOString(),
  title: row.title,
  content: row.content,
  personName: row.personName,
  photoUrls: row.photoUrls,
  photos: photos.map(toLedgerPhotoView),
  vehicleId: row.vehicleId,
  siteId: row.siteId,
  isEvidence: row.isEvidence,
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt.toISOString(),
});

export const toLedgerPhotoView = ({ id, fileKind, addedAt }: KeptDocument): LedgerPhotoView => ({
  id,
  fileKind: ledgerPhotoView.shape.fileKind.parse(fileKind),
  addedAt: addedAt.toISOString(),
});

export const toRectificationView = (shown: ShownRectification): RectificationView => ({
  id: shown.row.id,
  enterpriseId: shown.row.enterpriseId,
  title: shown.row.title,
  dueOn: shown.row.dueOn,
  isOverdue: shown.isOverdue,
  evidenceId: shown.row.evidenceId,
  state: shown.row.state,
  steps: shown.steps.map((step) => ({
    toState: step.toState,
    text: step.text,
    photoUrls: step.photoUrls,
    takenBy: step.takenBy,
    takenAt: step.takenAt.toISOString(),
  })),
  version: shown.row.version,
});
