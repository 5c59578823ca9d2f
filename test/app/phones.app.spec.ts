import { randomUUID } from 'node:crypto';
import type {
  DriverView,
  IssuedPhoneKeyView,
  LiveMapView,
  Page,
  PhoneKeyView,
  PhoneReportAnswer,
  ReplayView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes, addSeconds } from '@tongyun/kernel';
import { FixEntity } from '@tongyun/tracking/data';
import { type ApiClient, sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { TruckOnLine } from '../support/truck-on-line.js';
import { untilJudged } from '../support/until-judged.js';
import { until } from '../support/until.js';

const CLOCK_IN = addMinutes(new Date(Math.floor(Date.now() / 1_000) * 1_000), -60);
const minutes = (after: number): Date => addMinutes(CLOCK_IN, after);

/** What Traccar's client sends of a place so many km east of the plant. */
const query = (key: string, km: number, at: Date, more = '') => {
  const { lng, lat } = eastOfPlant(km);
  const seconds = Math.floor(at.getTime() / 1_000);
  return `osmand?id=${key}&lat=${lat}&lon=${lng}&timestamp=${seconds}${more}`;
};

describe('a phone whose app knows no sign-in', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let app: ApiClient;
  let mixer: VehicleView;
  let driver: DriverView;
  let phone: IssuedPhoneKeyView;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    app = server.stranger;
  });
  afterAll(() => server?.close());
  beforeEach(async () => {
    mixer = await works.addRegisteredMixer();
    driver = await works.addDriver();
    phone = await issue(driver);
    const page = await server.signInPhone(works.side, driver.id);
    const { plateNo, plateColor } = mixer;
    const duty = { id: randomUUID(), plateNo, plateColor, at: CLOCK_IN };
    await sent(page.post('driver/duties', duty));
  });

  const issue = ({ id: driverId }: DriverView): Promise<IssuedPhoneKeyView> =>
    sent(works.dispatcher.post('phone-keys', { driverId, deviceName: '备用手机' }));
  const report = (path: string, method = 'GET'): Promise<PhoneReportAnswer> =>
    sent(app.send(method, path));
  const revoke = (path: string, side: 'own' | 'other' = 'own') =>
    server.as('dispatcher', side).post(path, {});
  const fixes = () =>
    server.database.dataSource.getRepository(FixEntity).find({
      where: { vehicleId: mixer.id as FixEntity['vehicleId'] },
      order: { at: 'ASC' },
    });
  const listed = async (): Promise<PhoneKeyView> => {
    const { items } = await sent<Page<PhoneKeyView>>(works.dispatcher.get('phone-keys'));
    return items.find(({ id }) => id === phone.id)!;
  };

  const place = async () => {
    const { vehicles } = await sent<LiveMapView>(works.dispatcher.get('live-map'));
    return vehicles.find(({ vehicleId }) => vehicleId === mixer.id);
  };
  const isAt = (at: Date) => until(async () => (await place())?.fixAt === at.toISOString());
  const judged = () => untilJudged(server.database);

  it.each(['GET', 'POST'])('reports by %s for the vehicle of its driver', async (method) => {
    const path = query(phone.key, 2, minutes(10), '&speed=10&bearing=90&accuracy=7.5&batt=80');

    expect(await report(path, method)).toEqual({ stored: 1, duplicates: 0, refused: null });
    expect(await report(path, method)).toEqual({ stored: 0, duplicates: 1, refused: null });
    expect(await fixes()).toMatchObject([
      { source: 'phone', driverId: driver.id, crs: 'wgs84', accuracyM: 7.5, headingDeg: 90 },
    ]);
  });

  it('reports in the JSON of Traccar’s client', async () => {
    const { lng: longitude, lat: latitude } = eastOfPlant(2);
    const coords = { latitude, longitude, accuracy: 9, speed: 10, heading: 180 };
    const location = { timestamp: minutes(10), coords, battery: { level: 0.8 } };

    const answer = await app.post('osmand', { device_id: phone.key, location });

    expect(answer).toMatchObject({ status: 200, body: { stored: 1, refused: null } });
    expect(await fixes()).toMatchObject([{ at: minutes(10), speedKph: 36, accuracyM: 9 }]);
  });

  it.each<{ what: string; path: () => string; code: string }>([
    { what: 'off duty', path: () => query(phone.key, 2, minutes(-10)), code: 'OFF_DUTY' },
    { what: 'tomorrow', path: () => query(phone.key, 2, minutes(1_440)), code: 'FIX_IN_FUTURE' },
    { what: 'last week', path: () => query(phone.key, 2, minutes(-10_080)), code: 'FIX_TOO_OLD' },
  ])('is answered a refusal with success, once and counted: $what', async ({ path, code }) => {
    expect(await report(path())).toMatchObject({ stored: 0, refused: { code } });
    expect(await listed()).toMatchObject({ refusedCount: 1, lastRefusalCode: code });
    expect(await fixes()).toEqual([]);
  });

  it.each<{ what: string; path: () => string; code: string }>([
    { what: 'a key', path: () => query('guess', 2, minutes(10)), code: 'PHONE_KEY_UNKNOWN' },
    { what: 'a form', path: () => `osmand?id=${phone.key}&lat=91`, code: 'INVALID_REQUEST' },
  ])('is answered a refusal with success, where $what is wrong', async ({ path, code }) => {
    expect(await report(path(), 'POST')).toMatchObject({ stored: 0, refused: { code } });

    const metrics = await fetch(`${server.url}/metrics`);
    expect(await metrics.text()).toContain(`phone_reports_total{result="${code}"}`);
  });

  it('is asked to try again while the database is gone', async () => {
    const { dataSource } = server.database;
    await dataSource.query('ALTER TABLE phone_key RENAME TO phone_key_away');
    const away = await app.get(query(phone.key, 2, minutes(10)));
    await dataSource.query('ALTER TABLE phone_key_away RENAME TO phone_key');

    expect(away).toMatchObject({ status: 503, body: { code: 'UNAVAILABLE' } });
    expect(await report(query(phone.key, 2, minutes(10)))).toMatchObject({ stored: 1 });
  });

  it('reports no more once its key is revoked, or all phones of its driver are', async () => {
    const other = await issue(driver);

    expect(await revoke(`phone-keys/${phone.id}/revocation`, 'other')).toMatchObject({
      status: 404,
      body: { code: 'PHONE_KEY_NOT_FOUND' },
    });
    expect(await report(query(phone.key, 2, minutes(10)))).toMatchObject({ stored: 1 });
    expect(await revoke(`phone-keys/${phone.id}/revocation`)).toMatchObject({ status: 204 });
    expect(await report(query(phone.key, 2, minutes(11)))).toMatchObject({ stored: 0 });
    expect(await report(query(other.key, 2, minutes(11)))).toMatchObject({ stored: 1 });
    await revoke(`drivers/${driver.id}/device-revocations`);
    expect(await report(query(other.key, 2, minutes(12)))).toMatchObject({ stored: 0 });
  });

  it('has a key that nobody can read again, of his own enterprise alone', async () => {
    const keys = await works.dispatcher.get('phone-keys');
    const rows = await server.database.dataSource.query('SELECT * FROM phone_key');

    expect(JSON.stringify([keys.body, rows])).not.toContain(phone.key);
    const request = { driverId: driver.id, deviceName: 'x' };
    expect(await server.as('dispatcher', 'other').post('phone-keys', request)).toMatchObject({
      status: 404,
      body: { code: 'DRIVER_NOT_FOUND' },
    });
  });

  describe('beside the terminal of its truck', () => {
    it('gives way to it while it is no fresher, leads as soon as it is, and both are kept', async () => {
      const truck = await TruckOnLine.connect(server, mixer);
      await truck.report(1, minutes(10));
      await report(query(phone.key, 1.1, addSeconds(minutes(10), 5)));
      await judged();
      await isAt(minutes(10));
      await report(query(phone.key, 1.2, addSeconds(minutes(10), 30)));
      await isAt(addSeconds(minutes(10), 30));

      await report(query(phone.key, 3, minutes(13)));
      await isAt(minutes(13));
      await truck.report(4, minutes(14));
      truck.close();
      await isAt(minutes(14));

      expect((await fixes()).map(({ source, verdict }) => [source, verdict])).toEqual([
        ['terminal', 'ok'],
        ['phone', 'secondary_source'],
        ['phone', 'ok'],
        ['phone', 'ok'],
        ['terminal', 'ok'],
      ]);
    });

    it('is not believed when it is where the truck cannot be', async () => {
      const truck = await TruckOnLine.connect(server, mixer);
      await truck.report(1, minutes(10));
      truck.close();
      await report(query(phone.key, 60, minutes(13)));
      await judged();

      expect((await fixes()).map(({ verdict }) => verdict)).toEqual(['ok', 'impossible_jump']);
      expect((await place())?.fixAt).toBe(minutes(10).toISOString());
    });

    it('is not believed when it knows its place only roughly', async () => {
      const truck = await TruckOnLine.connect(server, mixer);
      await truck.report(1, minutes(10));
      truck.close();
      await report(query(phone.key, 3, minutes(13), '&accuracy=1500'));
      await judged();

      expect((await fixes()).map(({ verdict }) => verdict)).toEqual(['ok', 'inaccurate']);
      expect((await place())?.fixAt).toBe(minutes(10).toISOString());
    });

    it('completes the track with the time before, sent late from where there was no signal', async () => {
      const truck = await TruckOnLine.connect(server, mixer);
      await truck.report(1, minutes(10));
      await truck.report(4, minutes(20));
      truck.close();
      await isAt(minutes(20));

      for (const after of [13, 15, 17]) await report(query(phone.key, after / 5, minutes(after)));
      await judged();

      const span = `from=${CLOCK_IN.toISOString()}&to=${minutes(60).toISOString()}`;
      const path = `vehicles/${mixer.id}/replay?${span}`;
      const { points } = await sent<ReplayView>(works.dispatcher.get(path));
      expect(points.map(({ source }) => source)).toEqual([
        'terminal',
        'phone',
        'phone',
        'phone',
        'terminal',
      ]);
      expect((await place())?.fixAt).toBe(minutes(20).toISOString());
    });
  });
});
