import type { Role } from '@tongyun/kernel';

/** Those whose work is with drivers: their own enterprise, and the administration. */
const CALLERS: readonly Role[] = [
  'dispatcher',
  'plant_desk',
  'enterprise_manager',
  'concrete_admin',
];

/** Whether somebody of these roles is shown a driver's number whole. */
export const mayCallDrivers = (roles: readonly Role[]): boolean =>
  roles.some((role) => CALLERS.includes(role));

/** A phone number as it may be shown to who need not call it: 138****1234; a short one not at all. */
export const maskPhone = (phone: string): string =>
  phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
