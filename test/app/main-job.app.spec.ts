import {
  type AlertCode,
  type AlertView,
  type DriverView,
  type LiveMapView,
  type LiveNamespace,
  type Page,
  type RoadsideView,
  type TerminalView,
  type TrackView,
  type TripView,
  type VehicleView,
} from '@tongyun/contracts';
import { addMinutes, type Role } from '@tongyun/kernel';
import { type ApiClient, sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { keepWatching, type Watcher } from '../support/live-client.js';
import { startTrip } from '../support/start-trip.js';
import { type Side, startTestServer, type TestServer } from '../support/test-server.js';
import { TruckOnLine } from '../support/truck-on-line.js';
import { until } from '../support/until.js';

const START = addMinutes(new Date(), -40);
const minutes = (after: number): Date => addMinutes(START, after);

/** The alerts of a code that reached a screen, the newest state of each. */
function alertsAt({ changes }: Watcher, code: AlertCode): AlertView[] {
  const byId = new Map<string, AlertView>();
  for (const { topic, key, view } of changes) {
    if (topic === 'alert' && view.code === code) byId.set(key, view);
  }
  return [...byId.values()];
}

const hasShown =
  (code: AlertCode) =>
  (watcher: Watcher): boolean =>
    alertsAt(watcher, code).length > 0;

const isOver = ({ endedAt }: AlertView): boolean => endedAt !== null;

const isToldOfDecision = (watcher: Watcher): boolean =>
  alertsAt(watcher, 'over_radius').some(({ state }) => state === 'acknowledged');

const alertsOf = async (who: ApiClient, vehicleId: string): Promise<AlertView[]> => {
  const { items } = await sent<Page<AlertView>>(who.get('alerts'));
  return items.filter((alert) => alert.vehicleId === vehicleId);
};

describe('the main job', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let mixer: VehicleView;
  let unregistered: VehicleView;
  let driver: DriverView;
  let trip: TripView;
  const open: { close(): void }[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    const zone = await drawZone(server, 8);
    mixer = await works.addRegisteredMixer();
    unregistered = await works.addMixer();
    driver = await works.addDriver();
    await works.issuePass(mixer, zone);
    ({ trip } = await startTrip(server, works, { vehicle: mixer, driver, since: START }));
  });
  afterAll(async () => {
    for (const each of open) each.close();
    await server?.close();
  });

  async function watchAlerts(namespace: LiveNamespace, role: Role, side: Side): Promise<Watcher> {
    const { token } = server.as(role, side);
    const command = { topics: ['alert' as const], viewport: null };
    const watcher = await keepWatching(server.url, namespace, token, command);
    open.push(watcher);
    return watcher;
  }

  const everybody = async () => ({
    dispatcher: await watchAlerts('dispatcher', 'dispatcher', 'own'),
    administrator: await watchAlerts('admin', 'concrete_admin', 'own'),
    other: await watchAlerts('dispatcher', 'dispatcher', 'other'),
  });

  async function untilJudged(vehicleId: string, at: Date): Promise<void> {
    const second = Math.floor(at.getTime() / 1_000);
    await until(async () => {
      const { vehicles } = await sent<LiveMapView>(works.dispatcher.get('live-map'));
      const fixAt = vehicles.find((vehicle) => vehicle.vehicleId === vehicleId)?.fixAt;
      return fixAt != null && Math.floor(Date.parse(fixAt) / 1_000) === second;
    });
  }

  /** What an officer is told of a plate at so many km east of the plant. */
  const ask = (plate: string, km: number) => {
    const { lng, lat, crs } = eastOfPlant(km);
    const path = `roadside/vehicles/${encodeURIComponent(plate)}`;
    const place = `lng=${lng}&lat=${lat}&crs=${crs}&accuracyM=20`;
    return sent<RoadsideView>(server.as('police').get(`${path}?purpose=patrol&${place}`));
  };

  it('raises one alert on the right screens when a loaded truck leaves the range of its plant', async () => {
    const { dispatcher, administrator, other } = await everybody();
    const truck = await TruckOnLine.connect(server, mixer);
    open.push(truck);
    await truck.report(0, minutes(8));
    await untilJudged(mixer.id, minutes(8));

    await truck.drive(0, 23, minutes(9));
    await until(() => [dispatcher, administrator].every(hasShown('over_radius')));
    await untilJudged(mixer.id, await truck.drive(24, 26, minutes(33)));

    // Far beyond its site it is off its route, too.
    const raised = await alertsOf(works.dispatcher, mixer.id);
    expect(raised.map(({ code }) => code).toSorted()).toEqual(['off_route', 'over_radius']);
    expect(raised.filter(({ code }) => code === 'over_radius')).toMatchObject([
      {
        code: 'over_radius',
        state: 'open',
        plateNo: mixer.plateNo,
        driverName: driver.name,
        tripId: trip.id,
        enterpriseId: works.enterpriseId,
        subjectId: works.plantId,
        limitValue: 20_000,
        endedAt: null,
      },
    ]);
    for (const watcher of [dispatcher, administrator]) {
      expect(alertsAt(watcher, 'over_radius')).toHaveLength(1);
    }
    expect(other.changes).toEqual([]);
  });

  it('has its stage and track from the positions, and shows both on the map', async () => {
    const shown = await sent<TripView>(works.dispatcher.get(`trips/${trip.id}`));
    const span = `from=${minutes(0).toISOString()}&to=${minutes(60).toISOString()}`;
    const track = await sent<TrackView>(works.dispatcher.get(`vehicles/${mixer.id}/track?${span}`));
    const { vehicles } = await sent<LiveMapView>(works.dispatcher.get('live-map'));

    expect(shown.stage).toBe('en_route');
    expect(shown.stages).toContainEqual(
      expect.objectContaining({ stage: 'en_route', evidence: 'geofence' }),
    );
    expect(track.points.length).toBeGreaterThan(20);
    expect(vehicles).toContainEqual(
      expect.objectContaining({
        vehicleId: mixer.id,
        tripId: trip.id,
        driverName: driver.name,
        isViolating: true,
        isOnline: true,
      }),
    );
  });

  it('raises one alert when an unregistered vehicle enters the built-up area', async () => {
    const { dispatcher, administrator, other } = await everybody();
    const truck = await TruckOnLine.connect(server, unregistered);
    open.push(truck);

    await truck.drive(3, 9, minutes(30));
    await until(() => [dispatcher, administrator].every(hasShown('unregistered_in_zone')));
    await truck.report(9.2, minutes(36));
    await untilJudged(unregistered.id, minutes(36));

    expect(await alertsOf(works.dispatcher, unregistered.id)).toMatchObject([
      { code: 'unregistered_in_zone', subjectName: 'Built-up area', state: 'open' },
    ]);
    for (const watcher of [dispatcher, administrator]) {
      expect(alertsAt(watcher, 'unregistered_in_zone')).toHaveLength(1);
    }
    expect(other.changes).toEqual([]);
  });

  it('tracks a truck that nobody entered, and shows its alert to the authorities alone', async () => {
    const { dispatcher, administrator, other } = await everybody();
    const truck = await TruckOnLine.connect(server, { plateNo: '浙AZ9999' });
    open.push(truck);

    await truck.drive(3, 9, minutes(30));
    await until(() => hasShown('unregistered_in_zone')(administrator));

    expect(alertsAt(administrator, 'unregistered_in_zone')).toMatchObject([
      { plateNo: '浙AZ9999', enterpriseId: null },
    ]);
    expect([...dispatcher.changes, ...other.changes]).toEqual([]);
  });

  it('ends the alert of a vehicle that only a terminal told of once that terminal is bound', async () => {
    const { administrator } = await everybody();
    const plateNo = '浙AZ8888';
    const truck = await TruckOnLine.connect(server, { plateNo });
    open.push(truck);
    await truck.drive(3, 9, minutes(30));
    await until(() => hasShown('unregistered_in_zone')(administrator));
    const administration = server.as('concrete_admin');
    const unknown = await sent<Page<TerminalView>>(
      administration.get('terminals?state=provisional'),
    );
    const terminal = unknown.items.find(({ plateSent }) => plateSent === plateNo);

    await administration.post(`terminals/${terminal?.id}/binding`, {
      vehicleId: (await works.addMixer()).id,
    });
    await until(() => alertsAt(administrator, 'unregistered_in_zone').every(isOver));

    expect(await alertsOf(administration, terminal!.vehicleId!)).toMatchObject([
      { code: 'unregistered_in_zone', state: 'open', endedAt: expect.any(String) },
    ]);
  });

  it('lets one who saw the newest version of an alert decide it, and tells the others', async () => {
    const { dispatcher, administrator, other } = await everybody();
    const [alert] = await alertsOf(works.dispatcher, mixer.id);
    const path = `alerts/${alert!.id}`;
    const decide = (ifMatch: Record<string, string>) =>
      works.dispatcher.post(`${path}/decisions`, { state: 'acknowledged' }, ifMatch);
    const etag = (await works.dispatcher.get(path)).headers.get('etag') ?? '';

    expect(await decide({})).toMatchObject({ status: 428, body: { code: 'IF_MATCH_REQUIRED' } });
    const decided = await decide({ 'if-match': etag });
    const again = await decide({ 'if-match': etag });

    expect(decided).toMatchObject({ status: 200, body: { state: 'acknowledged' } });
    expect(decided.headers.get('etag')).not.toBe(etag);
    expect(again).toMatchObject({ status: 412, body: { code: 'VERSION_CONFLICT' } });
    await until(() => [dispatcher, administrator].every(isToldOfDecision));
    expect(other.changes).toEqual([]);
    expect(
      await server
        .as('dispatcher', 'other')
        .post(`${path}/decisions`, { state: 'closed' }, { 'if-match': '*' }),
    ).toMatchObject({ status: 404, body: { code: 'ALERT_NOT_FOUND' } });
  });

  describe('at the roadside', () => {
    it('is a truck with its papers in order, and what it carries', async () => {
      expect(await ask(mixer.plateNo!, 8)).toMatchObject({
        verdict: 'may_pass',
        zones: [{ name: 'Built-up area' }],
        vehicle: { registrationState: 'registered', enterpriseName: 'Enterprise own' },
        pass: { state: 'valid', zoneNames: ['Built-up area'] },
        driver: { isTrained: true },
        trip: { stage: 'en_route', plantName: 'Plant own' },
        openAlerts: 2,
      });
    });

    it('is a truck that is not registered', async () => {
      expect(await ask(unregistered.plateNo!, 8)).toMatchObject({
        verdict: 'not_registered',
        reasons: [{ code: 'not_registered' }, { code: 'no_pass' }],
      });
    });

    it('is a plate that nobody knows', async () => {
      const { verdict, vehicle } = await ask('浙A00001', 8);

      expect({ verdict, vehicle }).toEqual({ verdict: 'not_registered', vehicle: null });
    });
  });
});
