import { newId } from '@tongyun/kernel';
import { firstIdAt, madeAt } from './time-ordered-id.js';

describe('ids ordered by time', () => {
  it('tell when they were made', () => {
    const before = Date.now();
    const made = madeAt(newId<string>()).getTime();

    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now());
  });

  it.each([
    { at: '1971-01-01T00:00:00.000Z', why: 'leading zeroes' },
    { at: '2026-05-04T08:00:00.123Z', why: 'to the millisecond' },
  ])('begin at an instant ($why)', ({ at }) => {
    const first = firstIdAt(new Date(at));

    expect(madeAt(first).toISOString()).toBe(at);
    expect(first > firstIdAt(new Date(Date.parse(at) - 1))).toBe(true);
  });

  it('made before an instant are smaller than its first', () => {
    const made = newId<string>();

    expect(made < firstIdAt(new Date(Date.now() + 1))).toBe(true);
    expect(made > firstIdAt(new Date(Date.now() - 1_000))).toBe(true);
  });
});
