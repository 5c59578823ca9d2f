import { mayDo, type Permission, PERMISSIONS } from '@tongyun/accounts';
import { LIVE_NAMESPACES, liveTopic } from '@tongyun/contracts';
import { type Role, ROLES } from '@tongyun/kernel';
import { openApiDocument } from '../../apps/api/src/index.js';
import { watch } from '../support/live-client.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { TOPIC_PERMISSIONS } from '../../apps/api/src/live/topic-permissions.js';

interface Route {
  readonly method: string;
  /** Below `/api/v1/`, ids filled in with one that nothing has. */
  readonly path: string;
  readonly permission: Permission | null;
  readonly isPublic: boolean;
}

const NOBODYS_ID = '0b9c2c0e-58a7-4f3c-9a55-6a1f0e0c7d11';
const PREFIX = '/api/v1/';

function routesOf(server: TestServer): Route[] {
  const { paths } = openApiDocument(server.app);
  return Object.entries(paths).flatMap(([path, operations]) => {
    if (!path.startsWith(PREFIX)) return [];
    return Object.entries(operations as Record<string, Record<string, unknown>>).map(
      ([method, operation]) => ({
        method: method.toUpperCase(),
        path: path.slice(PREFIX.length).replaceAll(/\{[^}]+\}/g, NOBODYS_ID),
        permission: operation['x-permission'] as Permission | null,
        isPublic: operation['x-public'] === true,
      }),
    );
  });
}

const rolesWithout = (permission: Permission): Role[] =>
  ROLES.filter((role) => !mayDo([role], permission));

describe('access', () => {
  let server: TestServer;
  let routes: Route[];

  beforeAll(async () => {
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

  it('asks for nothing that the table does not have, and has nothing that is never asked for', () => {
    const asked = new Set<string>(routes.flatMap(({ permission }) => permission ?? []));
    const ofTopics = new Set<string>(Object.values(TOPIC_PERMISSIONS).flat());
    const known = Object.keys(PERMISSIONS);

    expect([...asked].filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !asked.has(name) && !ofTopics.has(name))).toEqual(['live.watch']);
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
      route.permission ? rolesWithout(route.permission).map((role) => ({ ...route, role })) : [],
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
      ROLES.filter((role) => route.permission && mayDo([role], route.permission)).map((role) => ({
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
        const mayRead = TOPIC_PERMISSIONS[topic].some((permission) => mayDo([role], permission));
        const isRight = answer.ok
          ? mayRead
          : (!mayRead || !mayDo([role], 'live.watch')) && answer.refusal.code === 'FORBIDDEN';
        return isRight ? null : JSON.stringify(answer);
      },
    );

    expect(answers).toEqual([]);
  });

  it('shows the live map only to those who may see it', async () => {
    const box = { west: 119, south: 29, east: 121, north: 31 };
    const command = { topics: [], viewport: box };

    expect(await watch(server.url, 'police', server.as('police').token, command)).toMatchObject({
      ok: false,
      refusal: { code: 'FORBIDDEN' },
    });
    const { token } = server.as('dispatcher');
    expect(await watch(server.url, 'dispatcher', token, command)).toMatchObject({ ok: true });
  });
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
