import type { VehicleFact } from '@tongyun/permission';

/**
 * What is known of a plate that nobody has entered: nothing. It is judged as a mixer, the kind
 * that every zone binds first.
 */
export const anUnknownVehicle = (plateNo: string): VehicleFact => ({
  vehicleId: '',
  kind: 'mixer',
  plateNo,
  plateColor: null,
  isProvisional: true,
  registrationState: null,
  ownerEnterpriseId: null,
  emissionClass: null,
  drumCapacityM3: null,
  boomLengthM: null,
  lineLengthM: null,
  passes: [],
  uses: [],
});
