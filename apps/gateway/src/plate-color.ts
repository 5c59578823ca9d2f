import type { PlateColor } from '@tongyun/contracts';

/** Plate colours as JT/T 697.7-2014 (5.6) numbers them; JT/T 415 had the first four. */
const COLORS: Readonly<Record<number, PlateColor>> = {
  1: 'blue',
  2: 'yellow',
  3: 'black',
  4: 'white',
  5: 'green',
  9: 'other',
  93: 'yellow_green',
  94: 'green',
};

/** The colour behind a terminal's number; null for 0 (no plate yet) and what no table knows. */
export const plateColorOf = (code: number): PlateColor | null => COLORS[code] ?? null;
