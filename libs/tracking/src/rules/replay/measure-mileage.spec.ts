import { destination, wgs84 } from '@tongyun/geo';
import { at } from '../../../../../test/support/permission-facts.js';
import { measureMileage, type TripSpan } from './measure-mileage.js';

const HOME = wgs84(120.2, 30.3);
const RULES = { maxSpeedKph: 150, dayStartHour: 4, timeZone: 'Asia/Shanghai' };

/** Where the vehicle is, metres east of home, at each clock time. */
const track = (...places: [string, number][]) =>
  places.map(([clock, eastM]) => ({
    atMs: at(clock).getTime(),
    ...destination(HOME, 90, eastM),
  }));

const measure = (places: [string, number][], trips: TripSpan[] = []) => {
  const mileage = measureMileage(track(...places), trips, RULES);
  return { ...mileage, total: Math.round(mileage.totalM) };
};

/** A trip of that day; `to` is null while it goes on. */
const span = (tripId: string, from: string, to: string | null) => ({
  tripId,
  fromMs: at(from).getTime(),
  toMs: to === null ? null : at(to).getTime(),
});

describe('measureMileage', () => {
  it('adds the ways from fix to fix', () => {
    expect(
      measure([
        ['08:00', 0],
        ['08:01', 1_000],
        ['08:02', 300],
      ]).total,
    ).toBe(1_700);
  });

  it('leaves out a place that no truck could have reached', () => {
    expect(
      measure([
        ['08:00', 0],
        ['08:01', 90_000],
        ['08:02', 1_000],
        ['08:03', 2_000],
      ]).total,
    ).toBe(2_000);
  });

  it('goes on from a far place that a second fix confirms, without the way there', () => {
    expect(
      measure([
        ['08:00', 0],
        ['08:01', 90_000],
        ['08:02', 91_000],
        ['08:03', 92_000],
      ]).total,
    ).toBe(2_000);
  });

  it('counts no wander of a receiver that stands, and every metre of a slow drive', () => {
    expect(
      measure([
        ['08:00', 0],
        ['08:01', 20],
        ['08:02', 5],
        ['08:03', 25],
      ]).total,
    ).toBe(0);
    expect(
      measure([
        ['08:00', 0],
        ['08:01', 20],
        ['08:02', 40],
        ['08:03', 80],
      ]).total,
    ).toBe(80);
  });

  it('says how much of it is a straight line over a silence', () => {
    const { total, overGapsM } = measure([
      ['08:00', 0],
      ['08:05', 2_000],
      ['08:16', 8_000],
    ]);

    expect([total, Math.round(overGapsM)]).toEqual([8_000, 6_000]);
  });

  it('parts it by operating day, which begins at four', () => {
    const { byDay } = measure([
      ['03:50', 0],
      ['03:58', 1_000],
      ['04:02', 3_000],
    ]);

    expect([...byDay].map(([day, m]) => [day, Math.round(m)])).toEqual([
      ['2026-11-22', 1_000],
      ['2026-11-23', 2_000],
    ]);
  });

  it('parts it by trip, and gives one without a fix nothing', () => {
    const { byTrip } = measure(
      [
        ['08:00', 0],
        ['08:05', 1_000],
        ['08:10', 3_000],
        ['08:15', 6_000],
        ['08:20', 10_000],
      ],
      [
        span('first', '08:00', '08:10'),
        span('open', '08:15', null),
        span('early', '01:00', '02:00'),
      ],
    );

    expect([...byTrip].map(([id, m]) => [id, Math.round(m)])).toEqual([
      ['first', 3_000],
      ['open', 4_000],
      ['early', 0],
    ]);
  });
});
