import { plateColor } from '@tongyun/contracts';
import { z } from 'zod';
import { EMPTY_PLATE, type PlateEntry } from '../../plate/plate-entry.js';

/** A vehicle as its driver names it: by its plate, a trailer pump by its equipment number. */
export interface NamedVehicle {
  readonly by: 'plate' | 'equipment_no';
  readonly plate: PlateEntry;
  readonly equipmentNo: string;
}

const KEY = 'tongyun.driver.plate';
const NONE: NamedVehicle = { by: 'plate', plate: EMPTY_PLATE, equipmentNo: '' };
const keptVehicle = z.object({
  places: z.string().max(8),
  color: plateColor,
  equipmentNo: z.string().max(40).default(''),
  by: z.enum(['plate', 'equipment_no']).default('plate'),
});

/** Most drivers take yesterday's vehicle: its name is there already. */
export function readLastVehicle(storage: Pick<Storage, 'getItem'>): NamedVehicle {
  try {
    const read = keptVehicle.safeParse(JSON.parse(storage.getItem(KEY) ?? 'null'));
    if (!read.success) return NONE;
    const { places, color, equipmentNo, by } = read.data;
    return { by, plate: { places, color }, equipmentNo };
  } catch {
    return NONE;
  }
}

export function keepLastVehicle(
  storage: Pick<Storage, 'setItem'>,
  { by, plate, equipmentNo }: NamedVehicle,
): void {
  try {
    storage.setItem(KEY, JSON.stringify({ ...plate, equipmentNo, by }));
  } catch {
    // The vehicle is named again tomorrow.
  }
}
