import { randomUUID } from 'node:crypto';
import { mayDo } from '@tongyun/accounts';
import { addMinutes, localTimeOf, type Role, ROLES } from '@tongyun/kernel';
import { aMixer } from '../support/a-mixer.js';
import type { ApiClient } from '../support/api-client.js';
import { bodyOf, type BodySchema, shapesOf } from '../support/body-of-schema.js';
import {
  enterRowsOf,
  enterThirdEnterprise,
  type EnterpriseRows,
} from '../support/rows-of-an-enterprise.js';
import { aJpeg } from '../support/some-files.js';
import { openTableDigests } from '../support/table-digests.js';
import { type Side, startTestServer, type TestServer } from '../support/test-server.js';
import { type WriteRoute, writeRoutesOf } from '../support/write-routes.js';

const ENTERPRISE_ROLES = ROLES.filter((role) =>
  ['dispatcher', 'plant_desk', 'enterprise_manager', 'driver'].includes(role),
);

/** By which an enterprise writes and names no row by its id: what is written is the caller's own. */
const NAME_NO_ROW: readonly string[] = [
  'POST /auth/password',
  'POST /driver/duties',
  'POST /driver/duties/close',
  'POST /driver/push/subscriptions',
  'POST /driver/push/subscriptions/end',
  'POST /driver/start-confirmations',
  'POST /imports',
  'POST /plant-options',
  'POST /positions',
  'POST /vehicle-transfers',
];

const LATER = { validTo: addMinutes(new Date(), 60) };
const { on: TODAY } = localTimeOf(new Date(), 'Asia/Shanghai');
const PERIOD = { period: { month: TODAY.slice(0, 7) } };
const { ownerEnterpriseId: _, ...MIXER } = aMixer();

/** What of a body its schema does not say: patterns, and fields that fit each other. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /day-plans/{id}/what-if': { grade: 'C30' },
  'POST /driver-name-requests/{id}/steps': { state: 'withdrawn' },
  'POST /drivers': { phone: '13912345678' },
  'POST /drivers/{id}/corrections': { phone: '13912345679' },
  'POST /drivers/{id}/employment-end': { leftOn: TODAY },
  'POST /durations/decisions': { kind: 'discharge', plantId: null, hour: null },
  'POST /loan-requests': { untilAt: addMinutes(new Date(), 1_440) },
  'POST /orders': { grade: 'C30' },
  'POST /orders/{id}/calls': { rateM3PerHour: 30 },
  'POST /orders/{id}/copies': { grade: 'C30' },
  'POST /pass-applications': PERIOD,
  'POST /pass-applications/renewals': PERIOD,
  'POST /sites/{id}/night-permits': LATER,
  'POST /vehicle-transfers/{id}/steps': { state: 'withdrawn' },
  'POST /vehicles': MIXER,
  'POST /vehicles/{id}/corrections': MIXER,
};

/** Where one may name another's row by itself, as it is dealt with there. */
const DEALT_WITH: Readonly<Record<string, readonly string[]>> = {
  // What was poured into a truck is a fact, whosever it is; the record does not fit its trip.
  'POST /batch-records': ['vehicleId'],
  // A duration of discharge is of no plant.
  'POST /durations/decisions': ['plantId'],
  // Looked for among the orders of the day, by the search itself.
  'POST /day-plans/{id}/joint-pours/plannings': ['orderId'],
  // Trucks are asked of every enterprise.
  'POST /loan-requests/{id}/loans': ['loan-requests'],
};

/** Answer for each thing named, with its refusal, or keep what a phone claims until it is settled. */
const ANSWER_EACH: Readonly<Record<string, readonly string[]>> = {
  'POST /driver/claims': ['stage_claim'],
  'POST /driver/pump-claims': ['pump_claim'],
  'POST /order-calls': [],
  'POST /pass-applications': [],
  'POST /pass-applications/renewals': [],
};

const CLAIMS = new Set(Object.values(ANSWER_EACH).flat());

/** Whoever has the row is told of what lies behind it and is not there, or not as it would have to be. */
const BEHIND_THE_ROW: Readonly<Record<string, string>> = {
  'POST /day-plans/plannings/{id}/cancel': 'PLANNING_NOT_FOUND',
  'POST /day-plans/plannings/{id}/take-best': 'PLANNING_NOT_FOUND',
  'POST /day-plans/{id}/offers/{offerId}/accept': 'PLAN_OFFER_NOT_FOUND',
  'POST /day-plans/{id}/offers/{offerId}/decline': 'PLAN_OFFER_NOT_FOUND',
  // The plan was stored, not searched: there is nothing to mend it with.
  'POST /day-plans/{id}/events': 'FAULT',
  'POST /day-plans/{id}/moves': 'PLAN_ITEM_NOT_FOUND',
  'POST /day-plans/{id}/pins': 'PLAN_ITEM_NOT_FOUND',
  'POST /plants/{id}/loading-calls': 'TRIP_NOT_FOUND',
  'POST /plants/{id}/strength-tests': 'TICKET_NOT_FOUND',
  'POST /trips/{id}/diversions': 'DIVERSION_GOAL_NOT_FOUND',
};

interface Call {
  readonly route: WriteRoute;
  /** One of the shapes that its body may have; null: none, or a file. */
  readonly shape: BodySchema | null;
  readonly role: Role;
}

