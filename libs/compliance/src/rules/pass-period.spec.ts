import { askedAs, findPeriodFault, periodOf } from './pass-period.js';

const now = new Date('2026-11-23T02:00:00Z');
const limits = { isMonthlyOnly: false, longestDays: 31 };
const own = (from: string, to: string) => ({ validFrom: new Date(from), validTo: new Date(to) });

describe('the period of a pass', () => {
  it.each([
    { month: '2026-12', from: '2026-11-30T16:00:00Z', to: '2026-12-31T16:00:00Z' },
    { month: '2027-02', from: '2027-01-31T16:00:00Z', to: '2027-02-28T16:00:00Z' },
  ])('of $month is that month by the city’s clocks', ({ month, from, to }) => {
    expect(periodOf({ month }, 'Asia/Shanghai')).toEqual({
      from: new Date(from),
      to: new Date(to),
    });
  });

  it('of one’s own is as it was stated', () => {
    const asked = own('2026-12-03T00:00:00Z', '2026-12-05T00:00:00Z');

    expect(periodOf(asked, 'Asia/Shanghai')).toEqual({ from: asked.validFrom, to: asked.validTo });
  });

  it.each([
    { why: 'a month to come', asked: { month: '2026-12' }, fault: null },
    { why: 'the month that has begun', asked: { month: '2026-11' }, fault: null },
    { why: 'a month that is over', asked: { month: '2026-10' }, fault: 'over' },
    {
      why: 'as long as may be',
      asked: own('2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'),
      fault: null,
    },
    {
      why: 'a minute longer',
      asked: own('2026-12-01T00:00:00Z', '2027-01-01T00:01:00Z'),
      fault: 'too_long',
    },
  ])('may be asked for unless it is over or too long: $why', ({ asked, fault }) => {
    expect(findPeriodFault(asked, periodOf(asked, 'Asia/Shanghai'), limits, now)).toBe(fault);
  });

  it('is a month where only months are given', () => {
    const asked = own('2026-12-03T00:00:00Z', '2026-12-05T00:00:00Z');
    const monthly = { ...limits, isMonthlyOnly: true };

    expect(findPeriodFault(asked, periodOf(asked, 'Asia/Shanghai'), monthly, now)).toBe(
      'own_period',
    );
  });

  it.each([
    { why: 'a month', asked: { month: '2026-12' } },
    { why: 'days within one', asked: own('2026-12-03T00:00:00Z', '2026-12-05T00:00:00Z') },
    { why: 'a month but for a minute', asked: own('2026-11-30T16:01:00Z', '2026-12-31T16:00:00Z') },
  ])('is read back as it was asked for: $why', ({ asked }) => {
    expect(askedAs(periodOf(asked, 'Asia/Shanghai'), 'Asia/Shanghai')).toEqual(asked);
  });
});
