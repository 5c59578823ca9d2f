import { at, on } from '../../../../test/support/permission-facts.js';
import { computeDrivingTime, type DrivenDuty } from './driving-time.js';

const day = { on: '2026-11-23', beginsAt: at('04:00'), restMin: 20 };
const hours = (number: number) => number * 3_600_000;

/** On duty since six, at the wheel since eight, last heard at twelve, still moving. */
const aDuty = (change: Partial<DrivenDuty> = {}, motion: Partial<DrivenDuty['motion']> = {}) => ({
  vehicleId: 'mixer-1',
  clockInAt: at('06:00'),
  clockOutAt: null,
  fixAt: at('12:00'),
  motion: {
    stop: null,
    drivenSinceMs: at('08:00').getTime(),
    day: '2026-11-23',
    drivenMs: hours(5),
    ...motion,
  },
  ...change,
});

describe('computeDrivingTime', () => {
  it.each([
    { why: 'he drives', duty: aDuty(), now: '12:00', sinceRestMin: 240 },
    {
      why: 'a stop shorter than a rest',
      duty: aDuty({}, { stop: { atMs: at('11:50').getTime() } }),
      now: '12:09',
      sinceRestMin: 230,
    },
    {
      why: 'a rest that no fix has told of',
      duty: aDuty({}, { stop: { atMs: at('11:50').getTime() } }),
      now: '12:10',
      sinceRestMin: 0,
    },
    { why: 'silence as long as a rest', duty: aDuty(), now: '12:20', sinceRestMin: 0 },
    { why: 'a rest', duty: aDuty({}, { drivenSinceMs: null }), now: '12:00', sinceRestMin: 0 },
    {
      why: 'another drove before him',
      duty: aDuty({ clockInAt: at('11:00') }),
      now: '12:00',
      sinceRestMin: 60,
    },
    {
      why: 'he has just left it',
      duty: aDuty({ clockOutAt: at('11:45') }),
      now: '12:00',
      sinceRestMin: 225,
    },
    { why: 'nothing is known', duty: aDuty({ motion: null }), now: '12:00', sinceRestMin: 0 },
  ])('is $sinceRestMin min since his last rest ($why)', ({ duty, now, sinceRestMin }) => {
    expect(computeDrivingTime([duty], day, at(now)).sinceRestMin).toBe(sinceRestMin);
  });

  it('goes on over a change of trucks', () => {
    const first = aDuty({ clockOutAt: at('11:50'), fixAt: at('11:50') });
    const second = aDuty(
      { vehicleId: 'mixer-2', clockInAt: at('11:50') },
      { drivenSinceMs: at('11:55').getTime(), drivenMs: hours(0.1) },
    );

    expect(computeDrivingTime([first, second], day, at('12:00')).sinceRestMin).toBe(230 + 5);
  });

  it('sums up the day, of each vehicle no more than he was on it', () => {
    const whole = aDuty();
    const shared = aDuty({
      vehicleId: 'mixer-2',
      clockInAt: at('04:30'),
      clockOutAt: at('05:30'),
    });

    expect(computeDrivingTime([whole], day, at('12:00')).onDayMin).toBe(300);
    expect(computeDrivingTime([whole, shared], day, at('12:00')).onDayMin).toBe(360);
  });

  it('does not count what was driven on the day before', () => {
    const since = aDuty({ clockInAt: on('2026-11-22', '20:00') }, { day: '2026-11-22' });

    expect(computeDrivingTime([since], day, at('12:00')).onDayMin).toBe(0);
  });
});
