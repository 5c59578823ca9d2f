import {
  type AccessScope,
  type EnterpriseId,
  newId,
  type Role,
  type UserId,
} from '@tongyun/kernel';

/** Somebody of the authorities: sees the rows of every enterprise. */
export const anAuthority = (role: Role, change: Partial<AccessScope> = {}): AccessScope => ({
  userId: newId<UserId>(),
  roles: [role],
  enterpriseIds: 'all',
  district: null,
  agency: null,
  driverId: null,
  ...change,
});

/** Somebody who works for one enterprise. */
export const anEmployee = (enterpriseId: EnterpriseId, role: Role = 'dispatcher'): AccessScope =>
  anAuthority(role, { enterpriseIds: [enterpriseId] });
