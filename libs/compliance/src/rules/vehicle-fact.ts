import type { PassFact, UseFact, VehicleFact } from '@tongyun/permission';

/** The fields of a vehicle that its fact is made of. */
export interface EnteredVehicle extends Pick<
  VehicleFact,
  | 'kind'
  | 'plateNo'
  | 'plateColor'
  | 'isProvisional'
  | 'ownerEnterpriseId'
  | 'emissionClass'
  | 'drumCapacityM3'
  | 'boomLengthM'
  | 'lineLengthM'
> {
  readonly id: string;
}

/** What is on record of it beside itself. */
export interface VehiclePapers {
  /** Null: no registration was ever begun. */
  readonly registrationState: string | null;
  readonly passes: readonly PassFact[];
  readonly uses: readonly UseFact[];
}

/**
 * Composes what permission is judged on, the same for every caller. Own use ends with ownership: that
 * of an enterprise which has given the vehicle away is no use any more.
 */
export const composeVehicleFact = (
  vehicle: EnteredVehicle,
  { registrationState, passes, uses }: VehiclePapers,
): VehicleFact => ({
  vehicleId: vehicle.id,
  kind: vehicle.kind,
  plateNo: vehicle.plateNo,
  plateColor: vehicle.plateColor,
  isProvisional: vehicle.isProvisional,
  registrationState,
  ownerEnterpriseId: vehicle.ownerEnterpriseId,
  emissionClass: vehicle.emissionClass,
  drumCapacityM3: vehicle.drumCapacityM3,
  boomLengthM: vehicle.boomLengthM,
  lineLengthM: vehicle.lineLengthM,
  passes,
  uses: uses
    .filter(
      ({ kind, enterpriseId }) => kind !== 'own' || enterpriseId === vehicle.ownerEnterpriseId,
    )
    .map(({ enterpriseId, kind, validFrom, validTo }) => ({
      enterpriseId,
      kind,
      validFrom,
      validTo,
    })),
});
