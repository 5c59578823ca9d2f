import { destination, wgs84 } from '@tongyun/geo';
import { at } from '../../../../../test/support/permission-facts.js';
import { findStops } from './find-stops.js';

const HOME = wgs84(120.2, 30.3);

/** Where the vehicle is, metres east of home, at each clock time. */
const track = (...places: [string, number][]) =>
  places.map(([clock, eastM]) => ({
    atMs: at(clock).getTime(),
    ...destination(HOME, 90, eastM),
  }));

const clocksOf = (stops: ReturnType<typeof findStops>) =>
  stops.map(({ fromMs, toMs }) => [new Date(fromMs), new Date(toMs)]);

describe('findStops', () => {
  it('finds the time at one place, between the ways to and from it', () => {
    const points = track(
      ['08:00', 0],
      ['08:01', 900],
      ['08:02', 905],
      ['08:05', 900],
      ['08:06', 0],
    );

    const stops = findStops(points, 3);

    expect(clocksOf(stops)).toEqual([[at('08:01'), at('08:05')]]);
    const [{ lng }] = stops as [(typeof stops)[number]];
    expect(lng).toBeCloseTo(destination(HOME, 90, 901).lng, 4);
  });

  it.each<{ what: string; points: [string, number][]; minMin: number; found: number }>([
    { what: 'nothing', points: [], minMin: 3, found: 0 },
    { what: 'one fix', points: [['08:00', 0]], minMin: 0, found: 0 },
    {
      what: 'less than the least',
      points: [
        ['08:00', 0],
        ['08:02', 0],
      ],
      minMin: 3,
      found: 0,
    },
    {
      what: 'exactly the least',
      points: [
        ['08:00', 0],
        ['08:03', 0],
      ],
      minMin: 3,
      found: 1,
    },
    {
      what: 'a wander of 40 m',
      points: [
        ['08:00', 0],
        ['08:03', 40],
      ],
      minMin: 3,
      found: 1,
    },
    {
      what: 'a crawl over 60 m',
      points: [
        ['08:00', 0],
        ['08:03', 60],
      ],
      minMin: 3,
      found: 0,
    },
    {
      what: 'a night without a fix',
      points: [
        ['01:00', 0],
        ['08:00', 5],
      ],
      minMin: 3,
      found: 1,
    },
  ])('finds $found in $what', ({ points, minMin, found }) => {
    expect(findStops(track(...points), minMin)).toHaveLength(found);
  });

  it('takes a slow approach for none of the stop', () => {
    const points = track(['08:00', 0], ['08:02', 45], ['08:04', 90], ['08:06', 92], ['08:08', 91]);

    expect(clocksOf(findStops(points, 3))).toEqual([[at('08:02'), at('08:08')]]);
  });
});
