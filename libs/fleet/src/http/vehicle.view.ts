import type { UseAgreementView, VehicleView } from '@tongyun/contracts';
import type { TerminalId } from '@tongyun/kernel';
import type { VehicleEntity } from '../data/vehicle.entity.js';
import type { NewUse } from '../data/vehicle.repository.js';

export const toVehicleView = (
  vehicle: VehicleEntity,
  terminalId: TerminalId | null,
): VehicleView => ({
  id: vehicle.id,
  kind: vehicle.kind,
  plateNo: vehicle.plateNo,
  plateColor: vehicle.plateColor,
  equipmentNo: vehicle.equipmentNo,
  fleetNo: vehicle.fleetNo,
  ownerName: vehicle.ownerName,
  ownerEnterpriseId: vehicle.ownerEnterpriseId,
  isProvisional: vehicle.isProvisional,
  drumCapacityM3: vehicle.drumCapacityM3,
  boomLengthM: vehicle.boomLengthM,
  lineLengthM: vehicle.lineLengthM,
  emissionClass: vehicle.emissionClass,
  tareKg: vehicle.tareKg,
  terminalId,
  version: vehicle.version,
});

export const toUseAgreementView = (use: NewUse): UseAgreementView => ({
  id: use.id,
  vehicleId: use.vehicleId,
  enterpriseId: use.enterpriseId,
  kind: use.kind,
  validFrom: use.validFrom.toISOString(),
  validTo: use.validTo && use.validTo.toISOString(),
});
