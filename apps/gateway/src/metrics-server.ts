import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, register } from 'prom-client';

/** Answers Prometheus on a port of its own; every path gives the same. */
export async function serveMetrics(port: number): Promise<Server> {
  collectDefaultMetrics({ register });
  const server = createServer(async (_request, response) => {
    response.setHeader('Content-Type', register.contentType);
    response.end(await register.metrics());
  });
  server.listen(port);
  await once(server, 'listening');
  return server;
}
