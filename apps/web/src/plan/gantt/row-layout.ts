import type { GanttRow } from './gantt-row.js';

export const LANE_PX = 26;
const ROW_PADDING_PX = 8;
/** Rows drawn beyond what is seen, so that a fast scroll shows no gaps. */
const SPARE_PX = 240;

export interface PlacedRow {
  readonly row: GanttRow;
  readonly top: number;
  readonly height: number;
}

/** Where each row lies, one under the other. */
export function placeRows(rows: readonly GanttRow[]): {
  readonly placed: PlacedRow[];
  readonly height: number;
} {
  let top = 0;
  const placed = rows.map((row) => {
    const height = row.lanes * LANE_PX + ROW_PADDING_PX;
    const here = { row, top, height };
    top += height;
    return here;
  });
  return { placed, height: top };
}

/** Top of a bar in its row. */
export const laneTop = (lane: number): number => ROW_PADDING_PX / 2 + lane * LANE_PX;

/** The rows that have to be drawn for what is seen. */
export const rowsSeen = (
  placed: readonly PlacedRow[],
  scrollTop: number,
  heightPx: number,
): PlacedRow[] =>
  placed.filter(
    ({ top, height }) =>
      top + height >= scrollTop - SPARE_PX && top <= scrollTop + heightPx + SPARE_PX,
  );

/** The row at so many pixels from the top; null beyond the last. */
export const rowAt = (placed: readonly PlacedRow[], y: number): PlacedRow | null =>
  placed.find(({ top, height }) => y >= top && y < top + height) ?? null;
