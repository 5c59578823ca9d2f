import type { DriverView } from '@tongyun/contracts';
import type { AccessScope } from '@tongyun/kernel';
import type { DriverEntity } from '../data/driver.entity.js';
import { maskPhone, mayCallDrivers } from '../rules/shown-phone.js';

export const toDriverView = (driver: DriverEntity, scope: AccessScope): DriverView => ({
  id: driver.id,
  enterpriseId: driver.enterpriseId,
  name: driver.name,
  phone: mayCallDrivers(scope.roles) ? driver.phone : maskPhone(driver.phone),
  licenceClass: driver.licenceClass,
  leftOn: driver.leftOn,
  version: driver.version,
});
