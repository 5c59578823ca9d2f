import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../support/api-client.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('secrets in answers', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.close());

  /** Rows kept for a call's `Idempotency-Key`, once the call has been answered with success. */
  async function keptOf(caller: ApiClient, path: string, body: object): Promise<number> {
    const key = randomUUID();
    const { status } = await caller.post(path, body, { 'idempotency-key': key });
    expect(status).toBeLessThan(300);
    const rows = await server.database.dataSource.query(
      'SELECT 1 FROM idempotent_answer WHERE key = $1',
      [key],
    );
    return rows.length;
  }

  it('are kept for no repetition: a phone’s code', async () => {
    const { driverId } = server.enterprises.own;

    expect(await keptOf(server.as('dispatcher'), 'auth/device-codes', { driverId })).toBe(0);
  });

  it('are kept for no repetition: the key of a phone’s app', async () => {
    const { driverId } = server.enterprises.own;
    const request = { driverId, deviceName: 'spare phone' };

    expect(await keptOf(server.as('dispatcher'), 'phone-keys', request)).toBe(0);
  });

  it('are kept for no repetition: the sign-in after a new password', async () => {
    const passwords = { current: 'correct horse battery', next: 'another long password' };

    expect(await keptOf(server.as('auditor'), 'auth/password', passwords)).toBe(0);
  });

  it('leave other answers to be repeated', async () => {
    const { id: enterpriseId } = server.enterprises.own;
    const driver = { enterpriseId, name: 'Zhao Min', phone: '13800002222' };

    expect(await keptOf(server.as('dispatcher'), 'drivers', driver)).toBe(1);
  });
});
