import type { EnterpriseId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';

/** Stands for "any vehicle of this enterprise" where only driver, plant or work is judged. */
export const anyOwnVehicle = (enterpriseId: EnterpriseId): VehicleFact => ({
  vehicleId: '',
  kind: 'mixer',
  plateNo: null,
  plateColor: null,
  isProvisional: false,
  registrationState: 'registered',
  ownerEnterpriseId: enterpriseId,
  emissionClass: null,
  drumCapacityM3: null,
  boomLengthM: null,
  lineLengthM: null,
  passes: [],
  uses: [],
});
