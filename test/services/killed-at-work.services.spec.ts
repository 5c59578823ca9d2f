import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { createDataSource } from '../../database/data-source.js';
import {
  startThrowawayPostgres,
  type ThrowawayPostgres,
} from '../../scripts/throwaway-postgres.mjs';
import { type AppProcess, buildApp, freePort, gatewayOn, serverOn } from './app-process.js';
import { StubbornTerminal } from './stubborn-terminal.js';

const START_MS = Date.UTC(2026, 10, 23);
/** Of each terminal, before the kill and after it. */
const ENOUGH = 20;
const DATABASE = 'tongyun';

describe.each(['gateway', 'server'] as const)('what the %s has acknowledged', (app) => {
  let postgres: ThrowawayPostgres;
  let gateway: AppProcess;
  let httpPort: number;

  beforeAll(async () => {
    buildApp(app);
    postgres = await startThrowawayPostgres(['fsync=on']);
    const admin = new Client({ connectionString: postgres.urlOf('postgres') });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${DATABASE}`);
    await admin.end();
    const dataSource = await createDataSource(postgres.urlOf(DATABASE)).initialize();
    await dataSource.runMigrations();
    await dataSource.destroy();
    httpPort = await freePort();
    gateway =
      app === 'gateway'
        ? gatewayOn(postgres.urlOf(DATABASE), await freePort())
        : serverOn(postgres.urlOf(DATABASE), await freePort(), httpPort);
    await gateway.start();
  }, 180_000);
  afterAll(async () => {
    await gateway?.end('SIGTERM');
    await postgres?.stop();
  }, 60_000);

  const storedOf = async (phone: string): Promise<Set<number>> => {
    const client = new Client({ connectionString: postgres.urlOf(DATABASE) });
    await client.connect();
    const { rows } = await client.query<{ at: Date }>(
      `SELECT fix.at FROM fix JOIN terminal ON terminal.id = fix.terminal_id
       WHERE terminal.phone = $1`,
      [phone],
    );
    await client.end();
    return new Set(rows.map(({ at }) => at.getTime()));
  };

  const kill = {
    process: async () => {
      await gateway.end('SIGKILL');
      await gateway.start();
    },
    database: () => postgres.killAndStartAgain(),
  };

  it.each(['process', 'database'] as const)(
    'is kept when the %s is killed at work, and work goes on afterwards',
    async (victim) => {
      const phones = [1, 2, 3, 4].map((nth) => `1370000${victim.length}00${nth}`);
      const terminals = phones.map((phone) => new StubbornTerminal(phone, gateway.port, START_MS));
      const reporting = terminals.map((terminal) => terminal.report());
      const untilEachHas = async (count: number) => {
        while (!terminals.every(({ acknowledged }) => acknowledged.length >= count)) await wait(20);
      };
      await untilEachHas(ENOUGH);

      await kill[victim]();
      const before = Math.max(...terminals.map(({ acknowledged }) => acknowledged.length));
      await untilEachHas(before + ENOUGH);
      for (const terminal of terminals) terminal.stop();
      await Promise.all(reporting);

      for (const [nth, { acknowledged }] of terminals.entries()) {
        const stored = await storedOf(phones[nth]!);
        expect(acknowledged.filter((atMs) => !stored.has(atMs))).toEqual([]);
      }
    },
    120_000,
  );

  if (app === 'server') {
    it('is told of by the thread that took it in', async () => {
      const metrics = await (await fetch(`http://127.0.0.1:${httpPort}/metrics`)).text();

      expect(metrics).toMatch(/^jt808_fixes_total\{result="stored"\} [1-9]/m);
      expect(metrics).toMatch(/^jt808_connections \d/m);
    });

    it('is judged, all of it', async () => {
      const client = new Client({ connectionString: postgres.urlOf(DATABASE) });
      await client.connect();
      const waiting = async () =>
        (await client.query(`SELECT first_arrival FROM fix_waiting`)).rowCount ?? 0;
      while ((await waiting()) > 0) await wait(100);
      const { rows } = await client.query(
        `SELECT terminal.phone FROM terminal LEFT JOIN vehicle_track USING (vehicle_id)
         WHERE vehicle_track.vehicle_id IS NULL`,
      );
      await client.end();

      expect(rows).toEqual([]);
    }, 60_000);
  }
});
