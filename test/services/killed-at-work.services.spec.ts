import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { createDataSource } from '../../database/data-source.js';
import {
  startThrowawayPostgres,
  type ThrowawayPostgres,
} from '../../scripts/throwaway-postgres.mjs';
import { type AppProcess, buildApp, freePort, gatewayOn } from './app-process.js';
import { StubbornTerminal } from './stubborn-terminal.js';

const START_MS = Date.UTC(2026, 10, 23);
/** Of each terminal, before the kill and after it. */
const ENOUGH = 20;
const DATABASE = 'tongyun';

describe('what the gateway has acknowledged', () => {
  let postgres: ThrowawayPostgres;
  let gateway: AppProcess;

  beforeAll(async () => {
    buildApp('gateway');
    postgres = await startThrowawayPostgres(['fsync=on']);
    const admin = new Client({ connectionString: postgres.urlOf('postgres') });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${DATABASE}`);
    await admin.end();
    const dataSource = await createDataSource(postgres.urlOf(DATABASE)).initialize();
    await dataSource.runMigrations();
    await dataSource.destroy();
    gateway = gatewayOn(postgres.urlOf(DATABASE), await freePort());
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
    gateway: async () => {
      await gateway.end('SIGKILL');
      await gateway.start();
    },
    database: () => postgres.killAndStartAgain(),
  };

  it.each(['gateway', 'database'] as const)(
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
});
