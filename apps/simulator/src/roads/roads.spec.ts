import { distanceM, wgs84 } from '@tongyun/geo';
import { HANGZHOU } from './hangzhou.js';
import { Journey } from './journey.js';
import { findPath, type RoadGraph } from './road-graph.js';

/*
 *   a ──── b ──── c      a–c: 0.02° east of each other; d lies a little south of b.
 *          │
 *          d             The road b–d is slow.
 */
const fast = { name: 'expressway', speedKph: 60, limitKph: 80 } as const;
const slow = { name: 'main_road', speedKph: 30, limitKph: 60 } as const;
const graph: RoadGraph = {
  junctions: new Map([
    ['a', wgs84(120, 30)],
    ['b', wgs84(120.01, 30)],
    ['c', wgs84(120.02, 30)],
    ['d', wgs84(120.01, 29.99)],
  ]),
  roads: [
    { from: 'a', to: 'b', roadClass: fast },
    { from: 'b', to: 'c', roadClass: fast },
    { from: 'b', to: 'd', roadClass: slow },
  ],
};

describe('findPath', () => {
  it('joins the road, follows it over its junctions and leaves it', () => {
    const path = findPath(graph, wgs84(120.005, 30.001), wgs84(120.011, 29.995));

    expect(path.map(({ at, ...road }) => [at.lng, at.lat, road.speedKph, road.limitKph])).toEqual([
      [120.005, 30, 25, 40],
      [120.01, 30, 60, 80],
      [120.01, 29.995, 30, 60],
      [120.011, 29.995, 25, 40],
    ]);
  });

  it('drives along one road without a junction', () => {
    const path = findPath(graph, wgs84(120.002, 30.001), wgs84(120.008, 30.001));

    expect(path.map(({ at }) => at.lng)).toEqual([120.002, 120.008, 120.008]);
  });

  it('reaches every junction of the city from every other', () => {
    const places = [...HANGZHOU.junctions.values()];
    for (const from of places) {
      for (const to of places) {
        const path = findPath(HANGZHOU, from, to);
        expect(distanceM(path.at(-1)!.at, to)).toBeLessThan(1);
        expect(path.length).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('crosses the Qiantang by a bridge', () => {
    const path = findPath(HANGZHOU, wgs84(120.17, 30.25), wgs84(120.19, 30.19));
    const bridgeheads = ['zhijiang/fuxing', 'binjiang/fuxing'].map((name) =>
      HANGZHOU.junctions.get(name),
    );

    expect(path.map(({ at }) => at)).toEqual(expect.arrayContaining(bridgeheads));
  });

  it('names only junctions that there are', () => {
    const names = HANGZHOU.roads.flatMap(({ from, to }) => [from, to]);

    expect(names.filter((name) => !HANGZHOU.junctions.has(name))).toEqual([]);
  });
});

describe('Journey', () => {
  const start = wgs84(120, 30);
  const oneKmEast = wgs84(120.010384, 30);
  const road = { at: oneKmEast, speedKph: 60, limitKph: 80 };
  const journey = (pace: number) => new Journey(start, [road], pace);

  it('drives at the speed of the road', () => {
    const truck = journey(1);
    truck.advance(30);

    expect(distanceM(start, truck.at)).toBeCloseTo(500, 0);
    expect([truck.speedKph, Math.round(truck.headingDeg), truck.hasArrived]).toEqual([
      60,
      90,
      false,
    ]);
  });

  it('drives faster at a higher pace, but never faster than its road allows', () => {
    const truck = journey(10);
    truck.advance(10);

    expect(truck.speedKph).toBe(road.limitKph);
    expect(distanceM(start, truck.at)).toBeCloseTo((road.limitKph / 3.6) * 10, 0);
  });

  it('stops at the end of the path', () => {
    const truck = journey(1);
    truck.advance(600);

    expect([truck.hasArrived, truck.speedKph]).toEqual([true, 0]);
    expect(distanceM(oneKmEast, truck.at)).toBeLessThan(1);
  });

  it('takes the same way in one step or in many', () => {
    const [one, many] = [journey(1), journey(1)];
    one.advance(30);
    for (let second = 0; second < 30; second += 1) many.advance(1);

    expect(distanceM(one.at, many.at)).toBeLessThan(0.5);
  });
});
