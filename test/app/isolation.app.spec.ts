import { randomUUID } from 'node:crypto';
import { mayDo } from '@tongyun/accounts';
import type { AlertView, EnterpriseNames, Page } from '@tongyun/contracts';
import { addMinutes, type Role, ROLES } from '@tongyun/kernel';
import { aMixer } from '../support/a-mixer.js';
import { sent } from '../support/api-client.js';
import { eastOfPlant } from '../support/concrete-works.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { getRoutesOf } from '../support/get-routes.js';
import { startTrip } from '../support/start-trip.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { TruckOnLine } from '../support/truck-on-line.js';
import { until } from '../support/until.js';

const NAMES = 'enterprises/names';
const ENTERPRISE_ROLES = ROLES.filter((role) =>
  ['dispatcher', 'plant_desk', 'enterprise_manager', 'driver'].includes(role),
);
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const START = addMinutes(new Date(), -30);
const SPAN = `from=${START.toISOString()}&to=${new Date().toISOString()}`;

interface OwnRows {
  readonly siteId: string;
  readonly plantId: string;
  readonly vehicleId: string;
  readonly orderId: string;
  readonly loadId: string;
  readonly assignmentId: string;
  readonly tripId: string;
  readonly alertId: string;
}

interface Attack {
  readonly what: string;
  readonly by?: Role;
  readonly path: (own: OwnRows) => string;
  readonly body: (own: OwnRows) => object;
}

/** Rows of one enterprise: a truck on its trip, and one that is not registered in a zone. */
async function enterRows(server: TestServer): Promise<OwnRows> {
  const works = await EnteredWorks.enter(server);
  await drawZone(server, 20);
  const vehicle = await works.addRegisteredMixer();
  const driver = await works.addDriver();
  const { order, assignment, trip } = await startTrip(server, works, {
    vehicle,
    driver,
    since: START,
  });
  const truck = await TruckOnLine.connect(server, await works.addMixer());
  await truck.drive(16, 22, START);
  truck.close();
  const alerts = async () => (await sent<Page<AlertView>>(works.dispatcher.get('alerts'))).items;
  await until(async () => (await alerts()).length > 0);
  return {
    siteId: order.siteId,
    plantId: works.plantId,
    vehicleId: vehicle.id,
    orderId: order.id,
    loadId: order.loads[0]!.id,
    assignmentId: assignment.id,
    tripId: trip.id,
    alertId: (await alerts())[0]!.id,
  };
}

