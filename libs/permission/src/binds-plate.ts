/** The plates that a zone binds; both parts must hold. */
export interface PlateBinding {
  /** Whole plates, or beginnings such as `浙A`; empty: any plate. */
  readonly listed: readonly string[];
  /** It binds the plates that are not listed, such as all but the city's own. */
  readonly isExcept: boolean;
  /** Last figures of plates, 0 to 9, where a rule goes by them (尾号限行); empty: any. */
  readonly lastFigures: readonly number[];
}

/** Places of the shortest plate: what is listed with as many is one plate and no beginning. */
const PLATE_PLACES = 7;

/**
 * Whether a zone binds a plate: by its beginning, by name, or by its last figure. The last figure is
 * that of the plate, whatever letters come after it (浙A12345D ends in 5). A plate that nobody knows
 * is bound, as one without any figure is by its last: that nobody knows it is no leave.
 *
 * @param plates null: the zone binds every plate
 * @param plateNo as it is stored, without blanks; null: not known, or none
 */
export function bindsPlate(plates: PlateBinding | null, plateNo: string | null): boolean {
  if (plates === null || plateNo === null) return true;
  const { listed, isExcept, lastFigures } = plates;
  const isListed = listed.some((mark) =>
    mark.length >= PLATE_PLACES ? plateNo === mark : plateNo.startsWith(mark),
  );
  if (listed.length > 0 && isListed === isExcept) return false;
  const lastFigure = /\d(?=\D*$)/u.exec(plateNo)?.[0];
  return (
    lastFigures.length === 0 || lastFigure === undefined || lastFigures.includes(Number(lastFigure))
  );
}
