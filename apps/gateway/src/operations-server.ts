import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { JudgeBacklog } from '@tongyun/tracking';
import { collectDefaultMetrics, type Registry } from 'prom-client';

/**
 * Answers who runs the gateway, on a port of its own: `/health/live`, whether the process answers;
 * `/health/ready`, whether the database does, without which no fix is stored or acknowledged; on every
 * other path what Prometheus collects.
 */
export async function serveOperations(
  port: number,
  backlog: Pick<JudgeBacklog, 'count'>,
  registry: Registry,
): Promise<Server> {
  collectDefaultMetrics({ register: registry });
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://gateway');
    if (pathname === '/health/live') return say(response, 200, { status: 'ok' });
    if (pathname === '/health/ready') return sayWhetherReady(response, backlog);
    response.setHeader('Content-Type', registry.contentType);
    response.end(await registry.metrics());
  });
  server.listen(port);
  await once(server, 'listening');
  return server;
}

async function sayWhetherReady(
  response: ServerResponse,
  backlog: Pick<JudgeBacklog, 'count'>,
): Promise<void> {
  try {
    const waiting = await backlog.count();
    say(response, 200, { status: 'ok', details: { judge: { status: 'up', waiting } } });
  } catch {
    const reason = 'the database does not answer';
    say(response, 503, { status: 'error', details: { database: { status: 'down', reason } } });
  }
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
