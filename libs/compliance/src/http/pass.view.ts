import type { PassView } from '@tongyun/contracts';
import type { RoadPassEntity } from '../data/road-pass.entity.js';
import type { DatedPass, PassState } from '../rules/pass-state.js';

export const toPassView = (
  pass: RoadPassEntity,
  plateNo: string | null,
  stateOf: (pass: DatedPass) => PassState,
): PassView => ({
  id: pass.id,
  passNo: pass.passNo,
  vehicleId: pass.vehicleId,
  plateNo,
  zoneIds: pass.zoneIds,
  roads: pass.roads,
  hours: pass.hours,
  validFrom: pass.validFrom.toISOString(),
  validTo: pass.validTo.toISOString(),
  leaveBy: pass.leaveBy?.toISOString() ?? null,
  toleratedTo: pass.toleratedTo?.toISOString() ?? null,
  issuingBody: pass.issuingBody,
  state: stateOf(pass),
  version: pass.version,
});
