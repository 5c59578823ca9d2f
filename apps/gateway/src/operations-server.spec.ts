import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Registry } from 'prom-client';
import { serveOperations } from './operations-server.js';

const NO_ANSWER = new Error('no answer');

describe('the gateway’s operations port', () => {
  let server: Server;
  let waiting: number | null = 0;

  beforeAll(async () => {
    const backlog = {
      count: () => (waiting === null ? Promise.reject(NO_ANSWER) : Promise.resolve(waiting)),
    };
    server = await serveOperations(0, backlog, new Registry());
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  const ask = async (path: string) => {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, text: await answer.text() };
  };

  it('says that it is ready, and how much waits for the judge', async () => {
    waiting = 7;

    const { status, text } = await ask('/health/ready');

    expect([status, JSON.parse(text)]).toEqual([
      200,
      { status: 'ok', details: { judge: { status: 'up', waiting: 7 } } },
    ]);
  });

  it('says no when the database does not answer, and lives on', async () => {
    waiting = null;

    expect(await ask('/health/ready')).toMatchObject({ status: 503 });
    expect(await ask('/health/live')).toEqual({ status: 200, text: '{"status":"ok"}' });
  });

  it('gives Prometheus what it collects, wherever it asks', async () => {
    for (const path of ['/', '/metrics']) {
      expect((await ask(path)).text).toContain('process_cpu_seconds_total');
    }
  });
});
