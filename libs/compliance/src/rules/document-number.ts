const PLACES = 3;

/**
 * What the numbers of one vehicle's documents of one month begin with: year, month and plate
 * without its province (as a real city's pass system numbers them, rules.md §3), or the equipment
 * number of what carries no plate.
 *
 * @param on local calendar day, `YYYY-MM-DD`
 */
export function documentPrefix(
  on: string,
  { plateNo, equipmentNo }: { plateNo: string | null; equipmentNo: string | null },
): string {
  const month = on.slice(0, 7).replace('-', '');
  const mark = plateNo === null ? (equipmentNo ?? '') : [...plateNo].slice(1).join('');
  return `${month}${mark}`;
}

/** @param nth 1 for the vehicle's first document of the month */
export const documentNumber = (prefix: string, nth: number): string =>
  `${prefix}${String(nth).padStart(PLACES, '0')}`;
