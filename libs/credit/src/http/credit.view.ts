import type { KeptDocument } from '@tongyun/compliance';
import {
  type AttachedFileView,
  type CreditAssessmentView,
  type CreditDecisionView,
  type CreditEvidenceView,
  type EnterpriseCreditView,
  type LedgerEntryView,
  type RectificationView,
} from '@tongyun/contracts';
import type { EnterpriseCredit } from '../credit-queries.service.js';
import type { CreditAssessmentEntity } from '../data/credit-assessment.entity.js';
import type { CreditDecisionEntity } from '../data/credit-decision.entity.js';
import type { EvidenceRow } from '../data/credit-evidence.repository.js';
import type { YearFiles } from '../files/evaluation-files.service.js';
import type { ShownEntry } from '../ledger-queries.service.js';
import type { ShownRectification } from '../rectification-queries.service.js';
import { hasOpenAppeal } from '../rules/credit-standing.js';

export const toEnterpriseCreditView = (
  { enterprise, effects, assessments, decisions, proposal }: EnterpriseCredit,
  files: ReadonlyMap<number, YearFiles>,
): EnterpriseCreditView => ({
  enterpriseId: enterprise.id,
  grade: enterprise.creditGrade,
  effects,
  isBarred: enterprise.isBarred,
  areOrdersBlocked: enterprise.areOrdersBlocked,
  hasOpenAppeal: hasOpenAppeal(decisions.map(({ kind }) => kind)),
  assessments: assessments.map((row) => toAssessmentView(row, files.get(row.year))),
  decisions: decisions.map(toDecisionView).toReversed(),
  proposal: proposal && {
    grade: proposal.grade,
    rectificationId: proposal.because.id,
    title: proposal.because.title,
    settledAt: proposal.because.steppedAt.toISOString(),
  },
});

const toAssessmentView = (
  row: CreditAssessmentEntity,
  { self, visit }: YearFiles = { self: [], visit: [] },
): CreditAssessmentView => ({
  year: row.year,
  selfScore: row.selfScore,
  selfStatement: row.selfStatement,
  selfAt: row.selfAt?.toISOString() ?? null,
  selfFiles: self.map(toAttachedFileView),
  score: row.score,
  visitOn: row.visitOn,
  visitReport: row.visitReport,
  evaluatedAt: row.evaluatedAt?.toISOString() ?? null,
  files: visit.map(toAttachedFileView),
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

export const toCreditEvidenceView = (
  row: EvidenceRow,
  photos: readonly KeptDocument[] = [],
): CreditEvidenceView => ({
  id: row.id,
  source: row.source,
  kind: row.kind,
  occurredAt: row.occurredAt.toISOString(),
  title: row.title,
  plateNo: row.plateNo,
  photoUrls: row.photoUrls,
  photos: photos.map(toAttachedFileView),
  value: row.value,
});

export const toLedgerEntryView = (
  { row, siteName, withdrawal, mayWithdraw }: ShownEntry,
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
  photos: photos.map(toAttachedFileView),
  vehicleId: row.vehicleId,
  siteId: row.siteId,
  siteName,
  isEvidence: row.isEvidence && withdrawal === null,
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt.toISOString(),
  withdrawal: withdrawal && { ...withdrawal, decidedAt: withdrawal.decidedAt.toISOString() },
  mayWithdraw,
});

export const toAttachedFileView = ({ id, fileKind, addedAt }: KeptDocument): AttachedFileView => ({
  id,
  fileKind,
  addedAt: addedAt.toISOString(),
});

export const toRectificationView = (
  shown: ShownRectification,
  files: ReadonlyMap<string, readonly KeptDocument[]>,
): RectificationView => ({
  id: shown.row.id,
  enterpriseId: shown.row.enterpriseId,
  title: shown.row.title,
  dueOn: shown.row.dueOn,
  dueValidity: shown.dueValidity,
  evidenceId: shown.row.evidenceId,
  state: shown.row.state,
  steps: shown.steps.map((step) => ({
    id: step.id,
    toState: step.toState,
    text: step.text,
    dueOn: step.dueOn,
    photoUrls: step.photoUrls,
    files: (files.get(step.id) ?? []).map(toAttachedFileView),
    takenBy: step.takenBy,
    takenAt: step.takenAt.toISOString(),
  })),
  version: shown.row.version,
});
