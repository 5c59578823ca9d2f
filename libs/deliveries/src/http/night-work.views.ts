import type { NightPermitView } from '@tongyun/contracts';
import type { NightPermitEntity } from '../data/night-work/night-permit.entity.js';

export const toNightPermitView = (permit: NightPermitEntity): NightPermitView => ({
  id: permit.id,
  siteId: permit.siteId,
  permitNo: permit.permitNo,
  issuedBy: permit.issuedBy,
  validFrom: permit.validFrom.toISOString(),
  validTo: permit.validTo.toISOString(),
});