describe('another enterprise', () => {
  let server: TestServer;
  let own: OwnRows;
  let ownIds: string[];
  let calls: { path: string; role: (typeof ROLES)[number] }[];

  beforeAll(async () => {
    server = await startTestServer();
    own = await enterRows(server);
    const { id, driverId } = server.enterprises.own;
    ownIds = [id, driverId, ...Object.values(own)];
    calls = getRoutesOf(server).flatMap(({ path, permission }) =>
      ENTERPRISE_ROLES.filter((role) => mayDo([role], permission)).map((role) => ({ path, role })),
    );
  });
  afterAll(() => server?.close());

  /** What an attack may have changed, as its owner sees it. */
  const everything = async () => {
    const dispatcher = server.as('dispatcher', 'own');
    const answers = await Promise.all([
      dispatcher.get(`orders/${own.orderId}`),
      dispatcher.get(`trips/${own.tripId}`),
      dispatcher.get(`alerts/${own.alertId}`),
      dispatcher.get(`vehicles/${own.vehicleId}`),
      dispatcher.get('registrations'),
    ]);
    return answers.map(({ body }) => body);
  };

  it('is tried at every list, and the owner does see his rows there', async () => {
    const seen = new Set<string>();
    for (const { path, role } of calls.filter((call) => !call.path.includes('{'))) {
      const { body } = await server.as(role, 'own').get(path);
      for (const id of idsIn(body)) seen.add(id);
    }

    // A load is listed nowhere: it shows within its order.
    const unseen = ownIds.filter((id) => id !== own.loadId && !seen.has(id));
    expect(unseen).toEqual([]);
  });

  it('knows us by our name alone, to agree on something with us', async () => {
    const { items } = await sent<EnterpriseNames>(
      server.as('enterprise_manager', 'other').get(NAMES),
    );
    const ours = items.find(({ id }) => id === server.enterprises.own.id);

    expect(Object.keys(ours ?? {})).toEqual(['id', 'name', 'shortName']);
  });

  it('finds nothing of ours in any other list', async () => {
    const leaks: object[] = [];
    const lists = calls.filter(({ path }) => !path.includes('{') && path !== NAMES);
    for (const { path, role } of lists) {
      const { body } = await server.as(role, 'other').get(path);
      const found = idsIn(body).filter((id) => ownIds.includes(id));
      if (found.length > 0) leaks.push({ path, role, found });
    }

    expect(leaks).toEqual([]);
  });

  it('is not even told that our rows exist', async () => {
    const leaks: object[] = [];
    for (const { path, role } of calls.filter((call) => call.path.includes('{'))) {
      for (const id of ownIds) {
        const asked = path.replaceAll(/\{[^}]+\}/g, id);
        const { status, body } = await server.as(role, 'other').get(asked);
        if (status < 400 && idsIn(body).some((each) => ownIds.includes(each))) {
          leaks.push({ asked, role, status });
        }
      }
    }

    expect(leaks).toEqual([]);
  });

  it.each<{ path: (own: OwnRows) => string; code: string }>([
    { path: ({ vehicleId }) => `vehicles/${vehicleId}`, code: 'VEHICLE_NOT_FOUND' },
    { path: ({ vehicleId }) => `vehicles/${vehicleId}/presence`, code: 'VEHICLE_NOT_FOUND' },
    { path: ({ vehicleId }) => `vehicles/${vehicleId}/track?${SPAN}`, code: 'VEHICLE_NOT_FOUND' },
    { path: ({ vehicleId }) => `vehicles/${vehicleId}/replay?${SPAN}`, code: 'VEHICLE_NOT_FOUND' },
    {
      path: ({ vehicleId }) => `vehicles/${vehicleId}/track/export?${SPAN}&format=csv`,
      code: 'VEHICLE_NOT_FOUND',
    },
    { path: ({ orderId }) => `orders/${orderId}`, code: 'ORDER_NOT_FOUND' },
    { path: ({ loadId }) => `loads/${loadId}/candidates`, code: 'LOAD_NOT_FOUND' },
    { path: ({ tripId }) => `trips/${tripId}`, code: 'TRIP_NOT_FOUND' },
    { path: ({ alertId }) => `alerts/${alertId}`, code: 'ALERT_NOT_FOUND' },
  ])('is answered $code', async ({ path, code }) => {
    const answer = await server.as('dispatcher', 'other').get(path(own));

    expect((await server.as('dispatcher', 'own').get(path(own))).status).toBe(200);
    expect(answer).toMatchObject({ status: 404, body: { code } });
  });

  it('sees nothing on the map, and no trip, alert or batch', async () => {
    const other = server.as('dispatcher', 'other');

    expect((await other.get('live-map')).body).toMatchObject({ vehicles: [] });
    for (const path of ['trips', 'alerts', 'orders', 'sites', 'registrations', 'passes']) {
      expect((await other.get(path)).body).toEqual({ items: [], nextCursor: null });
    }
  });

  describe('changes nothing of ours', () => {
    it.each<Attack>([
      {
        what: 'a stage of our trip',
        path: ({ tripId }) => `trips/${tripId}/stages`,
        body: () => ({ id: randomUUID(), stage: 'unloaded', at: new Date(), reason: 'by radio' }),
      },
      {
        what: 'a batch in our truck',
        by: 'plant_desk',
        path: () => 'batch-records',
        body: ({ tripId, vehicleId, plantId }) => ({
          tripId,
          vehicleId,
          plantId,
          grade: 'C30',
          batchedM3: 1,
          batchedAt: new Date(),
        }),
      },
      {
        what: 'our alert',
        path: ({ alertId }) => `alerts/${alertId}/decisions`,
        body: () => ({ state: 'closed' }),
      },
      {
        what: 'our assignment',
        path: ({ assignmentId }) => `assignments/${assignmentId}/cancellation`,
        body: () => ({ reason: 'not wanted' }),
      },
      {
        what: 'our order',
        path: ({ orderId }) => `orders/${orderId}/state`,
        body: () => ({ state: 'cancelled', reason: 'not wanted' }),
      },
      {
        what: 'our loads',
        path: ({ orderId }) => `orders/${orderId}/auto-assignment`,
        body: () => ({}),
      },
      {
        what: 'our vehicle',
        path: ({ vehicleId }) => `vehicles/${vehicleId}/use-agreements`,
        body: () => ({
          enterpriseId: server.enterprises.other.id,
          kind: 'hired',
          validFrom: new Date(),
        }),
      },
      {
        what: 'our vehicle’s entry',
        path: ({ vehicleId }) => `vehicles/${vehicleId}/corrections`,
        body: () => ({ ...aMixer(), reason: 'not ours' }),
      },
      {
        what: 'our papers',
        by: 'enterprise_manager',
        path: ({ vehicleId }) => `registrations/${vehicleId}/submission`,
        body: () => ({ reason: 'papers enclosed' }),
      },
    ])('at $what', async ({ by = 'dispatcher', path, body }) => {
      const before = await everything();
      const caller = server.as(by, 'other');

      const answer = await caller.post(path(own), body(own), { 'if-match': '*' });

      expect(answer).toMatchObject({
        status: 404,
        body: { code: expect.stringMatching(/_NOT_FOUND$/) },
      });
      expect(await everything()).toEqual(before);
    });

    it('with a driver’s tap', async () => {
      const before = await everything();
      const { tripId } = own;
      const tap = { id: randomUUID(), tripId, stage: 'unloaded', claimedAt: new Date() };

      const answer = await server.as('driver', 'other').post('driver/claims', { claims: [tap] });

      expect(answer).toMatchObject({ status: 200, body: { results: [{ outcome: 'to_settle' }] } });
      expect(await everything()).toEqual(before);
    });
  });

  it.each([
    { what: 'a site', path: 'sites', body: { name: 'x1', projectName: 'x1', contractor: 'x1' } },
    { what: 'a driver', path: 'drivers', body: { name: 'Zhou Li', phone: '13900000000' } },
  ])('enters no $what for us', async ({ path, body }) => {
    const given = { ...body, enterpriseId: server.enterprises.own.id, position: eastOfPlant(0) };
    const { status } = await server.as('dispatcher', 'other').post(path, given);

    expect([403, 404]).toContain(status);
  });

  it('issues no code for our driver’s phone', async () => {
    const { driverId } = server.enterprises.own;
    const answer = await server.as('dispatcher', 'other').post('auth/device-codes', { driverId });

    expect(answer).toMatchObject({ status: 404, body: { code: 'DRIVER_NOT_FOUND' } });
  });
});

const idsIn = (body: unknown): string[] => JSON.stringify(body ?? null).match(ID) ?? [];
