import type { DriverView } from '@tongyun/contracts';
import type { DriverEntity } from '../data/driver.entity.js';

export const toDriverView = (driver: DriverEntity): DriverView => ({
  id: driver.id,
  enterpriseId: driver.enterpriseId,
  name: driver.name,
  phone: driver.phone,
  licenceClass: driver.licenceClass,
  version: driver.version,
});
