import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

/** Long enough for a request to get as far as the database. */
const ON_ITS_WAY_MS = 300;

// On a server: the embedded database has one backend, which whoever holds a lock takes from everybody.
describe('the product when it is told to end', () => {
  let server: TestServer;
  let blocker: Client;
  const errors: unknown[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    blocker = new Client({ connectionString: server.database.url });
    await blocker.connect();
    const log = new ConsoleLogger({ logLevels: ['error'] });
    log.error = (...words: unknown[]) => void errors.push(words);
    Logger.overrideLogger(log);
  });
  afterAll(async () => {
    Logger.overrideLogger(false);
    await blocker?.end();
    await server?.close();
  });

  it('answers what is asked, also for who has left, lets nobody in, and says of no lost database', async () => {
    const dispatcher = server.as('dispatcher');
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE site, driver IN ACCESS EXCLUSIVE MODE');
    const asked = dispatcher.get('sites');
    await leaveBeforeTheAnswer('drivers', dispatcher.token!);
    await wait(ON_ITS_WAY_MS);

    const ended = server.app.close();
    await until(() => isShut(server.url));
    await wait(ON_ITS_WAY_MS);
    await blocker.query('COMMIT');

    expect(await asked).toMatchObject({ status: 200 });
    await ended;
    await wait(ON_ITS_WAY_MS);
    expect(errors).toEqual([]);
  });

  /** A phone in a tunnel: the request has come, the connection is gone. */
  async function leaveBeforeTheAnswer(path: string, token: string): Promise<void> {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const lines = [`GET /api/v1/${path} HTTP/1.1`, `Host: ${hostname}`];
    socket.write(`${[...lines, `Authorization: Bearer ${token}`].join('\r\n')}\r\n\r\n`);
    await wait(ON_ITS_WAY_MS);
    socket.destroy();
  }
});

const isShut = (url: string): Promise<boolean> =>
  fetch(`${url}/health/live`).then(
    () => false,
    () => true,
  );
