import type { AccessScope, DriverId, EnterpriseId, Role, UserId } from '@tongyun/kernel';

/** Roles that act for one enterprise; everyone else is an authority or works for all. */
const ENTERPRISE_ROLES: readonly Role[] = [
  'dispatcher',
  'plant_desk',
  'enterprise_manager',
  'driver',
];
/** Roles that may act for one enterprise or for all. */
const EITHER_ROLES: readonly Role[] = ['fitter'];

/** The fields of a user that his scope is made of. */
export interface ScopedUser {
  readonly id: UserId;
  readonly roles: readonly Role[];
  readonly enterpriseId: EnterpriseId | null;
  readonly district: string | null;
  readonly agency: string | null;
  readonly driverId: DriverId | null;
}

export type RolesVerdict = 'fit' | 'enterprise_missing' | 'enterprise_unfit';

/** Judges whether these roles go together with being, or not being, of an enterprise. */
export function judgeRoles(
  roles: readonly Role[],
  enterpriseId: EnterpriseId | null,
): RolesVerdict {
  const isOfEnterprise = roles.some((role) => ENTERPRISE_ROLES.includes(role));
  const isOfAuthority = roles.some(
    (role) => !ENTERPRISE_ROLES.includes(role) && !EITHER_ROLES.includes(role),
  );
  if (isOfEnterprise && enterpriseId === null) return 'enterprise_missing';
  if (isOfAuthority && enterpriseId !== null) return 'enterprise_unfit';
  return 'fit';
}

/** The fields that say where an authority's somebody stands. */
export interface PostedUser {
  readonly roles: readonly Role[];
  readonly district: string | null;
  readonly agency: string | null;
  readonly badgeNo: string | null;
}

export type PostVerdict = 'fit' | 'district_missing' | 'badge_missing';

/**
 * Judges whether it is stated where these roles act: a bureau in its district, an officer by his
 * badge for his agency, as each question of his is kept with both.
 */
export function judgePost({ roles, district, agency, badgeNo }: PostedUser): PostVerdict {
  if (roles.includes('district_bureau') && district === null) return 'district_missing';
  if (roles.includes('police') && (agency === null || badgeNo === null)) return 'badge_missing';
  return 'fit';
}

/**
 * What a user may see: the rows of his enterprise, or of all when he belongs to none.
 *
 * A district narrows what its bureau sees, so that one without a district sees nothing; for others
 * it only says where they sit.
 */
export function scopeOfUser(user: ScopedUser): AccessScope {
  const isPlaced = !user.roles.includes('district_bureau') || user.district !== null;
  const isFit = isPlaced && judgeRoles(user.roles, user.enterpriseId) === 'fit';
  const ofAll = isFit && user.enterpriseId === null ? ('all' as const) : [];
  return {
    userId: user.id,
    roles: user.roles,
    enterpriseIds: user.enterpriseId === null ? ofAll : [user.enterpriseId],
    district: user.roles.includes('district_bureau') ? user.district : null,
    agency: user.agency,
    driverId: user.driverId,
  };
}
