import { bindsPlate } from './binds-plate.js';
import type { VehicleFact, ZoneFact } from './facts.js';

/**
 * Whether a zone binds a vehicle, by its kind, the colour of its plate and the plate itself. A plate, or a
 * colour, that nobody knows is bound: that nobody knows it is no leave.
 */
export const bindsVehicle = (
  { binds, plateColors, plates }: Pick<ZoneFact, 'binds' | 'plateColors' | 'plates'>,
  { kind, plateNo, plateColor }: Pick<VehicleFact, 'kind' | 'plateNo' | 'plateColor'>,
): boolean =>
  binds.includes(kind) &&
  (plateColors.length === 0 || plateColor === null || plateColors.includes(plateColor)) &&
  bindsPlate(plates, plateNo);
