import type { ZoneQueries, ZonesInForce } from '@tongyun/compliance';
import { type Wgs84, wgs84 } from '@tongyun/geo';
import type { TimedWay, TravelTimes } from '@tongyun/routing';
import { DayWaysQueries } from './day-ways.service.js';
import { wayKey } from './rules/day-facts.js';

const T0 = new Date('2026-11-24T00:00:00Z');
const MINUTE_MS = 60_000;
const at = (lng: number): Wgs84 => wgs84(lng, 0);
const plants = [
  { id: 'north', position: at(0) },
  { id: 'south', position: at(1) },
];
const orders = [{ id: 'site', position: at(2), firstOnSiteAt: T0, isPumpNeeded: false }];

/** A zone between two longitudes. */
const zone = (west: number, east: number) => ({
  fact: { zoneId: 'town' },
  area: {
    type: 'Polygon',
    coordinates: [
      [
        [west, -1],
        [east, -1],
        [east, 1],
        [west, 1],
        [west, -1],
      ],
    ],
  },
});

function aDay({ zones = [zone(0.5, 0.75)], knowsRoads = true, version = 'first' } = {}) {
  const asked: string[] = [];
  let now = T0;
  let inForce = version;
  const zoneQueries = {
    inForce: () => Promise.resolve({ zones, version: inForce } as unknown as ZonesInForce),
  };
  const travelTimes: Pick<TravelTimes, 'timedWay'> = {
    timedWay: (from, to) => {
      asked.push(`${from.lng}-${to.lng}`);
      const way: TimedWay = {
        path: [
          [from.lng, from.lat],
          [to.lng, to.lat],
        ],
        passedAt: [0, 1],
      };
      return Promise.resolve(knowsRoads ? way : null);
    },
  };
  const ways = new DayWaysQueries(
    zoneQueries as unknown as ZoneQueries,
    travelTimes as TravelTimes,
    {
      now: () => now,
    },
  );
  return {
    asked,
    find: () => ways.ofDay(plants, orders, T0),
    wait: (minutes: number) => {
      now = new Date(+now + minutes * MINUTE_MS);
    },
    redraw: () => {
      inForce = 'second';
    },
  };
}

describe('the zones on the ways of a day', () => {
  it('are found on the ways between plants too', async () => {
    const ways = await aDay().find();

    expect(ways.size).toBe(6);
    expect(ways.get(wayKey('north', 'south'))).toEqual({
      isByRoad: true,
      crossings: [{ zone: { zoneId: 'town' }, from: 0.5, to: 0.75 }],
    });
    expect(ways.get(wayKey('south', 'site'))?.crossings).toEqual([]);
  });

  it('are asked of the road once, until the zones change or an hour has passed', async () => {
    const day = aDay();
    await day.find();
    await day.find();
    expect(day.asked).toHaveLength(6);

    day.redraw();
    await day.find();
    expect(day.asked).toHaveLength(12);

    day.wait(61);
    await day.find();
    expect(day.asked).toHaveLength(18);
  });

  it('are guessed for a minute where no road is known', async () => {
    const day = aDay({ knowsRoads: false });
    const ways = await day.find();
    await day.find();

    expect(ways.get(wayKey('north', 'south'))).toEqual({ isByRoad: false, crossings: [] });
    expect(day.asked).toHaveLength(6);
    day.wait(2);
    await day.find();
    expect(day.asked).toHaveLength(12);
  });

  it('are not asked for where none is in force', async () => {
    const day = aDay({ zones: [] });

    expect((await day.find()).size).toBe(0);
    expect(day.asked).toEqual([]);
  });
});
