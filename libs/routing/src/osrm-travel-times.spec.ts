import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { wgs84, type Wgs84 } from '@tongyun/geo';
import { Logger } from '@nestjs/common';
import { Circuit } from './circuit.js';
import { OsrmClient } from './osrm-client.js';
import { OsrmTravelTimes } from './osrm-travel-times.js';
import { OSRM_SETTINGS } from './routing-settings.js';
import type { TravelTime } from './travel-times.js';

/** At this hour roads are empty: OSRM's own durations come through unchanged. */
const atNight = new Date('2026-11-23T03:00:00+08:00');
const inRush = new Date('2026-11-23T08:00:00+08:00');
const [harbour, station, casino, museum] = [
  wgs84(7.41337, 43.72956),
  wgs84(7.41546, 43.73077),
  wgs84(7.41862, 43.73216),
  wgs84(7.42557, 43.73992),
] as const;
const hangzhou = wgs84(120.2, 30.2);

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A server that gives each request what `answer` says; null leaves it waiting. */
class FakeOsrm {
  readonly asked: string[] = [];
  answer: (path: string) => Answer | null = () => ({ status: 500, body: {} });
  private server: Server;

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      const answer = this.answer(request.url ?? '');
      if (!answer) return;
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

/** Places a degree apart along the equator. */
const placesAlong = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    wgs84(index, 0),
  ); /** As many places, each on a road. */
const onRoads = (of: number[]) => of.map(() => ({ distance: 0 }));
const osrm = new FakeOsrm();
let url: string;
let now: number;

beforeAll(async () => {
  Logger.overrideLogger(false); // it warns of the failures that are meant here
  url = await osrm.start();
});
beforeEach(() => {
  osrm.asked.length = 0;
  now = 0;
});
afterAll(() => osrm.stop());

const travelTimes = (over: Partial<typeof OSRM_SETTINGS> = {}) => {
  const settings = { ...OSRM_SETTINGS, ...over };
  const clock = { now: () => new Date(now) };
  return new OsrmTravelTimes(
    new OsrmClient(url, settings),
    new Circuit(settings.failuresToOpen, settings.restMs, clock),
    'Asia/Shanghai',
    settings,
    clock,
  );
};

/** A table in which the way from longitude 3 to longitude 7 is 307 m long and takes as many seconds. */
const tableOf = (path: string, edition?: string): Answer => {
  const places = path.split('/')[4]!.split('?')[0]!.split(';').map(Number.parseFloat);
  const half = path.match(/sources=([\d;]*)/)![1]!.split(';').length;
  const [froms, tos] = [places.slice(0, half), places.slice(half)];
  const cells = froms.map((from) => tos.map((to) => from * 100 + to));
  return {
    status: 200,
    body: {
      distances: cells,
      durations: cells,
      sources: onRoads(froms),
      destinations: onRoads(tos),
      data_version: edition,
    },
  };
};
const metresOf = (rows: readonly (readonly { distanceM: number }[])[]) =>
  rows.map((row) => row.map(({ distanceM }) => distanceM));
/** From where to where each request asked, by longitude. */
const askedTables = () =>
  osrm.asked.map((path) => {
    const places = path.split('/')[4]!.split('?')[0]!.split(';').map(Number.parseFloat);
    const half = path.match(/sources=([\d;]*)/)![1]!.split(';').length;
    return `${places.slice(0, half).join()} to ${places.slice(half).join()}`;
  });

/** A route whose far end was snapped by so many metres. */
const aRoute = (snapM: number) => ({
  status: 200,
  body: {
    code: 'Ok',
    routes: [{ distance: 1_200, duration: 90 }],
    waypoints: [{ distance: 3 }, { distance: snapM }],
  },
});

