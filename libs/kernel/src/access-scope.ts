import type { DriverId, EnterpriseId, UserId } from './ids.js';

/** Every role of the product (design §8). What each may do is the table in `accounts/rules`. */
export const ROLES = [
  'dispatcher',
  'plant_desk',
  'driver',
  'enterprise_manager',
  'police',
  'concrete_admin',
  'district_bureau',
  'commission',
  'association',
  'auditor',
  'system_admin',
  'fitter',
] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking and which rows they may touch: the first argument of every use case and query. */
export interface AccessScope {
  readonly userId: UserId;
  readonly roles: readonly Role[];
  /** Enterprises whose rows are visible; `all` for the authorities. */
  readonly enterpriseIds: readonly EnterpriseId[] | 'all';
  /** District a bureau is bound to; null when not bound. */
  readonly district: string | null;
  /** Authority an officer acts for; null for others. */
  readonly agency: string | null;
  /** The driver this sign-in stands for; null for everyone else. */
  readonly driverId: DriverId | null;
  /** The officer for whom an agency's system asks by its key; a sign-in's own badge is the accounts' to know. */
  readonly actingBadgeNo?: string;
}

/** Whether a row of this enterprise may be seen; a row of nobody is for the authorities only. */
export const maySeeEnterprise = (
  scope: Pick<AccessScope, 'enterpriseIds'>,
  enterpriseId: EnterpriseId | null,
): boolean =>
  scope.enterpriseIds === 'all' ||
  (enterpriseId !== null && scope.enterpriseIds.includes(enterpriseId));

/** The program itself: the judge, the relay, the seeds. Never given to a request. */
export const SYSTEM_SCOPE: AccessScope = {
  userId: '00000000-0000-7000-8000-000000000000' as UserId,
  roles: [],
  enterpriseIds: 'all',
  district: null,
  agency: null,
  driverId: null,
};
