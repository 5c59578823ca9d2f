import { judgeDutyTime } from './duty-time.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}Z`);

describe('judgeDutyTime', () => {
  it.each([
    { at: '00:59:59', verdict: 'too_old' },
    { at: '01:00:00', verdict: 'fits' },
    { at: '13:00:00', verdict: 'fits' },
    { at: '13:05:00', verdict: 'fits' },
    { at: '13:05:01', verdict: 'in_future' },
  ])('answers $verdict to a tap of $at at one in the afternoon', ({ at: clock, verdict }) => {
    expect(judgeDutyTime(at(clock), at('13:00:00'))).toBe(verdict);
  });
});
