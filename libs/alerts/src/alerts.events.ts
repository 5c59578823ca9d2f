import type { AlertId, EnterpriseId, VehicleId } from '@tongyun/kernel';

/** What happened in this slice; ordered per vehicle. */
export interface AlertEvents {
  /** An episode opened, went on or ended, or somebody decided about it. */
  'alert.changed': {
    readonly alertId: AlertId;
    readonly enterpriseId: EnterpriseId | null;
    readonly vehicleId: VehicleId;
  };
}
