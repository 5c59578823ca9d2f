import { isSearchDue, operatingDayAt } from './standing.js';

const at = (clock: string) => new Date(`2026-11-24T${clock}:00Z`);

describe('operatingDayAt', () => {
  it.each([
    // 03:59 and 04:00 in Hangzhou.
    { now: new Date('2026-11-23T19:59:00Z'), day: '2026-11-23' },
    { now: new Date('2026-11-23T20:00:00Z'), day: '2026-11-24' },
  ])('is $day', ({ now, day }) => {
    expect(operatingDayAt(now, 4, 'Asia/Shanghai')).toBe(day);
  });
});

describe('isSearchDue', () => {
  it.each([
    { last: null, offer: null, due: true, why: 'nobody has searched yet' },
    { last: at('08:00'), offer: null, due: true, why: 'the pause is over' },
    { last: at('08:01'), offer: null, due: false, why: 'the pause lasts' },
    { last: at('07:00'), offer: at('07:55'), due: false, why: 'an offer waits for a decision' },
    { last: at('07:00'), offer: at('07:51'), due: true, why: 'the offer is old' },
  ])('is $due when $why', ({ last, offer, due }) => {
    expect(isSearchDue(last, 60, offer, at('08:01'))).toBe(due);
  });
});
