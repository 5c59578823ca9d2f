import { z } from 'zod';
import { instant, instantIn, pageOf, reasonText } from './common.js';

/** What a key of an agency's system may be good for. */
export const agencyKeyPermission = z.enum([
  'roadside.ask',
  'outcomes.record',
  'drivers.disclose',
  'outcomes.read',
  'findings.read',
  'findings.raise',
  'findings.attach',
  'sightings.report',
  'sightings.read',
]);
export type AgencyKeyPermission = z.infer<typeof agencyKeyPermission>;

export const issueAgencyKeyRequest = z.object({
  /** The authority whose officers it acts for; questions are counted against it. */
  agency: z.string().trim().min(2).max(80),
  systemName: z.string().trim().min(2).max(80),
  permissions: z.array(agencyKeyPermission).min(1),
  /** First instant at which it is good no more. */
  expiresAt: instantIn,
  reason: reasonText,
});
export type IssueAgencyKeyRequest = z.infer<typeof issueAgencyKeyRequest>;

export const revokeAgencyKeyRequest = z.object({ reason: reasonText });
export type RevokeAgencyKeyRequest = z.infer<typeof revokeAgencyKeyRequest>;

export const agencyKeyView = z.object({
  id: z.uuid(),
  agency: z.string(),
  systemName: z.string(),
  permissions: z.array(agencyKeyPermission),
  state: z.enum(['valid', 'expired', 'revoked']),
  expiresAt: instant,
  reason: z.string(),
  issuedAt: instant,
  revokedAt: instant.nullable(),
  revocationReason: z.string().nullable(),
  /** When it was last shown, and for which officer; null: never, or not as long as uses are kept. */
  lastUsedAt: instant.nullable(),
  lastBadgeNo: z.string().nullable(),
});
export type AgencyKeyView = z.infer<typeof agencyKeyView>;
export const agencyKeyPage = pageOf(agencyKeyView);
/** The key itself, shown this once. */
export const issuedAgencyKeyView = agencyKeyView.extend({ key: z.string() });
export type IssuedAgencyKeyView = z.infer<typeof issuedAgencyKeyView>;
