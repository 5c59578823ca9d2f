import type { CreateVehicleRequest } from '@tongyun/contracts';

let nextPlate = 60_000;

/** A yellow plate of Hangzhou, another one each time: every spec file has a database of its own. */
export const aPlate = (): string => `浙A${(nextPlate += 1)}`;

/** What somebody states who enters a mixer. */
export const aMixer = (change: Partial<CreateVehicleRequest> = {}): CreateVehicleRequest => ({
  kind: 'mixer',
  plateNo: aPlate(),
  plateColor: 'yellow',
  equipmentNo: null,
  fleetNo: null,
  ownerName: null,
  ownerEnterpriseId: null,
  drumCapacityM3: 12,
  boomLengthM: null,
  lineLengthM: null,
  emissionClass: '国六',
  tareKg: 14_000,
  ...change,
});
