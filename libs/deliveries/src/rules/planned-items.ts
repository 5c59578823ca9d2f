import type { LoadKind } from './product.js';
import type { DriverId, LoadId, OrderId, PlantId, PumpJobId, VehicleId } from '@tongyun/kernel';

interface Planned {
  readonly orderId: OrderId;
  readonly plantId: PlantId;
  readonly vehicleId: VehicleId;
  readonly driverId: DriverId;
  /** Leaves the plant, or the yard. */
  readonly startsAt: Date;
  readonly arrivesAt: Date;
  /** End of discharge; of a pump: washed. */
  readonly endsAt: Date;
}

/** A load as a plan wants it. */
export interface PlannedLoad extends Planned {
  readonly id: LoadId;
  readonly kind: LoadKind;
  readonly m3: number;
  readonly dueAt: Date;
}

/** A pump's stay as a plan wants it. */
export interface PlannedPumpJob extends Planned {
  readonly id: PumpJobId;
  readonly kind: 'pump';
  readonly readyAt: Date;
  readonly untilAt: Date;
  /** The pump that broke down on the job: it is taken off, though it has set out. Null: none did. */
  readonly takesOverFrom: VehicleId | null;
}

export type PlannedItem = PlannedLoad | PlannedPumpJob;

/** The fields that this rule reads of what somebody was told. */
interface Told {
  readonly plantId: string;
  readonly vehicleId: string;
  readonly driverId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const MS_PER_MIN = 60_000;

/** Whether a pump was told to stay as long as is planned, give or take `toldAgainMin` minutes. */
export const isUntilAsPlanned = (
  told: { readonly untilAt: Date },
  planned: { readonly untilAt: Date },
  toldAgainMin: number,
): boolean => Math.abs(+told.untilAt - +planned.untilAt) <= toldAgainMin * MS_PER_MIN;

/**
 * Whether somebody was told what is planned.
 *
 * @param toldAgainMin minutes by which it may begin or end earlier or later, and is the same for him
 */
export const isAsPlanned = (told: Told, planned: Told, toldAgainMin: number): boolean =>
  told.plantId === planned.plantId &&
  told.vehicleId === planned.vehicleId &&
  told.driverId === planned.driverId &&
  Math.abs(+told.startsAt - +planned.startsAt) <= toldAgainMin * MS_PER_MIN &&
  Math.abs(+told.endsAt - +planned.endsAt) <= toldAgainMin * MS_PER_MIN;
