import type { EnterpriseView } from '@tongyun/contracts';
import type { EnterpriseEntity } from '../data/enterprise.entity.js';

export const toEnterpriseView = (enterprise: EnterpriseEntity): EnterpriseView => ({
  id: enterprise.id,
  name: enterprise.name,
  shortName: enterprise.shortName,
  district: enterprise.district,
  mode: enterprise.mode,
  creditGrade: enterprise.creditGrade,
  isBarred: enterprise.isBarred,
  areOrdersBlocked: enterprise.areOrdersBlocked,
  version: enterprise.version,
});
