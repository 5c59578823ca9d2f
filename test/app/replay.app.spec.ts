import type { ReplayView, VehicleView } from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { TrackAccessEntity } from '@tongyun/tracking/data';
import { sent } from '../support/api-client.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { startTrip } from '../support/start-trip.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { TruckOnLine } from '../support/truck-on-line.js';
import { untilJudged } from '../support/until-judged.js';
import { until } from '../support/until.js';

const START = addMinutes(new Date(), -60);
const minutes = (after: number): Date => addMinutes(START, after);
const spanOf = (from: Date, to: Date) => `from=${from.toISOString()}&to=${to.toISOString()}`;
const SPAN = spanOf(START, minutes(60));

describe('a track that is replayed', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let mixer: VehicleView;
  let tripId: string;

  /** A load from the plant to the site 8 km east, ten minutes there, and 3 km of the way back. */
  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    mixer = await works.addRegisteredMixer();
    const driver = await works.addDriver();
    const { trip } = await startTrip(server, works, { vehicle: mixer, driver, since: START });
    tripId = trip.id;
    const truck = await TruckOnLine.connect(server, mixer);
    await truck.report(0, minutes(5));
    await truck.drive(0, 8, minutes(7));
    for (const after of [17, 19, 21, 23, 25]) await truck.report(8, minutes(after));
    await truck.report(60, minutes(26));
    await truck.report(6, minutes(27));
    await truck.report(5, minutes(28));
    truck.close();
    await untilJudged(server.database);
  });
  afterAll(() => server?.close());

  const replay = (): Promise<ReplayView> =>
    sent(works.dispatcher.get(`vehicles/${mixer.id}/replay?${SPAN}`));
  const exported = async (format: string) => {
    const path = `vehicles/${mixer.id}/track/export?${SPAN}&format=${format}`;
    const { status, body, headers } = await works.dispatcher.get(path);
    return {
      status,
      body,
      type: headers.get('content-type'),
      as: headers.get('content-disposition'),
    };
  };
  const noted = (kind: TrackAccessEntity['kind']) =>
    server.database.dataSource
      .getRepository(TrackAccessEntity)
      .find({ where: { vehicleId: mixer.id as TrackAccessEntity['vehicleId'], kind } });

  it('has its points with heading and speed, and not the one that no truck could reach', async () => {
    const { points, onePointOf } = await replay();

    expect(points).toHaveLength(17);
    expect(points[0]).toMatchObject({ headingDeg: 90, speedKph: 60, source: 'terminal' });
    expect(onePointOf).toBe(1);
  });

  it('has the stop at the site', async () => {
    const { stops } = await replay();

    expect(stops).toMatchObject([{ from: atSecond(minutes(15)), to: atSecond(minutes(25)) }]);
  });

  it('has the trip with its stages, and what way each part took', async () => {
    const { trips, mileage } = await replay();

    expect(trips).toMatchObject([{ tripId, driverName: '张师傅' }]);
    const stages = trips[0]!.stages.map(({ stage }) => stage);
    expect(stages).toEqual(expect.arrayContaining(['loading', 'en_route', 'at_site']));
    expect(mileage.totalKm).toBeCloseTo(11, 1);
    expect(trips[0]!.mileageKm).toBeCloseTo(11, 1);
    expect(sum(mileage.days.map(({ km }) => km))).toBeCloseTo(mileage.totalKm, 6);
  });

  it('has the alerts of that time', async () => {
    const unregistered = await works.addMixer();
    await drawZone(server, 20);
    const truck = await TruckOnLine.connect(server, unregistered);
    await truck.drive(16, 22, minutes(30));
    truck.close();
    const path = `vehicles/${unregistered.id}/replay?${SPAN}`;
    const alerts = async () => (await sent<ReplayView>(works.dispatcher.get(path))).alerts;

    await until(async () => (await alerts()).length > 0);

    expect(await alerts()).toMatchObject([{ code: 'unregistered_in_zone', to: null }]);
  });

  it('goes out as CSV', async () => {
    const { status, body, type, as } = await exported('csv');

    const lines = String(body).trimEnd().split('\r\n');
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(as).toMatch(/^attachment; filename="track-\d{4}-\d\d-\d\d\.csv"$/);
    expect(lines).toHaveLength(18);
    expect(lines[0]).toMatch(/^at,lng,lat,speedKph,headingDeg,/);
    expect(lines[1]).toMatch(/^20\S+Z,120\.2,30\.3,60,90,10,/);
  });

  it('goes out as GeoJSON: every fix, and the line through them', async () => {
    const { status, body, type } = await exported('geojson');

    const { features } = body as { features: { geometry: { type: string; coordinates: [] } }[] };
    expect([status, type]).toEqual([200, 'application/geo+json']);
    expect(features.map(({ geometry }) => geometry.type)).toEqual([
      ...Array.from({ length: 17 }, () => 'Point'),
      'LineString',
    ]);
    expect(features.at(-1)!.geometry.coordinates).toHaveLength(17);
  });

  it.each(['replay', 'export_csv', 'track'] as const)('is noted as %s', async (kind) => {
    const path = { replay: 'replay?', export_csv: 'track/export?format=csv&', track: 'track?' };
    const before = (await noted(kind)).length;

    await sent(server.as('auditor').get(`vehicles/${mixer.id}/${path[kind]}${SPAN}`));

    const rows = await noted(kind);
    expect(rows).toHaveLength(before + 1);
    const strangers = await server
      .as('dispatcher', 'other')
      .get(`vehicles/${mixer.id}/replay?${SPAN}`);
    expect(strangers).toMatchObject({ status: 404, body: { code: 'VEHICLE_NOT_FOUND' } });
    expect(await noted(kind)).toHaveLength(before + 1);
    expect(rows.at(-1)).toMatchObject({ spanFrom: START, spanTo: minutes(60) });
  });

  it('is not asked for by the month', async () => {
    const span = spanOf(START, addMinutes(START, 8 * 1_440));

    expect(await works.dispatcher.get(`vehicles/${mixer.id}/replay?${span}`)).toMatchObject({
      status: 400,
      body: { code: 'TRACK_SPAN_TOO_LONG', details: { withinDays: 7 } },
    });
  });
});

/** JT/T 808 tells time in whole seconds. */
const atSecond = (at: Date): string =>
  new Date(Math.floor(at.getTime() / 1_000) * 1_000).toISOString();

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
