import { rowsAtOnce } from './rows-at-once.js';

const MB = 1024 * 1024;

describe('rowsAtOnce', () => {
  it('takes many small rows, and none too many of an empty table', () => {
    expect(rowsAtOnce(400)).toBe(2_000);
    expect(rowsAtOnce(0)).toBe(2_000);
  });

  it('takes as few large rows as fit beside each other, and one that does not', () => {
    expect(rowsAtOnce(4 * MB)).toBe(8);
    expect(rowsAtOnce(100 * MB)).toBe(1);
  });
});
