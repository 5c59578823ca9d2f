import { type DescribedVehicle, heavyPlateColor } from '@tongyun/contracts';
import { DomainError } from '@tongyun/kernel';
import { isUniqueViolation } from './data/unique-violation.js';
import { normaliseEquipmentNo } from './rules/equipment-no.js';
import { isPlate, isTrailersOrSchools, normalisePlate } from './rules/plate.js';

type NamedVehicle = Pick<DescribedVehicle, 'kind' | 'plateNo' | 'plateColor' | 'equipmentNo'>;

/** What a vehicle is named by, as it is kept. */
export const keptNames = (named: NamedVehicle): Pick<NamedVehicle, 'plateNo' | 'equipmentNo'> => ({
  plateNo: plateOf(named),
  equipmentNo: named.equipmentNo === null ? null : normaliseEquipmentNo(named.equipmentNo),
});

/** The plate as it is kept; refused when it is none of its colour, or of a colour that no such vehicle has. */
function plateOf({ kind, plateNo: given, plateColor }: NamedVehicle): string | null {
  const plateNo = given === null ? null : normalisePlate(given);
  if (plateColor !== null && !heavyPlateColor.safeParse(plateColor).success) {
    throw new DomainError('PLATE_COLOR_UNFIT', 'Mixers and pumps carry no plate of this colour', {
      plateColor,
      possible: heavyPlateColor.options,
    });
  }
  if (plateNo === null) return null;
  const isUnfit = kind !== 'trailer_pump' && isTrailersOrSchools(plateNo);
  if (!isUnfit && isPlate(plateNo, plateColor)) return plateNo;
  throw new DomainError('PLATE_INVALID', `${plateNo} is no plate of this colour`, {
    plateNo,
    plateColor,
  });
}

export const plateTaken = (plateNo: string | null) =>
  new DomainError('PLATE_TAKEN', 'Another vehicle carries this plate', { plateNo });

/** What a write of a vehicle failed on: that another one has its name, or what it was. */
export function asTakenName(error: unknown, { plateNo, equipmentNo }: NamedVehicle): unknown {
  if (isUniqueViolation(error, 'vehicle_plate')) return plateTaken(plateNo);
  if (!isUniqueViolation(error, 'vehicle_equipment_no_key')) return error;
  return new DomainError('EQUIPMENT_NO_TAKEN', 'Another pump has this equipment number', {
    equipmentNo,
  });
}
