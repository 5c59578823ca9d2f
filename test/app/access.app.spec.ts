import { LIVE_NAMESPACES, liveTopic } from '@tongyun/contracts';
import { type Role, ROLES } from '@tongyun/kernel';
import { openApiDocument } from '../../apps/api/src/index.js';
import { watch } from '../support/live-client.js';
import { readRolesTable, type RolesTable } from '../support/roles-table.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface Route {
  readonly method: string;
  /** As docs/roles.md has it: `GET /orders/{id}`. */
  readonly name: string;
  /** Below `/api/v1/`, ids filled in with one that nothing has. */
  readonly path: string;
  readonly permission: string | null;
  readonly isPublic: boolean;
}

const NOBODYS_ID = '0b9c2c0e-58a7-4f3c-9a55-6a1f0e0c7d11';
const PREFIX = '/api/v1/';
/** Beside the interface: what a load balancer and a collector of figures ask. */
const OPERATIONS = /^GET \/(health|metrics)/;

function routesOf(server: TestServer): Route[] {
  const { paths } = openApiDocument(server.app);
  return Object.entries(paths).flatMap(([path, operations]) => {
    if (!path.startsWith(PREFIX)) return [];
    return Object.entries(operations as Record<string, Record<string, unknown>>).map(
      ([method, operation]) => ({
        method: method.toUpperCase(),
        name: `${method.toUpperCase()} /${path.slice(PREFIX.length)}`,
        path: path.slice(PREFIX.length).replaceAll(/\{[^}]+\}/g, NOBODYS_ID),
        permission: operation['x-permission'] as string | null,
        isPublic: operation['x-public'] === true,
      }),
    );
  });
}

