import type { ContentEvent } from './plan-content.js';

/** Whether a truck or pump is down at an instant: until when is not known, or has not come. */
export const isBrokenDown = (
  events: readonly ContentEvent[],
  vehicleId: string | null,
  at: Date,
): boolean =>
  events.some(
    (event) =>
      (event.kind === 'truck_down' || event.kind === 'pump_down') &&
      event.vehicleId === vehicleId &&
      (event.until === null || new Date(event.until) > at),
  );
