import { z } from 'zod';
import { instant } from './common.js';

/**
 * What a reading of the chain found: `changed`, `removed`, `inserted` of a sealed row; `broken` a link
 * whose hash does not follow, `out_of_sequence` one that is missing before this; `head_lost` the
 * chain no longer leads through a head that was noted before.
 */
export const auditFinding = z.object({
  kind: z.enum(['changed', 'removed', 'inserted', 'broken', 'out_of_sequence', 'head_lost']),
  sequence: z.number().int().nullable(),
  source: z.string().nullable(),
  rowId: z.uuid().nullable(),
});
export type AuditFinding = z.infer<typeof auditFinding>;

export const auditVerificationView = z.object({
  id: z.uuid(),
  requestedBy: z.uuid().nullable(),
  requestedAt: instant,
  finishedAt: instant.nullable(),
  /** Links that were read; null while it runs. */
  entries: z.number().int().nullable(),
  headHash: z.string().nullable(),
  findingCount: z.number().int().nullable(),
  /** The first of them. */
  findings: z.array(auditFinding),
});
export type AuditVerificationView = z.infer<typeof auditVerificationView>;

/** How far the chain reaches, and what the last readings of it found. */
export const auditStateView = z.object({
  /** To be noted where whoever can write to the database cannot; null while nothing is sealed. */
  head: z.object({ sequence: z.number().int(), hash: z.string(), sealedAt: instant }).nullable(),
  /** The tables that are sealed. */
  sources: z.array(z.string()),
  /** Newest first. */
  verifications: z.array(auditVerificationView),
});
export type AuditStateView = z.infer<typeof auditStateView>;
