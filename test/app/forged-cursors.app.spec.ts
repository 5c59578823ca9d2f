import { newId, type Role, ROLES } from '@tongyun/kernel';
import { mayDo, type Permission } from '@tongyun/accounts';
import { openApiDocument } from '../../apps/api/src/index.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface Parameter {
  readonly name?: string;
  readonly required?: boolean;
}

interface List {
  readonly path: string;
  /** Whose list, where that must be said. */
  readonly of: string;
  readonly role: Role;
}

const PREFIX = '/api/v1/';
const encode = (text: string) => Buffer.from(text).toString('base64url');

/** Every list that goes on by a cursor, with somebody who may read it. */
function listsOf(server: TestServer): List[] {
  const { paths } = openApiDocument(server.app);
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const parameters = (get?.parameters ?? []) as readonly Parameter[];
    if (!parameters.some(({ name }) => name === 'cursor')) return [];
    const mustName = parameters.some(({ name, required }) => name === 'enterpriseId' && required);
    const of = mustName ? `enterpriseId=${server.enterprises.own.id}&` : '';
    // A list below one thing asks for that thing first.
    if (path.includes('{')) return [];
    const permission = (get as unknown as Record<string, unknown>)['x-permission'] as Permission;
    const role = ROLES.find((one) => one !== 'driver' && mayDo([one], permission))!;
    return [{ path: path.slice(PREFIX.length), of, role }];
  });
}

describe('a forged cursor', () => {
  let server: TestServer;
  let lists: List[];

  beforeAll(async () => {
    server = await startTestServer();
    lists = listsOf(server);
  });
  afterAll(() => server?.close());

  const statusesOf = async (text: string) => {
    const statuses: Record<string, number> = {};
    for (const { path, of, role } of lists) {
      const { status } = await server.as(role).get(`${path}?${of}cursor=${encode(text)}`);
      statuses[path] = status;
    }
    return statuses;
  };

  it('is tried at every list', () => {
    expect(lists.length).toBeGreaterThan(10);
  });

  it.each([
    { what: 'an id that is no UUID', text: `key\n${'-'.repeat(36)}` },
    { what: 'a key that cannot be text', text: `a\0b\n${newId<string>()}` },
  ])('with $what is refused everywhere', async ({ text }) => {
    const statuses = Object.entries(await statusesOf(text));

    expect(statuses.filter(([, status]) => status !== 400)).toEqual([]);
  });

  it('with a name is refused where time orders, and a place like another elsewhere', async () => {
    const statuses = Object.entries(await statusesOf(`name\n${newId<string>()}`));
    const refused = statuses.filter(([, status]) => status !== 200);

    expect(refused.toSorted()).toEqual([
      ['agency-keys', 400],
      ['alerts', 400],
      ['declared-trips', 400],
      ['driver-name-requests', 400],
      ['imports', 400],
      ['inspection-tasks', 400],
      ['joint-shares', 400],
      ['ledger-entries', 400],
      ['loan-requests', 400],
      ['orders', 400],
      ['pass-applications', 400],
      ['phone-keys', 400],
      ['rectifications', 400],
      ['roadside-findings', 400],
      ['roadside-outcomes', 400],
      ['sightings', 400],
      ['training-sessions', 400],
      ['trips', 400],
      ['vehicle-transfers', 400],
    ]);
  });
});
