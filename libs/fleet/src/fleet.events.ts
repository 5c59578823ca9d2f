import type {
  DriverId,
  EnterpriseId,
  PlantId,
  TerminalId,
  TerminalOrderId,
  VehicleId,
} from '@tongyun/kernel';

/** What happened in the fleet. Each is ordered by the id that it names. */
export interface FleetEvents {
  /** Entered, adopted from a provisional one, or put to another use. */
  readonly 'fleet.vehicle_changed': { readonly vehicleId: VehicleId };
  /** Seen for the first time, bound, displaced, blocked, unblocked or calibrated. */
  readonly 'fleet.terminal_changed': {
    readonly terminalId: TerminalId;
    /** What it stood for until this was decided; null when nothing was. */
    readonly fromVehicleId: VehicleId | null;
  };
  /** What a terminal was to be told is done, refused, unanswered or expired. */
  readonly 'fleet.terminal_order_settled': {
    readonly orderId: TerminalOrderId;
    readonly terminalId: TerminalId;
    readonly state: 'done' | 'refused' | 'unanswered' | 'expired';
  };
  /** Is no more of his enterprise. */
  readonly 'fleet.driver_left': { readonly driverId: DriverId };
  /** Takes part in another mode from now on. */
  readonly 'fleet.enterprise_changed': { readonly enterpriseId: EnterpriseId };
  /** Entered, or given another range. */
  readonly 'fleet.plant_changed': { readonly plantId: PlantId };
}
