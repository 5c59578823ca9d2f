/** What a vehicle is known by: its registration number and its passes name it. */
export interface VehicleName {
  readonly kind: string;
  /** As it is kept. */
  readonly plateNo: string | null;
  readonly plateColor: string | null;
  readonly equipmentNo: string | null;
}

const MARKS = ['kind', 'plateNo', 'plateColor', 'equipmentNo'] as const;

/** By which marks the two are told apart; empty where both are of one vehicle. */
export const differingMarks = (one: VehicleName, other: VehicleName): (keyof VehicleName)[] =>
  MARKS.filter((mark) => one[mark] !== other[mark]);
