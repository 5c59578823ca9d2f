import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderPage } from '@tongyun/contracts';
import { openKeptDatabase } from '@tongyun/platform';
import { Client } from 'pg';
import { readServerConfig } from '../../apps/server/src/config.js';
import { moveData } from '../../apps/server/src/move-data.js';
import { type RunningServer, startServer } from '../../apps/server/src/start-server.js';
import { ApiSession } from '../../apps/simulator/src/index.js';
import { createDataSource } from '../../database/data-source.js';
import { DEMO_PASSWORD } from '../../database/seeds/demo/sign-ins.js';
import {
  startThrowawayPostgres,
  type ThrowawayPostgres,
} from '../../scripts/throwaway-postgres.mjs';
import { openTableDigests } from '../support/table-digests.js';

const DATABASE = 'moved';

const fail = (error: Error): never => {
  throw error;
};

/** Of today, for which the product has made a place, and of a day that has none of its own. */
const FIXES = `
  INSERT INTO fix (vehicle_id, at, arrival, shard, source, received_at, crs, lng_sent, lat_sent, lng, lat, extras)
  SELECT (SELECT id FROM vehicle ORDER BY id LIMIT 1), at, nextval('judge_arrival'), 0, 'jt808', at, 'wgs84',
    120.1, 30.2, 120.1, 30.2, '{"note": "a\\tb"}'
  FROM unnest(ARRAY[now(), now() - interval '3 years']) AS at`;
const WHERE_FIXES_LIE = `SELECT tableoid::regclass::text AS partition, at::text FROM fix ORDER BY at`;

const ask = async (connectionString: string, question: string): Promise<unknown[]> => {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
};

const digestsOf = async (url: string) => {
  const dataSource = await createDataSource(url).initialize();
  try {
    const look = await openTableDigests(dataSource);
    return await look();
  } finally {
    await dataSource.destroy();
  }
};

const ordersOn = async (server: RunningServer) => {
  const dispatcher = await ApiSession.signIn(
    `http://127.0.0.1:${server.port}`,
    'diaodu',
    DEMO_PASSWORD,
  );
  return dispatcher.all('orders', orderPage);
};

describe('data moved from the embedded database to a server', () => {
  let folder: string;
  let postgres: ThrowawayPostgres;
  const start = (env: NodeJS.ProcessEnv) =>
    startServer(readServerConfig({ ...settings(), ...env }), fail, false);
  const settings = (): NodeJS.ProcessEnv => ({
    DATA_DIR: folder,
    PORT: '0',
    HOST: '127.0.0.1',
    JT808_PORT: '0',
    JT808_HOST: '127.0.0.1',
    JT808_THREADS: '0',
    LOG_LEVEL: 'error',
  });
  const onServer = () => ({ DATABASE_URL: postgres.urlOf(DATABASE) });
  const move = () => moveData(readServerConfig({ ...settings(), ...onServer() }), fail);
  let before: Awaited<ReturnType<typeof ordersOn>>;
  let kept: ReadonlyMap<string, string>;
  let keptFixes: readonly unknown[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tongyun-moved-'));
    postgres = await startThrowawayPostgres();
    await ask(postgres.urlOf('postgres'), `CREATE DATABASE ${DATABASE}`);
    const server = await start({ DEMO: '1' });
    before = await ordersOn(server);
    await server.close();
    const database = await openKeptDatabase(folder, fail);
    await ask(database.url, FIXES);
    kept = await digestsOf(database.url);
    keptFixes = await ask(database.url, WHERE_FIXES_LIE);
    await database.close();
  }, 240_000);
  afterAll(async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is the same in every table, and the product goes on with it', async () => {
    const moved = await move();

    expect(moved.find(({ table }) => table === 'vehicle')).toEqual({ table: 'vehicle', rows: 51 });
    expect(await digestsOf(onServer().DATABASE_URL)).toEqual(kept);
    expect(keptFixes).toHaveLength(2);
    expect(await ask(onServer().DATABASE_URL, WHERE_FIXES_LIE)).toEqual(keptFixes);
    const server = await start(onServer());
    try {
      expect(before.length).toBeGreaterThan(0);
      expect(await ordersOn(server)).toEqual(before);
    } finally {
      await server.close();
    }
  }, 240_000);

  it('is refused by a database that has rows, which stays as it is', async () => {
    const there = await digestsOf(onServer().DATABASE_URL);

    await expect(move()).rejects.toThrow(/has rows already/);
    expect(await digestsOf(onServer().DATABASE_URL)).toEqual(there);
  }, 120_000);

  it('is refused where the folder keeps nothing, and the server stays as it is', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'tongyun-nothing-'));
    await ask(postgres.urlOf('postgres'), `CREATE DATABASE untouched`);
    const DATABASE_URL = postgres.urlOf('untouched');
    try {
      const config = readServerConfig({ ...settings(), DATA_DIR: empty, DATABASE_URL });

      await expect(moveData(config, fail)).rejects.toThrow(/nothing to move/);
      expect(await ask(DATABASE_URL, `SELECT to_regclass('vehicle') AS vehicle`)).toEqual([
        { vehicle: null },
      ]);
    } finally {
      rmSync(empty, { recursive: true, force: true });
    }
  }, 120_000);

  it('guards what was moved as the product does', async () => {
    const { DATABASE_URL } = onServer();

    await expect(ask(DATABASE_URL, `DELETE FROM compliance_decision`)).rejects.toThrow(
      /rows of compliance_decision are only added/,
    );
    expect(
      await ask(DATABASE_URL, `SELECT FROM pg_constraint WHERE contype = 'f' AND condeferrable`),
    ).toEqual([]);
  });
});
