import { plateColor } from '@tongyun/contracts';
import { z } from 'zod';
import { EMPTY_PLATE, type PlateEntry } from '../../plate/plate-entry.js';

const KEY = 'tongyun.driver.plate';
const keptPlate = z.object({ places: z.string().max(8), color: plateColor });

/** Most drivers take yesterday's vehicle: its plate is there already. */
export function readLastPlate(storage: Pick<Storage, 'getItem'>): PlateEntry {
  try {
    const read = keptPlate.safeParse(JSON.parse(storage.getItem(KEY) ?? 'null'));
    return read.success ? read.data : EMPTY_PLATE;
  } catch {
    return EMPTY_PLATE;
  }
}

export function keepLastPlate(storage: Pick<Storage, 'setItem'>, entry: PlateEntry): void {
  try {
    storage.setItem(KEY, JSON.stringify(entry));
  } catch {
    // The plate is typed again tomorrow.
  }
}