describe('travel times by OSRM', () => {
  it('asks with a radius for both ends and slows a car’s time down to the hour’s', async () => {
    osrm.answer = () => aRoute(5);

    const time = await travelTimes().between(harbour, station, inRush);

    expect(osrm.asked).toEqual([
      '/route/v1/driving/7.413370,43.729560;7.415460,43.730770?overview=false&radiuses=1000;1000',
    ]);
    expect(time.source).toBe('osrm');
    expect(time.distanceM).toBe(1_200);
    expect(time.durationMin).toBeCloseTo((90 / 60) * (40 / 18), 9);
  });

  it.each([
    { why: 'a place snapped from afar', answer: () => aRoute(1_001) },
    { why: 'no road near', answer: () => ({ status: 400, body: { code: 'NoSegment' } }) },
    { why: 'no route', answer: () => ({ status: 400, body: { code: 'NoRoute' } }) },
    { why: 'a fault', answer: () => ({ status: 502, body: '<html>bad gateway</html>' }) },
    { why: 'an unknown answer', answer: () => ({ status: 200, body: { code: 'Ok' } }) },
    { why: 'no answer in time', answer: () => null },
  ])('are estimated, and say so, on $why', async ({ answer }) => {
    osrm.answer = answer;

    const time = await travelTimes({ timeoutMs: 100 }).between(harbour, station, atNight);

    expect(time.source).toBe('estimate');
    expect(time.distanceM).toBeGreaterThan(200);
  });

  it('know the way by road, and none where OSRM knows none', async () => {
    const coordinates = [
      [7.413, 43.7295],
      [7.4155, 43.7307],
    ];
    const { status, body } = aRoute(5);
    osrm.answer = () => ({ status, body: { ...body, routes: [{ geometry: { coordinates } }] } });

    expect(await travelTimes().way(harbour, station)).toEqual(coordinates);
    expect(osrm.asked).toEqual([
      '/route/v1/driving/7.413370,43.729560;7.415460,43.730770' +
        '?overview=simplified&geometries=geojson&radiuses=1000;1000',
    ]);
    osrm.answer = () => aRoute(1_001);
    expect(await travelTimes().way(harbour, station)).toBeNull();
  });

  it('leave a server alone that fails, and come back to it', async () => {
    const times = travelTimes({ failuresToOpen: 2, restMs: 1_000 });
    osrm.answer = () => ({ status: 500, body: {} });
    for (let call = 0; call < 5; call += 1) await times.between(harbour, station, atNight);
    expect(osrm.asked).toHaveLength(2);

    now = 1_000;
    osrm.answer = () => aRoute(5);
    expect((await times.between(harbour, station, atNight)).source).toBe('osrm');
  });

  it('keep asking a server that only refuses', async () => {
    const times = travelTimes({ failuresToOpen: 1 });
    osrm.answer = () => ({ status: 400, body: { code: 'NoSegment' } });

    for (let call = 0; call < 3; call += 1) await times.between(harbour, hangzhou, atNight);

    expect(osrm.asked).toHaveLength(3);
  });

  it('cut a large matrix into tables that the server accepts', async () => {
    osrm.answer = (path) => tableOf(path);

    const times = await travelTimes({ maxTablePlaces: 4 }).matrix(
      placesAlong(3),
      placesAlong(5),
      atNight,
    );

    expect(osrm.asked).toHaveLength(6);
    expect(times.map((row) => row.map(({ distanceM }) => distanceM))).toEqual(
      [0, 1, 2].map((from) => [0, 1, 2, 3, 4].map((to) => from * 100 + to)),
    );
  });

  it('ask wide tables where a row is all that is missing', async () => {
    osrm.answer = (path) => tableOf(path);

    await travelTimes({ maxTablePlaces: 6 }).matrix(placesAlong(1), placesAlong(5), atNight);

    expect(askedTables()).toEqual(['0 to 0,1,2,3,4']);
  });

  describe('once answered', () => {
    const [one, two, three, four] = placesAlong(4) as [Wgs84, Wgs84, Wgs84, Wgs84];
    beforeEach(() => {
      osrm.answer = (path) => tableOf(path);
    });

    it('are not asked again, whatever the hour', async () => {
      const times = travelTimes();
      const places = [one, two];
      const night = await times.matrix(places, places, atNight);
      const rush = await times.matrix(places, places, inRush);
      const alone = await times.between(two, one, atNight);

      expect(osrm.asked).toHaveLength(1);
      expect(metresOf(rush)).toEqual(metresOf(night));
      expect(rush[1]![0]!.durationMin).toBeCloseTo(night[1]![0]!.durationMin * (40 / 18), 9);
      expect(alone).toEqual(night[1]![0]);
    });

    it('know the way and its pace, and ask for it no more', async () => {
      const times = travelTimes();
      const coordinates = [
        [7.413, 43.7295],
        [7.4155, 43.7307],
        [7.4155, 43.7407],
      ];
      const { status, body } = aRoute(5);
      const legs = [{ annotation: { duration: [30, 60] } }];
      osrm.answer = () => ({
        status,
        body: { ...body, routes: [{ geometry: { coordinates }, legs }] },
      });
      const way = await times.timedWay(harbour, station);

      expect(way).toEqual({ path: coordinates, passedAt: [0, 1 / 3, 1] });
      expect(await times.timedWay(harbour, station)).toBe(way);
      expect(osrm.asked).toEqual([
        '/route/v1/driving/7.413370,43.729560;7.415460,43.730770' +
          '?overview=full&geometries=geojson&annotations=duration&radiuses=1000;1000',
      ]);
    });

    it.each([
      {
        why: 'the server knows of no way',
        answer: () => ({ status: 400, body: { code: 'NoRoute' } }),
        asked: 1,
      },
      { why: 'the server gives no answer', answer: () => ({ status: 500, body: {} }), asked: 2 },
    ])('know no way when $why', async ({ answer, asked }) => {
      const times = travelTimes();
      osrm.answer = answer;

      expect(await times.timedWay(harbour, station)).toBeNull();
      expect(await times.timedWay(harbour, station)).toBeNull();
      expect(osrm.asked).toHaveLength(asked);
    });

    it('ask only the row and the column of a new place', async () => {
      const times = travelTimes();
      const [known, all] = [
        [one, two, three],
        [one, two, three, four],
      ];
      await times.matrix(known, known, atNight);
      const grown = await times.matrix(all, all, atNight);

      expect(askedTables()).toEqual(['0,1,2 to 0,1,2', '3 to 0,1,2,3', '0,1,2 to 3']);
      expect(metresOf(grown)).toEqual(
        [0, 1, 2, 3].map((from) => [0, 1, 2, 3].map((to) => from * 100 + to)),
      );
    });

    it('ask anew what leads to a place that has moved', async () => {
      const times = travelTimes();
      await times.matrix([one, two, three], [one, two, three], atNight);
      const moved = await times.matrix([four, two, three], [four, two, three], atNight);

      expect(askedTables().slice(1)).toEqual(['3 to 3,1,2', '1,2 to 3']);
      expect(metresOf(moved)[1]).toEqual([103, 101, 102]);
    });

    it('are one place to a tenth of a metre', async () => {
      const times = travelTimes();
      await times.matrix([one], [two], atNight);
      await times.matrix([wgs84(one.lng + 4e-7, one.lat)], [two], atNight);
      expect(osrm.asked).toHaveLength(1);

      await times.matrix([wgs84(one.lng + 6e-7, one.lat)], [two], atNight);
      expect(osrm.asked).toHaveLength(2);
    });

    it('are asked again when they are old', async () => {
      const times = travelTimes({ keepMs: 60_000 });
      await times.matrix([one], [two], atNight);
      now = 59_999;
      await times.matrix([one], [two], atNight);
      expect(osrm.asked).toHaveLength(1);

      now = 60_000;
      await times.matrix([one], [two], atNight);
      expect(osrm.asked).toHaveLength(2);
    });

    it('are kept as many as may be, and those that were asked for last', async () => {
      const times = travelTimes({ mostDrivesKept: 2 });
      for (const to of [one, two, one, three, one]) await times.matrix([four], [to], atNight);
      expect(askedTables()).toEqual(['3 to 0', '3 to 1', '3 to 2']);

      await times.matrix([four], [two], atNight);
      expect(osrm.asked).toHaveLength(4);
    });

    it('are all forgotten when the server has other road data', async () => {
      const times = travelTimes();
      osrm.answer = (path) => tableOf(path, 'spring');
      await times.matrix([one, two], [one, two], atNight);
      osrm.answer = (path) => tableOf(path, 'summer');
      await times.matrix([one, two], [one, two, three], atNight);

      expect(askedTables()).toEqual(['0,1 to 0,1', '0,1 to 2', '0,1 to 0,1,2']);
    });

    it('say that no road leads there, which is an answer', async () => {
      const times = travelTimes();
      osrm.answer = (path) => {
        const { status, body } = tableOf(path);
        return { status, body: { ...(body as object), durations: [[null]] } };
      };
      await times.matrix([one], [two], atNight);
      const [[time]] = (await times.matrix([one], [two], atNight)) as [[TravelTime]];

      expect(osrm.asked).toHaveLength(1);
      expect(time.source).toBe('estimate');
    });

    it('are not what was estimated because nothing came', async () => {
      const times = travelTimes();
      osrm.answer = () => ({ status: 500, body: {} });
      await times.matrix([one], [two], atNight);
      osrm.answer = (path) => tableOf(path);
      const [[time]] = (await times.matrix([one], [two], atNight)) as [[TravelTime]];

      expect(osrm.asked).toHaveLength(2);
      expect(time.source).toBe('osrm');
    });
  });

  it('ask nothing for an empty matrix', async () => {
    expect(await travelTimes().matrix([], [harbour], atNight)).toEqual([]);
    expect(await travelTimes().matrix([harbour], [], atNight)).toEqual([[]]);
    expect(osrm.asked).toEqual([]);
  });
});

