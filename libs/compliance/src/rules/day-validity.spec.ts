import { computeDayValidity } from './day-validity.js';

const days = { today: '2026-11-23', untilOn: '2026-12-23' };

describe('computeDayValidity', () => {
  it.each([
    { lastOn: '2026-11-22', is: 'expired', why: 'the day after its last' },
    { lastOn: '2026-11-23', is: 'expiring', why: 'the last day still counts' },
    { lastOn: '2026-12-23', is: 'expiring', why: 'the first day of warning' },
    { lastOn: '2026-12-24', is: 'valid', why: 'a day before the warning' },
  ])('says that what counts to $lastOn is $is ($why)', ({ lastOn, is }) => {
    expect(computeDayValidity(lastOn, days)).toBe(is);
  });

  it('warns of nothing ahead when told to look no day ahead, but of the last day', () => {
    const none = { today: '2026-11-23', untilOn: '2026-11-23' };

    expect(computeDayValidity('2026-11-24', none)).toBe('valid');
    expect(computeDayValidity('2026-11-23', none)).toBe('expiring');
  });

  it('says nothing of what names no last day', () => {
    expect(computeDayValidity(null, days)).toBeNull();
  });
});
