// The dev loop: server and simulator rebuilt and restarted on every change, the web by Vite with its own reload.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { buildWhenStale } from './build-when-stale.mjs';
import { PRODUCT_FLAGS } from './product-flags.mjs';

const port = process.env.PORT ?? '3000';
const jt808Port = process.env.JT808_PORT ?? '7611';
const env = { ...process.env, PORT: port, JT808_PORT: jt808Port, DEMO: '1' };
const NEST = 'node_modules/@nestjs/cli/bin/nest.js';
const VITE = 'node_modules/vite/bin/vite.js';
const SERVER = 'dist/apps/server/main.js';
const SIMULATOR = 'dist/apps/simulator/main.js';

await buildWhenStale();
for (const file of [SERVER, SIMULATOR]) {
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);
}

const children = [
  [NEST, 'build', 'server', '--watch'],
  [NEST, 'build', 'simulator', '--watch'],
  [VITE, '--config', 'apps/web/vite.config.ts'],
  ['--watch', ...PRODUCT_FLAGS, SERVER],
  ['--watch', SIMULATOR, '--api', `http://127.0.0.1:${port}`, '--trucks', '10'],
].map((args) => spawn(process.execPath, args, { env, stdio: 'inherit' }));

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM');
  });
}