/** Every call below follows from docs/roles.md; a route that it does not list is found first. */
describe('access', () => {
  let server: TestServer;
  let routes: Route[];
  let table: RolesTable;

  beforeAll(async () => {
    table = await readRolesTable();
    server = await startTestServer();
    routes = routesOf(server);
  });
  afterAll(() => server?.close());

  it('knows every route of the product', () => {
    expect(routes.length).toBeGreaterThan(40);
  });

  it('is stated by every route, as a permission or as open to all', () => {
    const silent = routes.filter(({ permission, isPublic }) => !permission && !isPublic);

    expect(silent).toEqual([]);
  });

  it('is asked for by each route as docs/roles.md lists it, and listed for no other', () => {
    const asking = routes.flatMap(({ permission, name }) =>
      permission ? [`${permission}: ${name}`] : [],
    );
    const listed = [...table.asked].flatMap(([permission, names]) =>
      names.filter((name) => !name.startsWith('watch')).map((name) => `${permission}: ${name}`),
    );

    expect(listed.toSorted()).toEqual(asking.toSorted());
  });

  it('is open where docs/roles.md says so, and nowhere else', () => {
    const open = routes.filter(({ isPublic }) => isPublic).map(({ name }) => name);

    expect(table.open.filter((name) => !OPERATIONS.test(name)).toSorted()).toEqual(open.toSorted());
  });

  it('has no permission that nothing asks for', () => {
    const idle = [...table.asked].filter(([, names]) => names.length === 0);

    expect(idle).toEqual([]);
  });

  it('is listed for every topic and command of the live side', () => {
    const listed = [...table.asked.values()].flat().filter((name) => name.startsWith('watch'));
    const topics = liveTopic.options.map((topic) => `watch ${topic}`);

    expect([...new Set(listed)].toSorted()).toEqual(
      [...topics, 'watch', 'watch viewport'].toSorted(),
    );
  });

  it('refuses strangers everywhere but at the open routes', async () => {
    const answers = await answersOf(routes, async ({ isPublic, method, path }) => {
      if (isPublic) return null;
      const { status, body } = await server.stranger.send(method, path, bodyFor(method));
      return status === 401 && codeOf(body) === 'NOT_SIGNED_IN' ? null : status;
    });

    expect(answers).toEqual([]);
  });

  it('refuses a token that nobody signed', async () => {
    // Not the last character: some of its bits are padding, and changing those forges nothing.
    const forged = server
      .as('dispatcher')
      .token!.replace(/.(?=.{9}$)/, (one) => (one === 'A' ? 'B' : 'A'));
    const { status } = await server.stranger.send('GET', 'auth/me', undefined, {
      authorization: `Bearer ${forged}`,
    });

    expect(status).toBe(401);
  });

  it('refuses every role that lacks the permission', async () => {
    const wrongCalls = routes.flatMap((route) =>
      route.permission
        ? ROLES.filter((role) => !mayDo(role, route.permission!)).map((role) => ({
            ...route,
            role,
          }))
        : [],
    );

    const answers = await answersOf(wrongCalls, async ({ role, method, path }) => {
      const { status, body } = await server.as(role).send(method, path, bodyFor(method));
      return status === 403 && codeOf(body) === 'FORBIDDEN' ? null : status;
    });

    expect(wrongCalls.length).toBeGreaterThan(200);
    expect(answers).toEqual([]);
  });

  it('lets every role through that has the permission', async () => {
    const rightCalls = routes.flatMap((route) =>
      ROLES.filter((role) => route.permission && mayDo(role, route.permission)).map((role) => ({
        ...route,
        role,
      })),
    );

    const answers = await answersOf(rightCalls, async ({ role, method, path }) => {
      if (path === 'auth/password') return null;
      const { status, body } = await server.as(role).send(method, path, bodyFor(method));
      const isRefusedAtTheDoor = status === 401 || codeOf(body) === 'FORBIDDEN' || status >= 500;
      return isRefusedAtTheDoor ? `${status} ${JSON.stringify(body)}` : null;
    });

    expect(answers).toEqual([]);
  });

  it('gives no answer that a cache keeps, be it to a stranger, to who may or to who may not', async () => {
    const calls = routes.flatMap((route) => {
      const askers = ROLES.filter((role) => route.permission && mayDo(role, route.permission));
      const others = ROLES.filter((role) => !askers.includes(role));
      const roles = [...askers.slice(0, 1), ...others.slice(0, 1), null];
      return roles.map((role) => ({ ...route, role }));
    });

    const answers = await answersOf(calls, async ({ role, method, path }) => {
      const asker = role === null ? server.stranger : server.as(role);
      const { headers } = await asker.send(method, path, bodyFor(method));
      const kept = headers.get('cache-control');
      return kept === 'no-store' ? null : `${kept}`;
    });

    expect(calls.length).toBeGreaterThan(3 * 200);
    expect(answers).toEqual([]);
  });

  it.each(LIVE_NAMESPACES)('refuses strangers at the live door of /%s', async (namespace) => {
    const answer = await watch(server.url, namespace, undefined, { topics: [], viewport: null });

    expect(answer).toMatchObject({ ok: false, refusal: { code: 'NOT_SIGNED_IN' } });
  });

  it.each(liveTopic.options)('lets only those watch %s who may read it', async (topic) => {
    const answers = await answersOf(
      ROLES.map((role) => ({ role })),
      async ({ role }) => {
        const command = { topics: [topic], viewport: null };
        const answer = await watch(server.url, 'dispatcher', server.as(role).token, command);
        const mayWatch = mayHear(role, 'watch') && mayHear(role, `watch ${topic}`);
        const isRight = answer.ok ? mayWatch : !mayWatch && answer.refusal.code === 'FORBIDDEN';
        return isRight ? null : JSON.stringify(answer);
      },
    );

    expect(answers).toEqual([]);
  });

  it('shows the live map only to those who may see it', async () => {
    const command = { topics: [], viewport: { west: 119, south: 29, east: 121, north: 31 } };

    const answers = await answersOf(
      ROLES.map((role) => ({ role })),
      async ({ role }) => {
        const answer = await watch(server.url, 'dispatcher', server.as(role).token, command);
        const maySee = mayHear(role, 'watch') && mayHear(role, 'watch viewport');
        const isRight = answer.ok ? maySee : !maySee && answer.refusal.code === 'FORBIDDEN';
        return isRight ? null : JSON.stringify(answer);
      },
    );

    expect(answers).toEqual([]);
  });

  const mayDo = (role: Role, permission: string): boolean =>
    table.holders.get(permission)!.includes(role);

  /** Whether one of the permissions under which a socket command is listed is this role's. */
  const mayHear = (role: Role, command: string): boolean =>
    [...table.asked].some(
      ([permission, names]) => names.includes(command) && mayDo(role, permission),
    );
});

const bodyFor = (method: string): object | undefined => (method === 'GET' ? undefined : {});

const codeOf = (body: unknown): unknown => (body as { code?: unknown } | undefined)?.code;

/** Asks one after the other and keeps what was answered wrongly. */
async function answersOf<Call extends object>(
  calls: readonly Call[],
  ask: (call: Call) => Promise<string | number | null>,
): Promise<object[]> {
  const wrong: object[] = [];
  for (const call of calls) {
    const answer = await ask(call);
    if (answer !== null) wrong.push({ ...call, answer });
  }
  return wrong;
}
