// Jest's global set-up: gives specs embedded databases that outlive a spec file, since starting one takes seconds.
//
// A spec asks over HTTP (test/support/test-database.ts), because Jest runs every file in a world of its own. Nothing
// is started before the first one asks, so a run of pure specs costs nothing.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundle } from '../../scripts/bundle.mjs';

const OUT_DIR = resolve('node_modules/.cache/tongyun/test-database');
const THREAD = `embedded-database-thread-${process.pid}`;
const THREAD_FILE = `${OUT_DIR}/${THREAD}.mjs`;

/** The thread's code, bundled once a run. */
let bundled;
const bundleThread = () =>
  (bundled ??= bundle({ [THREAD]: 'test/support/embedded-database-thread.ts' }, OUT_DIR));

async function start(snapshotFile) {
  await bundleThread();
  const thread = new Worker(THREAD_FILE, {
    workerData: { snapshotFile },
  });
  const url = await new Promise((settle, reject) => {
    thread.once('message', settle);
    thread.once('error', reject);
  });
  return { thread, url, snapshotFile };
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

export default async function giveDatabases() {
  const databases = [];
  const idle = new Set();

  const give = async ({ snapshotFile }) => {
    const used = [...idle].find((it) => it.snapshotFile === snapshotFile);
    if (used) {
      idle.delete(used);
      return { url: used.url, isUsed: true };
    }
    const started = await start(snapshotFile);
    databases.push(started);
    return { url: started.url, isUsed: false };
  };
  const takeBack = ({ url }) => {
    idle.add(databases.find((it) => it.url === url));
    return {};
  };
  // One worker makes the snapshot that all start from; the others wait for it.
  const turn = { ended: null, end: null };
  const takeTurn = async ({ snapshotFile }) => {
    while (turn.ended) await turn.ended;
    if (existsSync(snapshotFile)) return { isMine: false };
    turn.ended = new Promise((settle) => {
      turn.end = settle;
    });
    return { isMine: true };
  };
  const endTurn = () => {
    turn.ended = null;
    turn.end();
    return {};
  };
  const answers = {
    '/give': give,
    '/take-back': takeBack,
    '/take-turn': takeTurn,
    '/end-turn': endTurn,
  };

  const server = createServer((request, response) => {
    bodyOf(request)
      .then((body) => answers[request.url](body))
      .then((answer) => response.end(JSON.stringify(answer)))
      .catch((error) => response.writeHead(500).end(String(error.stack)));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  process.env.TEST_DATABASE_GIVER = `http://127.0.0.1:${server.address().port}`;

  globalThis.takeDatabasesBack = async () => {
    server.closeAllConnections();
    server.close();
    await Promise.all(databases.map(({ thread }) => thread.terminate()));
    await rm(THREAD_FILE, { force: true });
  };
}
