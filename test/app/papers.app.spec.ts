import { randomUUID } from 'node:crypto';
import type {
  AlertView,
  DecisionView,
  DriverTrainingView,
  LiveMapView,
  Page,
  PassView,
  RegistrationView,
  RoadsideView,
  TerminalView,
  UseAgreementView,
  VehicleView,
  ZoneView,
} from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { type ApiClient, sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { TruckOnLine } from '../support/truck-on-line.js';
import { until } from '../support/until.js';

const anyVersion = { 'if-match': '*' };

describe('papers', () => {
  let server: TestServer;
  let works: EnteredWorks;
  let zone: ZoneView;
  let police: ApiClient;

  beforeAll(async () => {
    server = await startTestServer();
    works = await EnteredWorks.enter(server);
    zone = await drawZone(server, 8);
    police = server.as('police');
  });
  afterAll(() => server?.close());

  const passOf = async (vehicle: VehicleView): Promise<PassView> => {
    const { items } = await sent<Page<PassView>>(police.get(`passes?vehicleId=${vehicle.id}`));
    if (items.length !== 1) throw new Error(`${items.length} passes`);
    return items[0]!;
  };
  const verdictOn = async ({ plateNo }: VehicleView) => {
    const { lng, lat, crs } = eastOfPlant(8);
    const path = `roadside/vehicles/${encodeURIComponent(plateNo ?? '')}`;
    return (
      await sent<RoadsideView>(
        police.get(`${path}?purpose=patrol&lng=${lng}&lat=${lat}&crs=${crs}`),
      )
    ).verdict;
  };

  it('of a vehicle show who decided each step of its registration', async () => {
    const { id } = await works.addRegisteredMixer();

    const { items } = await sent<{ items: DecisionView[] }>(
      police.get(`registrations/${id}/decisions`),
    );

    expect(items.map(({ toState }) => toState).toSorted()).toEqual([
      'district_reviewed',
      'registered',
      'submitted',
    ]);
    expect(new Set(items.map(({ decidedBy }) => decidedBy)).size).toBe(3);
  });

  it('of a vehicle name the steps that are the reader’s to take', async () => {
    const { plateNo } = await works.addMixer();
    const stepsFor = async (role: 'enterprise_manager' | 'police') => {
      const path = `registrations?plateNo=${encodeURIComponent(plateNo ?? '')}`;
      const { items } = await sent<Page<RegistrationView>>(server.as(role).get(path));
      return items[0]?.nextStates;
    };

    expect(await stepsFor('enterprise_manager')).toEqual(['submitted']);
    expect(await stepsFor('police')).toEqual([]);
  });

  it('let a vehicle pass until the police suspend its pass, and again once it is back', async () => {
    const vehicle = await works.addRegisteredMixer();
    await works.issuePass(vehicle, zone);
    const pass = await passOf(vehicle);
    const decide = (state: string, ifMatch: Record<string, string>) =>
      police.post(`passes/${pass.id}/decisions`, { state, reason: 'seen at a stop' }, ifMatch);

    expect(pass).toMatchObject({ plateNo: vehicle.plateNo, zoneIds: [zone.zoneId], version: 1 });
    expect(await verdictOn(vehicle)).toBe('may_pass');
    expect(await decide('suspended', {})).toMatchObject({ status: 428 });
    const suspended = await decide('suspended', { 'if-match': '"1"' });
    expect(suspended).toMatchObject({ status: 200, body: { state: 'suspended', version: 2 } });
    expect(suspended.headers.get('etag')).toBe('"2"');
    expect(await verdictOn(vehicle)).toBe('may_not_pass');
    expect(await decide('valid', { 'if-match': '"1"' })).toMatchObject({ status: 412 });
    expect(await decide('valid', { 'if-match': '"2"' })).toMatchObject({ status: 200 });
    expect(await verdictOn(vehicle)).toBe('may_pass');
    expect(await decide('revoked', anyVersion)).toMatchObject({ status: 200 });
    expect(await decide('valid', anyVersion)).toMatchObject({
      status: 409,
      body: { code: 'PASS_STEP_INVALID' },
    });
  });

  it('of the road are issued to registered vehicles only', async () => {
    const vehicle = await works.addMixer();

    await expect(works.issuePass(vehicle, zone)).rejects.toThrow('VEHICLE_NOT_REGISTERED');
  });

  it('end an alert of their own accord once they are in order', async () => {
    const vehicle = await works.addRegisteredMixer();
    const truck = await TruckOnLine.connect(server, vehicle);
    await truck.drive(3, 9, addMinutes(new Date(), -10));
    truck.close();
    const alerts = async () => {
      const { items } = await sent<Page<AlertView>>(works.dispatcher.get('alerts?code=no_pass'));
      return items.filter(({ vehicleId }) => vehicleId === vehicle.id);
    };
    await until(async () => (await alerts()).length > 0);

    await works.issuePass(vehicle, zone);

    await until(async () => (await alerts())[0]?.endedAt !== null);
    expect(await alerts()).toHaveLength(1);
  });

  it('of a driver name what he has passed and until when', async () => {
    const [trained, half] = [await works.addDriver(), await works.addDriver(['skill'])];

    const answer = works.dispatcher.get('driver-trainings');
    const { items } = await sent<Page<DriverTrainingView>>(answer);

    const lineOf = (id: string) => items.find(({ driverId }) => driverId === id);
    expect(lineOf(trained.id)).toMatchObject({ mayWork: true, skill: {}, safety: {} });
    expect(lineOf(half.id)).toMatchObject({ mayWork: false, skill: {}, safety: null });
  });

  it('that hire a vehicle out show it to the other enterprise, on its list and map', async () => {
    const vehicle = await works.addRegisteredMixer();
    const other = server.as('dispatcher', 'other');
    const isSeen = async () => {
      const { items } = await sent<Page<VehicleView>>(other.get('vehicles'));
      const { vehicles } = await sent<LiveMapView>(other.get('live-map'));
      return [
        items.some(({ id }) => id === vehicle.id),
        vehicles.some(({ vehicleId }) => vehicleId === vehicle.id),
      ];
    };
    expect(await isSeen()).toEqual([false, false]);

    const agreement = await sent<UseAgreementView>(
      works.dispatcher.post(`vehicles/${vehicle.id}/use-agreements`, {
        enterpriseId: server.enterprises.other.id,
        kind: 'hired',
        validFrom: new Date(),
      }),
    );

    expect(agreement).toMatchObject({ vehicleId: vehicle.id, kind: 'hired', validTo: null });
    expect(await isSeen()).toEqual([true, true]);
  });

  it('of a zone are redrawn as a further version, and end when it is given up', async () => {
    const { zoneId, kind, name, area, binds } = await drawZone(server, 40);
    const plan = { kind, name, area, binds, crs: 'wgs84', reason: 'new plan' };
    const administration = server.as('concrete_admin');
    const zones = async () => {
      const { items } = await sent<{ items: ZoneView[] }>(police.get('zones'));
      return items.filter((each) => each.zoneId === zoneId);
    };
    const redraw = (change: object) =>
      sent<ZoneView>(
        administration.post(`zones/${zoneId}/versions`, {
          ...plan,
          effectiveFrom: addMinutes(new Date(), -1),
          ...change,
        }),
      );

    expect(await redraw({ name: 'Old town' })).toMatchObject({ zoneId, version: 2 });
    expect(await zones()).toMatchObject([{ name: 'Old town', version: 2 }]);
    await redraw({ isRetired: true });
    expect(await zones()).toEqual([]);
    expect(
      await administration.post(`zones/${randomUUID()}/versions`, {
        ...plan,
        effectiveFrom: new Date(),
      }),
    ).toMatchObject({ status: 404, body: { code: 'ZONE_NOT_FOUND' } });
  });

  it('of a terminal bind it to the vehicle that the fitter names, and shut it out', async () => {
    const [vehicle, plate] = [await works.addMixer(), '浙AT1234'];
    (await TruckOnLine.connect(server, { plateNo: plate })).close();
    const fitter = server.as('fitter');
    const { items } = await sent<Page<TerminalView>>(fitter.get('terminals?state=provisional'));
    const terminal = items.find(({ plateSent }) => plateSent === plate);

    const bound = await fitter.post(`terminals/${terminal?.id}/binding`, {
      vehicleId: vehicle.id,
    });
    const blocked = await server
      .as('concrete_admin')
      .post(`terminals/${terminal?.id}/block`, { isBlocked: true, reason: 'stolen' });

    expect(bound).toMatchObject({ status: 200, body: { state: 'bound', vehicleId: vehicle.id } });
    expect(blocked).toMatchObject({ status: 200, body: { state: 'blocked' } });
  });

  it('set a limit from a day on, with where it comes from', async () => {
    const policy = {
      key: 'alerts.end_fixes',
      value: 4,
      effectiveFrom: addMinutes(new Date(), 60),
      source: 'decision 12/2026',
      reason: 'fewer false endings',
    };
    const administration = server.as('concrete_admin');

    expect(await administration.post('policies', policy)).toMatchObject({
      status: 201,
      body: { key: policy.key, scope: 'city', version: 1, value: 4, confidence: 'decided' },
    });
    expect(await administration.post('policies', { ...policy, value: 'four' })).toMatchObject({
      status: 400,
      body: { code: 'POLICY_VALUE_INVALID' },
    });
    expect(await administration.post('policies', { ...policy, key: 'no.such' })).toMatchObject({
      status: 400,
      body: { code: 'POLICY_KEY_UNKNOWN' },
    });
  });
});
