import type { GanttRow } from './gantt-row.js';
import { placeRows, rowAt, rowsSeen } from './row-layout.js';

const row = (id: string, lanes: number): GanttRow => ({
  id,
  kind: 'vehicle',
  lanes,
  bars: [],
  closed: [],
  wantedMs: null,
});

describe('the chart’s layout', () => {
  const many = Array.from({ length: 100 }, (_, nth) => row(`row ${nth}`, nth === 1 ? 3 : 1));
  const { placed, height } = placeRows(many);

  it('puts rows under each other, as high as their lanes need', () => {
    expect(placed.slice(0, 3).map(({ top }) => top)).toEqual([0, 34, 34 + 86]);
    expect(height).toBe(99 * 34 + 86);
  });

  it('draws only what is seen and a little more', () => {
    const seen = rowsSeen(placed, 1_000, 600);

    expect(seen.length).toBeLessThan(40);
    expect(seen.some(({ top }) => top <= 1_000)).toBe(true);
    expect(seen.some(({ top }) => top >= 1_600)).toBe(true);
  });

  it('knows the row under the pointer', () => {
    expect(rowAt(placed, 100)?.row.id).toBe('row 1');
    expect(rowAt(placed, height + 1)).toBeNull();
  });
});
