import type { PassView } from '@tongyun/contracts';
import type { RoadPassEntity } from '../data/road-pass.entity.js';

export const toPassView = (
  pass: RoadPassEntity,
  { plateNo, state, isRevocationDue }: Pick<PassView, 'plateNo' | 'state' | 'isRevocationDue'>,
): PassView => ({
  id: pass.id,
  passNo: pass.passNo,
  vehicleId: pass.vehicleId,
  plateNo,
  zoneIds: pass.zoneIds,
  roads: pass.roads,
  routes: pass.routes,
  hours: pass.hours,
  validFrom: pass.validFrom.toISOString(),
  validTo: pass.validTo.toISOString(),
  leaveBy: pass.leaveBy?.toISOString() ?? null,
  toleratedTo: pass.toleratedTo?.toISOString() ?? null,
  issuingBody: pass.issuingBody,
  state,
  isRevocationDue,
  version: pass.version,
});
