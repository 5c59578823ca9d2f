// The whole product with a small Hangzhou in it: one server process and one simulator beside it.
import { spawn } from 'node:child_process';
import { buildWhenStale } from './build-when-stale.mjs';
import { PRODUCT_FLAGS } from './product-flags.mjs';

const port = process.env.PORT ?? '3000';
const jt808Port = process.env.JT808_PORT ?? '7611';
const speed = process.env.DEMO_SPEED ?? '3';
const READY_WITHIN_MS = 180_000;

await buildWhenStale();

// What the demo prints must not drown in a line for every request.
const env = { LOG_LEVEL: 'warn', ...process.env, PORT: port, JT808_PORT: jt808Port, DEMO: '1' };
const children = new Set();
let isStopping = false;

function start(name, file, args = []) {
  // A group of its own: Ctrl-C reaches this script alone, which then stops its children in order.
  const child = spawn(process.execPath, [...PRODUCT_FLAGS, file, ...args], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
  children.add(child);
  child.once('exit', (code) => {
    children.delete(child);
    if (!isStopping) {
      console.error(`${name} ended with code ${code}`);
      void stop(code ?? 1);
    }
  });
  return child;
}

const ended = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', resolve);
  });

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  for (const child of [simulator, server]) {
    if (!child) continue;
    child.kill('SIGTERM');
    await ended(child);
  }
  process.exit(code);
}

async function isReady() {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    return false; // not listening yet
  }
}

let simulator;
const server = start('server', 'dist/apps/server/main.js');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));

const deadline = Date.now() + READY_WITHIN_MS;
while (!isStopping && !(await isReady())) {
  if (Date.now() > deadline) {
    console.error('The server did not become ready in time');
    await stop(1);
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
}
if (!isStopping) {
  simulator = start('simulator', 'dist/apps/simulator/main.js', [
    '--api',
    `http://127.0.0.1:${port}`,
    '--jt808',
    `127.0.0.1:${jt808Port}`,
    '--speed',
    speed,
  ]);
}
