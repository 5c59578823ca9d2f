import type { UseAgreementView, VehicleView } from '@tongyun/contracts';
import type { TerminalId } from '@tongyun/kernel';
import type { VehicleEntity } from '../data/vehicle.entity.js';
import type { NamedUse } from '../data/use-agreement.repository.js';

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

export const toUseAgreementView = (use: NamedUse): UseAgreementView => ({
  id: use.id,
  vehicleId: use.vehicleId,
  enterpriseId: use.enterpriseId,
  enterpriseName: use.enterpriseName,
  kind: use.kind,
  validFrom: use.validFrom.toISOString(),
  validTo: use.validTo && use.validTo.toISOString(),
  endedAt: use.endedAt && use.endedAt.toISOString(),
  endReason: use.endReason,
});
