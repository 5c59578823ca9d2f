import { randomInt } from 'node:crypto';
import type { CreateVehicleRequest } from '@tongyun/contracts';

/** A yellow plate of Hangzhou, most likely nobody's yet. */
export const aPlate = (): string => `浙A${randomInt(10_000, 99_999)}`;

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
  emissionClass: '国六',
  tareKg: 14_000,
  ...change,
});
