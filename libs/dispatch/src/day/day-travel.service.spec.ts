import { wgs84, type Wgs84 } from '@tongyun/geo';
import type { TravelTime, TravelTimes } from '@tongyun/routing';
import { DayTravelQueries } from './day-travel.service.js';

const day = {
  from: new Date('2026-11-23T04:00:00+08:00'),
  to: new Date('2026-11-24T04:00:00+08:00'),
};

/** A road that takes twice as long at the start of the day as when it is empty. */
class Road implements TravelTimes {
  readonly asked: number[][] = [];
  source: TravelTime['source'] = 'osrm';

  matrix(froms: readonly Wgs84[], tos: readonly Wgs84[]): Promise<TravelTime[][]> {
    this.asked.push(froms.map(({ lng }) => lng));
    return Promise.resolve(
      froms.map((from) =>
        tos.map((to) => {
          const steps = Math.abs(to.lng - from.lng);
          return { distanceM: steps * 5_000, durationMin: steps * 20, source: this.source };
        }),
      ),
    );
  }

  between = (): Promise<TravelTime> => Promise.reject(new Error('not asked'));
  way = (): Promise<null> => Promise.resolve(null);
  timedWay = (): Promise<null> => Promise.resolve(null);
}

const at = (lng: number) => ({ position: wgs84(lng, 0) });

describe('the ways of a day', () => {
  let road: Road;
  let nowMs: number;
  let travels: DayTravelQueries;
  beforeEach(() => {
    road = new Road();
    nowMs = 0;
    travels = new DayTravelQueries(road, { now: () => new Date(nowMs) });
  });
  const between = (plants: number[], sites: number[]) => {
    return travels.between({
      plants: plants.map(at),
      orders: sites.map(at),
      day,
      hourFactor: [2, 1],
    } as unknown as Parameters<DayTravelQueries['between']>[0]);
  };

  it('are as on empty roads, from every place to every other', async () => {
    const { freeSec, roadKm, source } = await between([1], [2, 4]);

    expect([...freeSec]).toEqual([0, 600, 1_800, 600, 0, 1_200, 1_800, 1_200, 0]);
    expect([...roadKm]).toEqual([0, 5, 15, 5, 0, 10, 15, 10, 0]);
    expect(source).toBe('osrm');
  });

  it('are asked for once, and are the same memory for whoever plans, which threads share', async () => {
    const [one, other] = await Promise.all([between([1], [2]), between([1], [2])]);
    const later = await between([1], [2]);

    expect(road.asked).toHaveLength(1);
    expect(other).toBe(one);
    expect(later.freeSec.buffer).toBe(one.freeSec.buffer);
    expect(one.freeSec.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(one.roadKm.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('are asked for anew when a plant has moved, or a site has come', async () => {
    await between([1], [2]);
    const moved = await between([3], [2]);
    await between([1], [2, 4]);

    expect(road.asked).toEqual([
      [1, 2],
      [3, 2],
      [1, 2, 4],
    ]);
    expect(moved.freeSec[1]).toBe(600);
  });

  it.each([
    { source: 'estimate' as const, sec: 60 },
    { source: 'osrm' as const, sec: 3_600 },
  ])('are kept for $sec s when they come by $source', async ({ source, sec }) => {
    road.source = source;
    await between([1], [2]);
    nowMs = sec * 1_000 - 1;
    await between([1], [2]);
    expect(road.asked).toHaveLength(1);

    nowMs = sec * 1_000;
    await between([1], [2]);
    expect(road.asked).toHaveLength(2);
  });

  it('are not kept when the asking fails', async () => {
    const { matrix } = road;
    road.matrix = () => Promise.reject(new Error('no road'));
    await expect(between([1], [2])).rejects.toThrow('no road');
    road.matrix = matrix;

    expect((await between([1], [2])).freeSec[1]).toBe(600);
  });
});
