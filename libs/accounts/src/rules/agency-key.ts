import type { Permission } from './permissions.js';

/** What a key may be good for: what an officer does on the road, and nothing of the administration's. */
export const AGENCY_KEY_PERMISSIONS = [
  'roadside.ask',
  'outcomes.record',
  'drivers.disclose',
  'outcomes.read',
  'findings.read',
  'findings.raise',
  'findings.attach',
  'sightings.report',
  'sightings.read',
] as const satisfies readonly Permission[];
export type AgencyKeyPermission = (typeof AGENCY_KEY_PERMISSIONS)[number];

/** The fields of a key that this rule reads. */
export interface HeldAgencyKey {
  readonly permissions: readonly string[];
  /** First instant at which it is good no more. */
  readonly expiresAt: Date;
  readonly isRevoked: boolean;
}

export type AgencyKeyVerdict = 'good' | 'revoked' | 'expired' | 'out_of_scope';

/**
 * Judges whether a key is good for a permission at an instant. A key that was taken back stays so,
 * whatever its time; one that is good for nothing of the kind says so only while it is good at all.
 *
 * @param permission what the endpoint asks for; null for one that names none, which no key opens
 */
export function judgeAgencyKey(
  { permissions, expiresAt, isRevoked }: HeldAgencyKey,
  permission: Permission | null,
  now: Date,
): AgencyKeyVerdict {
  if (isRevoked) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return permission !== null && permissions.includes(permission) ? 'good' : 'out_of_scope';
}

/** Whether this can be the badge of an officer: 2 to 32 letters of ASCII, digits and hyphens. */
export const isBadgeNo = (text: string): boolean => /^[0-9A-Za-z][0-9A-Za-z-]{1,31}$/.test(text);
