import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { CreateUserService } from '@tongyun/accounts';
import { type EnterpriseId, type Role, ROLES, SYSTEM_SCOPE } from '@tongyun/kernel';
import { readServerConfig } from '../../apps/server/src/config.js';
import { startServer } from '../../apps/server/src/start-server.js';
import { ApiClient, sent } from './api-client.js';
import { openTestDatabase, type TestDatabase } from './test-database.js';

const PASSWORD = 'correct horse battery';
const ENTERPRISE_STAFF = ['dispatcher', 'plant_desk', 'enterprise_manager'] as const;

/** Where the authorities that act in one place, or by name, stand. */
const POSTS: Partial<Record<Role, { district?: string; agency?: string; badgeNo?: string }>> = {
  district_bureau: { district: 'Binjiang' },
  police: { agency: '杭州市交警支队', badgeNo: '110001' },
};

/** Which of the two enterprises a caller belongs to; authorities belong to neither. */
export type Side = 'own' | 'other';

/** An enterprise with a driver and a caller for each role that an enterprise has. */
export interface TestEnterprise {
  readonly id: EnterpriseId;
  readonly driverId: string;
}

/** The whole product in this process, on free ports and a database of its own. */
export interface TestServer {
  readonly url: string;
  readonly jt808Port: number;
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  readonly enterprises: Readonly<Record<Side, TestEnterprise>>;
  /** Somebody of that role who is signed in. */
  as(role: Role, side?: Side): ApiClient;
  /** A driver on a phone that was signed in by a code of his dispatcher's. */
  signInPhone(side: Side, driverId: string): Promise<ApiClient>;
  /** Somebody who is not. */
  readonly stranger: ApiClient;
  close(): Promise<void>;
}

/** Starts the product with two enterprises and somebody of every role signed in. */
export async function startTestServer(env: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  const database = await openTestDatabase();
  const server = await startServer(
    readServerConfig({ ...settings(database.url), ...env }),
    fail,
    false,
  );
  const url = `http://127.0.0.1:${server.port}`;
  const { tokens, enterprises } = await populate(server.app, url);
  const as = (role: Role, side: Side = 'own') =>
    new ApiClient(url, tokens.get(`${side} ${role}`) ?? tokens.get(role));
  return {
    url,
    jt808Port: server.jt808Port,
    app: server.app,
    database,
    enterprises,
    as,
    signInPhone: async (side, driverId) =>
      new ApiClient(url, await signInPhone(url, as('dispatcher', side), driverId)),
    stranger: new ApiClient(url, undefined),
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}

const settings = (databaseUrl: string): NodeJS.ProcessEnv => ({
  DATABASE_URL: databaseUrl,
  PORT: '0',
  HOST: '127.0.0.1',
  JT808_PORT: '0',
  JT808_HOST: '127.0.0.1',
  JT808_THREADS: '0',
  WEB_DIR: 'test/support/no-web',
  ADMIN_PASSWORD: PASSWORD,
  SOLVER_THREADS: '0',
  IMPORT_THREADS: '0',
  FILES_DIR: join(tmpdir(), 'tongyun-test-files'),
});

const fail = (error: Error): never => {
  throw error;
};

async function populate(app: NestExpressApplication, url: string) {
  const tokens = new Map<string, string>();
  const signUp = async (name: string, role: Role, enterpriseId: EnterpriseId | null) => {
    const username = name.replace(' ', '.');
    await app.get(CreateUserService, { strict: false }).create(SYSTEM_SCOPE, {
      username,
      password: PASSWORD,
      displayName: name,
      roles: [role],
      enterpriseId,
      ...POSTS[role],
    });
    tokens.set(name, await signIn(url, username));
  };
  for (const role of ROLES) {
    const isOfEnterprise = role === 'driver' || ENTERPRISE_STAFF.some((staff) => staff === role);
    if (!isOfEnterprise) await signUp(role, role, null);
  }
  const administration = new ApiClient(url, tokens.get('concrete_admin'));
  const enterprises = { own: await found('own'), other: await found('other') };
  return { tokens, enterprises };

  async function found(side: Side): Promise<TestEnterprise> {
    const names = { name: `Enterprise ${side}`, shortName: side, district: 'Binjiang' };
    const { id } = await sent<{ id: EnterpriseId }>(administration.post('enterprises', names));
    for (const role of ENTERPRISE_STAFF) await signUp(`${side} ${role}`, role, id);
    const dispatcher = new ApiClient(url, tokens.get(`${side} dispatcher`));
    const driver = { enterpriseId: id, name: `Driver ${side}`, phone: '13800001111' };
    const { id: driverId } = await sent<{ id: string }>(dispatcher.post('drivers', driver));
    tokens.set(`${side} driver`, await signInPhone(url, dispatcher, driverId));
    return { id, driverId };
  }
}

async function signIn(url: string, username: string): Promise<string> {
  const request = { username, password: PASSWORD, keep: 'body' };
  const session = new ApiClient(url, undefined).post('auth/sign-in', request);
  return (await sent<{ accessToken: string }>(session)).accessToken;
}

async function signInPhone(url: string, dispatcher: ApiClient, driverId: string): Promise<string> {
  const { code } = await sent<{ code: string }>(dispatcher.post('auth/device-codes', { driverId }));
  const request = { code, deviceName: 'test phone', keep: 'body' };
  const session = new ApiClient(url, undefined).post('auth/device-sign-in', request);
  return (await sent<{ accessToken: string }>(session)).accessToken;
}
