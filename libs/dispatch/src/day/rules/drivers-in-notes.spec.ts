import { driversIn, withNames } from './drivers-in-notes.js';

const ID = '019aaaaa-0000-7000-8000-00000000000a';
const NOTE = `truck_down: 爆胎\ndriver_refused: ${ID} untrained_safety\ndriver_came: ${ID}`;

describe('a note that tells of drivers', () => {
  it('keeps their ids, and is shown with their names', () => {
    expect(driversIn(NOTE)).toEqual([ID, ID]);
    expect(withNames(NOTE, new Map([[ID, '张师傅']]))).toBe(
      'truck_down: 爆胎\ndriver_refused: 张师傅 untrained_safety\ndriver_came: 张师傅',
    );
  });

  it('names nobody where it tells of something else', () => {
    const late = `driver_late: ${ID}`;
    expect(driversIn(late)).toEqual([]);
    expect(withNames(late, new Map([[ID, '张师傅']]))).toBe(late);
    expect([driversIn(null), withNames(null, new Map())]).toEqual([[], null]);
  });
});
