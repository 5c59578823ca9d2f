import { array, assert, boolean, integer, property, record } from 'fast-check';
import { aDay } from '../../../../../test/support/a-day.js';
import { driveTime, ROUNDED_SEC } from '../check/drive-time.js';
import type { Jam, TravelTable } from './day-problem.js';
import { withJams } from './jams.js';
import { leaveBy, travelSec } from './travel.js';

const HOUR = 3_600;
/** Places on a line, ten minutes from one to the next. */
const { travel: road } = aDay();
const jam = (given: Partial<Jam> = {}): Jam => ({
  fromSec: 6 * HOUR,
  toSec: 8 * HOUR,
  places: [2],
  factor: 2,
  ...given,
});
const minutes = (travel: TravelTable, from: number, to: number, atHour: number): number =>
  travelSec(travel, from, to, Math.round(atHour * HOUR)) / 60;

describe('a way in a jam', () => {
  const jammed = withJams(road, [jam()]);

  it.each([
    { at: 5, takes: 20, why: 'it is over before the jam begins' },
    { at: 5.75, takes: 25, why: 'the last quarter of it lies in the jam' },
    { at: 6.5, takes: 40, why: 'all of it does' },
    { at: 7.75, takes: 27.5, why: 'the jam ends on the way' },
    { at: 8, takes: 20, why: 'the jam is over' },
  ])('takes $takes minutes when begun at $at: $why', ({ at, takes }) => {
    expect(minutes(jammed, 0, 2, at)).toBe(takes);
    expect(minutes(jammed, 2, 0, at)).toBe(takes);
  });

  it('is as ever between other places', () => {
    expect(minutes(jammed, 0, 3, 6.5)).toBe(30);
    expect(minutes(jammed, 2, 2, 6.5)).toBe(0);
  });

  it('is slow only between two of its places where the jam is one between places', () => {
    const between = withJams(road, [jam({ places: [0, 2], isBetween: true })]);

    expect(minutes(between, 0, 2, 6.5)).toBe(40);
    expect(minutes(between, 1, 2, 6.5)).toBe(10);
  });

  it('is as slow as the worst of several jams says', () => {
    const both = withJams(road, [jam(), jam({ places: [0], factor: 3, toSec: 6.5 * HOUR })]);

    expect(minutes(both, 0, 2, 6)).toBe(50);
    expect(minutes(withJams(both, [jam()]), 0, 2, 6)).toBe(40);
  });

  it('is slow for the rest of the day in a jam without end', () => {
    expect(minutes(withJams(road, [jam({ toSec: Infinity })]), 0, 2, 20)).toBe(40);
  });
});

describe('ways through any jams', () => {
  const jams = array(
    record({
      fromSec: integer({ min: 0, max: 10 * HOUR }),
      lastsSec: integer({ min: 0, max: 3 * HOUR }),
      places: array(integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
      isBetween: boolean(),
      tenths: integer({ min: 10, max: 50 }),
    }),
    { maxLength: 5 },
  );
  /** Rush hours that come and go as fast as a way of half an hour in the worst jam bears. */
  const slowdowns = array(integer({ min: 100, max: 120 }), { minLength: 1, maxLength: 10 });
  const tables = record({ jams, slowdowns }).map(({ jams: drawn, slowdowns: hourPct }) =>
    withJams(
      { ...road, hourFactor: hourPct.map((pct) => pct / 100) },
      drawn.map(({ fromSec, lastsSec, places, isBetween, tenths }) => ({
        fromSec,
        toSec: fromSec + lastsSec,
        places,
        isBetween,
        factor: tenths / 10,
      })),
    ),
  );
  const place = integer({ min: 0, max: 3 });
  const second = integer({ min: 0, max: 12 * HOUR });

  it('never bring who leaves later there earlier', () => {
    assert(
      property(
        tables,
        place,
        place,
        second,
        integer({ min: 1, max: HOUR }),
        (travel, from, to, at, later) => {
          const arrives = (sec: number) => sec + travelSec(travel, from, to, sec);

          expect(arrives(at + later)).toBeGreaterThanOrEqual(arrives(at));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('take as long as the checker says, and never less than without jams', () => {
    assert(
      property(tables, place, place, second, (travel, from, to, at) => {
        const takes = travelSec(travel, from, to, at);
        const checked = driveTime(aDay({ travel }), from, to, at);

        expect(Math.abs(takes - checked)).toBeLessThanOrEqual(ROUNDED_SEC);
        expect(takes).toBeGreaterThanOrEqual(travelSec(withJams(travel, []), from, to, at));
      }),
    );
  });

  it('bring who leaves as late as is said about in time', () => {
    const usual = { ...road, hourFactor: [1] };
    assert(
      property(tables, place, place, second, ({ jams: known }, from, to, by) => {
        const travel = withJams(usual, known?.all ?? []);
        const leave = leaveBy(travel, from, to, by);

        expect(Math.abs(leave + travelSec(travel, from, to, leave) - by)).toBeLessThanOrEqual(5);
      }),
    );
  });
});
