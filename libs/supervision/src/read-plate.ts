import type { PlateColor } from '@tongyun/contracts';
import { isPlate, normaliseEquipmentNo, normalisePlate } from '@tongyun/fleet';
import { DomainError } from '@tongyun/kernel';

/** What can be painted on a pump, and looked up: letters, digits and marks, as many as a number may have. */
const EQUIPMENT_NO = /^[\p{L}\p{N}\p{P}\p{S} ]{2,40}$/u;

/** What a vehicle is asked about by. */
export interface ReadName {
  /** The plate as it is kept; of what carries none, its equipment number. */
  readonly name: string;
  /** Null where it is none. */
  readonly plateNo: string | null;
  /** Null beside a plate, and where it can be none either. */
  readonly equipmentNo: string | null;
  readonly color: PlateColor | null;
}

/** A plate typed in any manner; what can be none may be the number that is painted on a trailer pump. */
export function readName(text: string, color: PlateColor | null): ReadName {
  const plateNo = normalisePlate(text);
  if (isPlate(plateNo, color)) return { name: plateNo, plateNo, equipmentNo: null, color };
  const name = normaliseEquipmentNo(text);
  const equipmentNo = EQUIPMENT_NO.test(name) ? name : null;
  return { name, plateNo: null, equipmentNo, color: null };
}

/** Refuses what is neither a plate nor the equipment number of any vehicle that was found. */
export function assertNamed(
  { plateNo, name }: ReadName,
  color: PlateColor | null,
  found: readonly unknown[],
): void {
  if (plateNo !== null || found.length > 0) return;
  throw new DomainError('PLATE_INVALID', `${name} is no plate`, {
    plateNo: normalisePlate(name),
    plateColor: color,
  });
}
