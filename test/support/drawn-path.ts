import { destination, wgs84 } from '@tongyun/geo';

const WEST_END = wgs84(120.1, 30.25);
const SECONDS_APART = 30;

export interface DrawnPlace {
  readonly at: Date;
  readonly lng: number;
  readonly lat: number;
}

/** The place of a drawing's column, `columnM` metres a column, on a line that runs east. */
export const placeOfColumn = (column: number, columnM: number) =>
  destination(WEST_END, 90, column * columnM);

/**
 * Reads a path drawn in text: the letters are places, in the order of the alphabet, 30 s apart.
 *
 * Rows lie on one line; a place that is passed again stands in a row of its own.
 *
 *     drawnPath(['  a b c', '   e d '], { columnM: 50, from: at('08:00') })
 */
export function drawnPath(
  rows: readonly string[],
  { columnM, from }: { columnM: number; from: Date },
): DrawnPlace[] {
  const columns = new Map<string, number>();
  for (const row of rows) {
    [...row].forEach((letter, column) => {
      if (/[a-z]/.test(letter)) columns.set(letter, column);
    });
  }
  return [...columns].toSorted().map(([, column], place) => {
    const { lng, lat } = placeOfColumn(column, columnM);
    return { at: new Date(from.getTime() + place * SECONDS_APART * 1_000), lng, lat };
  });
}

/** The square-ish area over the columns drawn with `=`, a kilometre to the north and south. */
export function drawnZone(row: string, columnM: number) {
  const west = placeOfColumn(row.indexOf('=') - 0.5, columnM);
  const east = placeOfColumn(row.lastIndexOf('=') + 0.5, columnM);
  const [south, north] = [west.lat - 0.01, west.lat + 0.01];
  const ring: [number, number][] = [
    [west.lng, south],
    [east.lng, south],
    [east.lng, north],
    [west.lng, north],
    [west.lng, south],
  ];
  return { type: 'MultiPolygon' as const, coordinates: [[ring]] };
}
