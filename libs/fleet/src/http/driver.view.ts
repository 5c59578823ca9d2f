import type { DriverDecisionView, DriverView } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import type { DriverEntity } from '../data/driver.entity.js';
import type { DriverDecisionRow } from '../data/employment.repository.js';
import { maskPhone, mayCallDrivers } from '../rules/shown-phone.js';

export const toDriverView = (driver: DriverEntity, scope: AccessScope): DriverView => ({
  id: driver.id,
  enterpriseId: driver.enterpriseId,
  name: driver.name,
  phone: phoneFor(scope, driver.phone),
  licenceClass: driver.licenceClass,
  leftOn: driver.leftOn,
  version: driver.version,
});

/** Numbers that he had before are shown as the one that he has. */
export const toDriverDecisionView = (
  { id, kind, before, leftOn, reason, decidedBy, decidedByRoles, decidedAt }: DriverDecisionRow,
  scope: AccessScope,
): DriverDecisionView => ({
  id,
  kind,
  before:
    before?.phone === undefined ? before : { ...before, phone: phoneFor(scope, before.phone) },
  leftOn,
  reason,
  decidedBy,
  decidedByRoles,
  decidedAt: decidedAt.toISOString(),
});

const phoneFor = ({ roles }: AccessScope, phone: string): string =>
  mayCallDrivers(roles) ? phone : maskPhone(phone);
