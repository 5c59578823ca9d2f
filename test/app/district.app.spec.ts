import type {
  AlertView,
  LiveMapView,
  Page,
  RegistrationView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { aMixer } from '../support/a-mixer.js';
import { type ApiClient, sent } from '../support/api-client.js';
import { signInBureau } from '../support/sign-in-bureau.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { keepWatching, type Watcher } from '../support/live-client.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { TruckOnLine } from '../support/truck-on-line.js';
import { until } from '../support/until.js';

const [HERE, THERE] = ['Binjiang', 'Gongshu'] as const;

const alertsAt = ({ changes }: Watcher): AlertView[] =>
  changes.flatMap(({ topic, view }) => (topic === 'alert' ? [view] : []));

describe('a district’s bureau', () => {
  let server: TestServer;
  let bureau: ApiClient;
  let elsewhereBureau: ApiClient;
  let ours: VehicleView;
  let theirs: VehicleView;
  let elsewhereId: string;

  beforeAll(async () => {
    server = await startTestServer();
    const administration = server.as('concrete_admin');
    const names = { name: 'Across the river', shortName: 'Across', district: THERE };
    const elsewhere = await sent<{ id: string }>(administration.post('enterprises', names));
    ours = await enterMixer(server.enterprises.own.id);
    elsewhereId = elsewhere.id;
    theirs = await enterMixer(elsewhereId);
    bureau = await signInBureau(server, HERE);
    elsewhereBureau = await signInBureau(server, THERE);
  });
  afterAll(() => server?.close());

  const enterMixer = (ownerEnterpriseId: string): Promise<VehicleView> =>
    sent(server.as('concrete_admin').post('vehicles', aMixer({ ownerEnterpriseId })));

  const submit = (vehicle: VehicleView) =>
    sent<RegistrationView>(
      server
        .as('concrete_admin')
        .post(
          `registrations/${vehicle.id}/decisions`,
          { state: 'submitted', reason: 'on paper' },
          { 'if-match': '*' },
        ),
    );

  it('lists the enterprises of its district, and their vehicles and papers', async () => {
    const { items } = await sent<Page<{ district: string }>>(bureau.get('enterprises'));
    const vehicles = await sent<Page<VehicleView>>(bureau.get('vehicles'));
    const registrations = await sent<Page<RegistrationView>>(bureau.get('registrations'));

    expect(new Set(items.map(({ district }) => district))).toEqual(new Set([HERE]));
    expect(vehicles.items.map(({ id }) => id)).toEqual([ours.id]);
    expect(registrations.items.map(({ vehicleId }) => vehicleId)).toEqual([ours.id]);
  });

  it('reviews the papers of its district and no others, and leaves the city’s decision to the city', async () => {
    await submit(ours);
    await submit(theirs);
    const decide = ({ id }: VehicleView, state: string) =>
      bureau.post(
        `registrations/${id}/decisions`,
        { state, reason: 'seen on site' },
        { 'if-match': '*' },
      );
    const review = (vehicle: VehicleView) => decide(vehicle, 'district_reviewed');

    expect(await review(ours)).toMatchObject({ status: 200, body: { state: 'district_reviewed' } });
    expect(await review(theirs)).toMatchObject({ status: 404 });
    expect(await decide(ours, 'registered')).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
    expect(await bureau.get(`vehicles/${theirs.id}`)).toMatchObject({
      status: 404,
      body: { code: 'VEHICLE_NOT_FOUND' },
    });
  });

  it('reviews what an enterprise of its district hands in of a haulage firm’s vehicle that it uses', async () => {
    const works = await EnteredWorks.enter(server);
    const { id } = await works.addHauledMixer(addMinutes(new Date(), -60));
    const look = { 'if-match': '*' };
    const submission = [`registrations/${id}/submission`, { reason: 'papers enclosed' }] as const;
    const review = (by: ApiClient) => {
      const step = { state: 'district_reviewed', reason: 'seen on site' };
      return by.post(`registrations/${id}/decisions`, step, look);
    };
    const none = { status: 404, body: { code: 'REGISTRATION_NOT_FOUND' } };

    const another = server.as('enterprise_manager', 'other');
    expect(await another.post(...submission, look)).toMatchObject(none);
    const users = server.as('enterprise_manager', 'own');
    expect(await users.post(...submission, look)).toMatchObject({ status: 200 });
    expect(await review(elsewhereBureau)).toMatchObject(none);
    expect(await elsewhereBureau.get(`vehicles/${id}`)).toMatchObject({ status: 404 });
    expect(await bureau.get(`vehicles/${id}`)).toMatchObject({ status: 200 });
    expect(await review(bureau)).toMatchObject({
      status: 200,
      body: { state: 'district_reviewed', ownerName: '恒达运输' },
    });
  });

  it('has on its map what its enterprises own and what they use, and is told of no other', async () => {
    const works = await EnteredWorks.enter(server);
    const since = addMinutes(new Date(), -60);
    const hauled = await works.addHauledMixer(since);
    const returned = await works.addHauledMixer(since, addMinutes(new Date(), -30));
    const lent = await enterMixer(elsewhereId);
    const use = { enterpriseId: works.enterpriseId, kind: 'loaned', validFrom: since };
    await sent(server.as('concrete_admin').post(`vehicles/${lent.id}/use-agreements`, use));
    const asked = [ours, theirs, hauled, returned, lent].map(({ id }) => id);
    const mapOf = async (by: ApiClient) => {
      const { vehicles } = await sent<LiveMapView>(by.get('live-map'));
      const shown = new Set(vehicles.map(({ vehicleId }) => vehicleId));
      return asked.filter((id) => shown.has(id));
    };

    expect(await mapOf(bureau)).toEqual([ours.id, hauled.id, lent.id]);
    expect(await mapOf(elsewhereBureau)).toEqual([theirs.id, lent.id]);
    expect(await bureau.get(`vehicles/${hauled.id}/presence`)).toMatchObject({ status: 200 });
    expect(await bureau.get(`vehicles/${returned.id}/presence`)).toMatchObject({ status: 404 });
  });

  it('hears of alerts in its district and of no others', async () => {
    await drawZone(server, 8);
    const command = { topics: ['alert' as const], viewport: null };
    const atBureau = await keepWatching(server.url, 'admin', bureau.token, command);
    const { token } = server.as('concrete_admin');
    const atCity = await keepWatching(server.url, 'admin', token, command);

    for (const vehicle of [theirs, ours]) {
      const truck = await TruckOnLine.connect(server, vehicle);
      await truck.drive(3, 9, addMinutes(new Date(), -10));
      truck.close();
    }
    await until(() => alertsAt(atCity).length === 2 && alertsAt(atBureau).length > 0);

    expect(alertsAt(atBureau).map(({ vehicleId }) => vehicleId)).toEqual([ours.id]);
    const { items } = await sent<Page<AlertView>>(bureau.get('alerts'));
    expect(items.map(({ vehicleId }) => vehicleId)).toEqual([ours.id]);
    atBureau.close();
    atCity.close();
  });
});
