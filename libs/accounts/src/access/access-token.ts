import type { AccessScope, DriverId, EnterpriseId, Role, UserId } from '@tongyun/kernel';
import { ROLES } from '@tongyun/kernel';
import { z } from 'zod';
import type { SignedInScope } from './signed-in-scope.js';

/** What an access token says. Short names: it travels with every request. */
const accessClaims = z.object({
  sub: z.uuid(),
  exp: z.number(),
  roles: z.array(z.enum(ROLES)),
  ent: z.union([z.literal('all'), z.array(z.uuid())]),
  dst: z.string().nullable(),
  agy: z.string().nullable(),
  drv: z.uuid().nullable(),
  chg: z.boolean(),
});

export const toClaims = (scope: AccessScope, mustChangePassword: boolean) => ({
  roles: scope.roles as Role[],
  ent: scope.enterpriseIds as EnterpriseId[] | 'all',
  dst: scope.district,
  agy: scope.agency,
  drv: scope.driverId,
  chg: mustChangePassword,
});

/** Reads the claims of a verified token; null when they are not of this version's form. */
export function fromClaims(payload: unknown): SignedInScope | null {
  const { data: claims } = accessClaims.safeParse(payload);
  if (!claims) return null;
  return {
    userId: claims.sub as UserId,
    roles: claims.roles,
    enterpriseIds: claims.ent as EnterpriseId[] | 'all',
    district: claims.dst,
    agency: claims.agy,
    driverId: claims.drv as DriverId | null,
    sessionEndsAt: new Date(claims.exp * 1_000),
    mustChangePassword: claims.chg,
  };
}
