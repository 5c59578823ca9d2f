import { effectiveFrom, endOfDay, startOfDay, yearsLater } from './calendar.js';

describe('calendar', () => {
  it('begins and ends a day in Shanghai', () => {
    expect(startOfDay('2026-03-01').toISOString()).toBe('2026-02-28T16:00:00.000Z');
    expect(endOfDay('2026-03-01').toISOString()).toBe('2026-03-01T16:00:00.000Z');
  });

  it.each([
    { day: '2026-03-01', from: '2026-03-01T02:00:00.000Z', why: 'today is at once' },
    { day: '2026-03-02', from: '2026-03-01T16:00:00.000Z', why: 'tomorrow is its midnight' },
  ])('takes effect from $from ($why)', ({ day, from }) => {
    const now = new Date('2026-03-01T02:00:00Z');

    expect(effectiveFrom(day, '2026-03-01', now).toISOString()).toBe(from);
  });

  it.each([
    { day: '2026-11-22', later: '2028-11-22' },
    { day: '2024-02-29', later: '2026-03-01' },
  ])('finds $later two years after $day', ({ day, later }) => {
    expect(yearsLater(day, 2)).toBe(later);
  });
});
