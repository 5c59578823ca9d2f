import type { DriverId, VehicleId, ZoneId } from '@tongyun/kernel';

/** What changed of the facts that permission is judged on. Each is ordered by the id it names. */
export interface ComplianceEvents {
  /** Its registration or one of its passes. */
  readonly 'compliance.vehicle_changed': { readonly vehicleId: VehicleId };
  /** One of the trainings. */
  readonly 'compliance.driver_changed': { readonly driverId: DriverId };
  readonly 'compliance.zones_changed': { readonly zoneId: ZoneId };
}
