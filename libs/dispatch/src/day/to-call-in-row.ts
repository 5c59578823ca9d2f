import type { CallInRow } from '@tongyun/contracts';
import type { Replacement } from './rules/find-replacement.js';
import type { CallIn } from './rules/list-call-ins.js';

/** A row of the first round as it is shown and kept. */
export const toCallInRow = ({
  firstAt,
  callInAt,
  replacement,
  saysStartAt,
  confirmedAt,
  ...row
}: CallIn): CallInRow => ({
  ...row,
  reasons: [...row.reasons],
  firstLoadAt: firstAt.toISOString(),
  callInAt: callInAt.toISOString(),
  replacement: replacement && toReplacement(replacement),
  saysStartAt: saysStartAt?.toISOString() ?? null,
  confirmedAt: confirmedAt?.toISOString() ?? null,
});

const toReplacement = ({
  id: driverId,
  name: driverName,
  vehicle,
}: Replacement): CallInRow['replacement'] => ({
  driverId,
  driverName,
  ...(vehicle && {
    vehicle: { vehicleId: vehicle.id, plateNo: vehicle.plateNo, fleetNo: vehicle.fleetNo },
  }),
});
