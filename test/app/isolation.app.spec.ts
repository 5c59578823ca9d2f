import { type Permission, mayDo } from '@tongyun/accounts';
import { ROLES } from '@tongyun/kernel';
import { openApiDocument } from '../../apps/api/src/index.js';
import { type ApiAnswer, sent } from '../support/api-client.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface GetRoute {
  /** Below `/api/v1/`, with `{…}` where ids go. */
  readonly path: string;
  readonly permission: Permission;
}

const PREFIX = '/api/v1/';
const ENTERPRISE_ROLES = ROLES.filter((role) =>
  ['dispatcher', 'plant_desk', 'enterprise_manager', 'driver'].includes(role),
);
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const position = (lng: number) => ({ lng, lat: 30.2, crs: 'wgs84' });

const getRoutesOf = (server: TestServer): GetRoute[] =>
  Object.entries(openApiDocument(server.app).paths).flatMap(([path, { get }]) => {
    const permission = (get as { 'x-permission'?: Permission } | undefined)?.['x-permission'];
    return path.startsWith(PREFIX) && permission
      ? [{ path: path.slice(PREFIX.length), permission }]
      : [];
  });

const make = async (answer: Promise<ApiAnswer>) => (await sent<{ id: string }>(answer)).id;

/** Rows of one enterprise, entered as its people and the administration would; answers their ids. */
async function enterRows(server: TestServer): Promise<string[]> {
  const enterpriseId = server.enterprises.own.id;
  const [administration, dispatcher] = [server.as('concrete_admin'), server.as('dispatcher')];
  const plantId = await make(
    administration.post('plants', { enterpriseId, name: 'Own plant', position: position(120.2) }),
  );
  const siteId = await make(
    dispatcher.post('sites', {
      enterpriseId,
      name: 'Own site',
      projectName: 'Own project',
      contractor: 'Own contractor',
      position: position(120.21),
    }),
  );
  const vehicleId = await make(
    dispatcher.post('vehicles', {
      kind: 'mixer',
      plateNo: '浙A12345',
      plateColor: 'yellow',
      ownerEnterpriseId: enterpriseId,
      drumCapacityM3: 12,
    }),
  );
  await sent(
    administration.post(`plants/${plantId}/ranges`, {
      radiusM: 30_000,
      effectiveFrom: new Date().toISOString(),
      reason: 'licence',
    }),
  );
  const orderId = await make(
    dispatcher.post('orders', {
      siteId,
      plantId,
      grade: 'C30',
      slumpMm: 180,
      placingMethod: 'chute',
      pourLocation: 'slab',
      plannedM3: 24,
      rateM3PerHour: 30,
      firstOnSiteAt: new Date(Date.now() + 4 * 3_600_000).toISOString(),
      isPumpNeeded: false,
    }),
  );
  return [enterpriseId, server.enterprises.own.driverId, siteId, vehicleId, plantId, orderId];
}

describe('another enterprise', () => {
  let server: TestServer;
  let ownIds: string[];
  let calls: { path: string; role: (typeof ROLES)[number] }[];

  beforeAll(async () => {
    server = await startTestServer();
    ownIds = await enterRows(server);
    calls = getRoutesOf(server).flatMap(({ path, permission }) =>
      ENTERPRISE_ROLES.filter((role) => mayDo([role], permission)).map((role) => ({ path, role })),
    );
  });
  afterAll(() => server?.close());

  it('is tried at every list, and the owner does see his rows there', async () => {
    const seen = new Set<string>();
    for (const { path, role } of calls.filter((call) => !call.path.includes('{'))) {
      const { body } = await server.as(role, 'own').get(path);
      for (const id of idsIn(body)) seen.add(id);
    }

    expect(ownIds.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('finds nothing of ours in any list', async () => {
    const leaks: object[] = [];
    for (const { path, role } of calls.filter((call) => !call.path.includes('{'))) {
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

  it.each([
    { what: 'a site', path: 'sites', body: { name: 'x1', projectName: 'x1', contractor: 'x1' } },
    { what: 'a driver', path: 'drivers', body: { name: 'Zhou Li', phone: '13900000000' } },
  ])('enters no $what for us', async ({ path, body }) => {
    const given = { ...body, enterpriseId: server.enterprises.own.id, position: position(120.2) };
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