const RECORDED = '../shared/testdata/osrm';
const give = (name: string): void => {
  const recorded = JSON.parse(readFileSync(`${RECORDED}/${name}.json`, 'utf8')) as Answer;
  osrm.answer = () => recorded;
};

if (existsSync(RECORDED)) describeRecorded();
else
  process.stdout.write('no recorded OSRM answers beside the repository: their spec is left out\n');

/** Answers that a real OSRM server gave over Monaco. */
function describeRecorded(): void {
  describe('recorded answers of OSRM', () => {
    it('give the length and time of a route', async () => {
      give('route');

      expect(await travelTimes().between(harbour, station, atNight)).toEqual({
        distanceM: 522.9,
        durationMin: 41.4 / 60,
        source: 'osrm',
      });
    });

    it('give the way with its pace', async () => {
      give('route');

      const { path, passedAt } = (await travelTimes().timedWay(harbour, station))!;

      expect(path[0]).toEqual([7.413378, 43.729552]);
      expect(path.at(-1)).toEqual([7.415446, 43.73078]);
      const farthest = path.findIndex(([lng]) => lng === 7.417049);
      expect(passedAt[farthest]).toBeCloseTo(24 / 34, 6);
    });

    it('of a place off the map are estimated, not 0 m long', async () => {
      give('no-segment');

      const time = await travelTimes().between(wgs84(120.15, 30.27), hangzhou, atNight);

      expect(time.source).toBe('estimate');
      expect(time.distanceM).toBeGreaterThan(9_000);
    });

    it('give a row of a table', async () => {
      give('table-sources');

      const times = await travelTimes().matrix([harbour], [station, casino, museum], atNight);

      expect(times[0]!.map(({ distanceM, source }) => [distanceM, source])).toEqual([
        [522.9, 'osrm'],
        [537.7, 'osrm'],
        [2_117.6, 'osrm'],
      ]);
    });

    it('give a whole table', async () => {
      give('table');
      const places = [harbour, station, casino, museum];

      const times = await travelTimes().matrix(places, places, atNight);

      expect(times.map((row) => row.map(({ distanceM }) => distanceM))).toEqual([
        [0, 522.9, 537.7, 2_117.6],
        [216.1, 0, 385.3, 1_965.2],
        [668.8, 455.1, 0, 1_605],
        [1_984.5, 1_770.8, 1_771.9, 0],
      ]);
    });

    it('estimate the cells of a table that touch a place off the map', async () => {
      give('table-far');
      const places = [harbour, hangzhou];

      const times = await travelTimes().matrix(places, places, atNight);

      expect(times.map((row) => row.map(({ source }) => source))).toEqual([
        ['osrm', 'estimate'],
        ['estimate', 'estimate'],
      ]);
      expect(times[0]![1]!.distanceM).toBeGreaterThan(9_000_000);
    });

    it.each(['invalid-query', 'invalid-value', 'too-big'])('%s is estimated', async (name) => {
      give(name);

      expect((await travelTimes().between(harbour, station, atNight)).source).toBe('estimate');
    });
  });
}
