import type { PlantId, TerminalId, VehicleId } from '@tongyun/kernel';

/** What happened in the fleet. Each is ordered by the id that it names. */
export interface FleetEvents {
  /** Entered, adopted from a provisional one, or put to another use. */
  readonly 'fleet.vehicle_changed': { readonly vehicleId: VehicleId };
  /** Seen for the first time, bound, displaced, blocked or unblocked. */
  readonly 'fleet.terminal_changed': {
    readonly terminalId: TerminalId;
    /** What it stood for until this was decided; null when nothing was. */
    readonly fromVehicleId: VehicleId | null;
  };
  /** Entered, or given another range. */
  readonly 'fleet.plant_changed': { readonly plantId: PlantId };
}
