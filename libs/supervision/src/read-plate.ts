import type { PlateColor } from '@tongyun/contracts';
import { isPlate, normalisePlate } from '@tongyun/fleet';
import { DomainError } from '@tongyun/kernel';

/** A plate typed in any manner, as it is kept; refuses what can be none. */
export function readPlate(
  plate: string,
  color: PlateColor | null,
): { readonly plateNo: string; readonly color: PlateColor | null } {
  const plateNo = normalisePlate(plate);
  if (!isPlate(plateNo, color)) {
    throw new DomainError('PLATE_INVALID', `${plateNo} is no plate`, {
      plateNo,
      plateColor: color,
    });
  }
  return { plateNo, color };
}
