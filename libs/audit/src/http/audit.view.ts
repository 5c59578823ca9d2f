import type { AuditStateView, AuditVerificationView } from '@tongyun/contracts';
import type { AuditState } from '../audit-queries.service.js';
import type { AuditVerificationEntity } from '../data/audit-verification.entity.js';

export const toAuditVerificationView = (row: AuditVerificationEntity): AuditVerificationView => ({
  id: row.id,
  requestedBy: row.requestedBy,
  requestedAt: row.requestedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  entries: row.entries,
  headHash: row.headHash,
  findingCount: row.findingCount,
  findings: [...row.findings],
});

export const toAuditStateView = ({ head, sources, verifications }: AuditState): AuditStateView => ({
  head: head && {
    sequence: head.sequence,
    hash: head.hash,
    sealedAt: head.sealedAt.toISOString(),
  },
  sources: [...sources],
  verifications: verifications.map(toAuditVerificationView),
});
