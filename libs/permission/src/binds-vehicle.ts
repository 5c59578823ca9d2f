import type { VehicleFact, ZoneFact } from './facts.js';

/**
 * Whether a zone binds a vehicle, by its kind and the colour of its plate. A plate whose colour nobody
 * knows is bound: that nobody knows it is no leave.
 */
export const bindsVehicle = (
  { binds, plateColors }: Pick<ZoneFact, 'binds' | 'plateColors'>,
  { kind, plateColor }: Pick<VehicleFact, 'kind' | 'plateColor'>,
): boolean =>
  binds.includes(kind) &&
  (plateColors.length === 0 || plateColor === null || plateColors.includes(plateColor));
