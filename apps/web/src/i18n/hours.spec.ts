import { minuteOf } from './hours.js';

describe('minuteOf', () => {
  it.each([
    { clock: '00:00', minute: 0 },
    { clock: '22:30', minute: 1350 },
  ])('reads $clock as minute $minute', ({ clock, minute }) => {
    expect(minuteOf(clock)).toBe(minute);
  });
});