/** What a call names rows by: the part of the path before each id, and the fields of its body. */
function keysOf({ route, shape }: Call): string[] {
  const parts = route.path.split('/');
  const keys = new Set<string>();
  for (const [place, part] of parts.entries()) {
    if (part.startsWith('{') && part !== '{subject}') keys.add(parts[place - 1]!);
  }
  if (shape) bodyOf(shape, (key) => (keys.add(key), key));
  keys.delete('id');
  return [...keys];
}

describe('another enterprise', () => {
  let server: TestServer;
  let rows: Readonly<Record<Side, EnterpriseRows>>;
  let calls: Call[];
  let phones: Readonly<Record<Side, ApiClient>>;
  let digests: () => Promise<ReadonlyMap<string, string>>;

  beforeAll(async () => {
    server = await startTestServer();
    const third = await enterThirdEnterprise(server);
    rows = {
      own: await enterRowsOf(server, 'own', third),
      other: await enterRowsOf(server, 'other', third),
    };
    calls = writeRoutesOf(server).flatMap((route) => {
      const role = ENTERPRISE_ROLES.find((each) => mayDo([each], route.permission));
      if (!role) return [];
      return (route.body ? shapesOf(route.body) : [null]).map((shape) => ({ route, shape, role }));
    });
    digests = await openTableDigests(server.database.dataSource);
  });
  afterAll(() => server?.close());
  beforeEach(async () => {
    phones = { own: await phoneOf('own'), other: await phoneOf('other') };
  });

  /** Of the driver who is on the trip. */
  const phoneOf = (side: Side) => server.signInPhone(side, rows[side].driverId!);

  /** A training session and a zone are everybody's. */
  const isOneSides = (key: string): boolean => rows.own[key] !== rows.other[key];
  const rowOf = (side: Side, key: string): string => rows[side][key] ?? randomUUID();

  const callerOf = (role: Role, side: Side) =>
    role === 'driver' ? phones[side] : server.as(role, side);

  /** Makes a call whose ids name the rows of the side that is said for each. */
  async function send({ route, shape, role }: Call, caller: Side, sideOf: (key: string) => Side) {
    const parts = route.path.split('/');
    const path = parts
      .map((part, place) => {
        if (part === '{subject}') return 'vehicle';
        const key = parts[place - 1] ?? '';
        return part.startsWith('{') ? rowOf(sideOf(key), key) : part;
      })
      .join('/');
    const idOf = (key: string) => (key === 'id' ? randomUUID() : rowOf(sideOf(key), key));
    const body = shape && {
      ...(bodyOf(shape, idOf) as object),
      ...BODIES[route.name],
    };
    if (body) return callerOf(role, caller).send(route.method, path, body, { 'if-match': '*' });
    const query = path.startsWith('documents') ? '?kind=vehicle_licence&title=licence' : '';
    const response = await fetch(`${server.url}/api/v1/${path}${query}`, {
      method: route.method,
      body: new Uint8Array(aJpeg()),
      headers: {
        authorization: `Bearer ${callerOf(role, caller).token}`,
        'content-type': 'image/jpeg',
        'if-match': '*',
      },
    });
    return { status: response.status, body: (await response.json().catch(() => null)) as unknown };
  }

  it('is tried at every endpoint by which an enterprise writes', () => {
    const unnamed = calls.filter((call) => keysOf(call).length === 0);
    const unknown = calls.flatMap((call) =>
      keysOf(call)
        .filter((key) => !(key in rows.own))
        .map((key) => `${call.route.name}: ${key}`),
    );

    expect([...new Set(unnamed.map(({ route }) => route.name))].toSorted()).toEqual(NAME_NO_ROW);
    expect(unknown).toEqual([]);
  });

  it.each(ENTERPRISE_ROLES)('writes on no row of ours as %s', async (role) => {
    const before = await digests();
    const leaks: object[] = [];
    for (const call of calls.filter((each) => each.role === role)) {
      const { name } = call.route;
      for (const ours of waysOf(call)) {
        const { status, body } = await send(call, 'other', (key) =>
          ours.includes(key) ? 'own' : 'other',
        );
        const isRefused = status >= 400 && status < 500;
        if (!isRefused && !(name in ANSWER_EACH)) leaks.push({ name, ours, status, body });
      }
    }
    const after = await digests();

    expect(leaks).toEqual([]);
    const changed = [...after].filter(([table, digest]) => before.get(table) !== digest);
    expect(changed.map(([table]) => table).filter((table) => !CLAIMS.has(table))).toEqual([]);
  });

  /** All that a call names is ours; and where it names more than one thing, each by itself beside its own. */
  function waysOf(call: Call): string[][] {
    const keys = keysOf(call);
    if (keys.length < 2) return keys.length === 0 ? [] : [keys];
    const apart = keys.filter(
      (key) => isOneSides(key) && !DEALT_WITH[call.route.name]?.includes(key),
    );
    return [keys, ...apart.map((key) => [key])];
  }

  it('is refused for whose row it is: who has it gets as far as the row', async () => {
    const refused: object[] = [];
    for (const call of calls) {
      const { name } = call.route;
      if (keysOf(call).length === 0) continue;
      // His phones were signed out on the way, by who may.
      if (call.role === 'driver') phones = { ...phones, own: await phoneOf('own') };
      const { status, body } = await send(call, 'own', () => 'own');
      const { code } = (body ?? {}) as { code?: string };
      const isShort = [400, 401, 403, 404, 415, 500].includes(status);
      if (isShort && code !== BEHIND_THE_ROW[name]) refused.push({ name, status, body });
    }

    expect(refused).toEqual([]);
  });
});
