import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { PhoneKeyEntity } from '@tongyun/accounts/data';
import { DutyEntity } from '@tongyun/deliveries/data';
import { addMinutes, type DutyId, newId, type UserId, type VehicleId } from '@tongyun/kernel';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { createDataSource } from '../../database/data-source.js';
import {
  startThrowawayPostgres,
  type ThrowawayPostgres,
} from '../../scripts/throwaway-postgres.mjs';
import { buildWorks, type ConcreteWorks } from '../support/concrete-works.js';
import { type AppProcess, apiOn, buildApp, freePort } from './app-process.js';
import { StubbornPhone } from './stubborn-phone.js';

const CLOCK_IN = addMinutes(new Date(Math.floor(Date.now() / 1_000) * 1_000), -60);
/** Of each phone, before the kill and after it. */
const ENOUGH = 20;
const PHONES = 3;
const DATABASE = 'tongyun';

interface OnDuty {
  readonly vehicleId: VehicleId;
  readonly key: string;
}

/** A mixer whose driver is on duty with a phone that reports by a key. */
async function goOnDuty(manager: EntityManager, works: ConcreteWorks): Promise<OnDuty> {
  const { enterpriseId } = works;
  const { id: vehicleId } = await works.addMixer();
  const { id: driverId } = await works.addDriver();
  const key = randomBytes(12).toString('base64url');
  await manager.insert(DutyEntity, {
    id: newId<DutyId>(),
    enterpriseId,
    driverId,
    vehicleId,
    state: 'checked_in',
    clockInAt: CLOCK_IN,
    clockOutAt: null,
  });
  await manager.insert(PhoneKeyEntity, {
    id: newId<string>(),
    keyHash: createHash('sha256').update(key).digest('hex'),
    driverId,
    enterpriseId,
    deviceName: 'a phone',
    issuedBy: newId<UserId>(),
    issuedAt: CLOCK_IN,
  });
  return { vehicleId, key };
}

describe('what the api has acknowledged', () => {
  let postgres: ThrowawayPostgres;
  let api: AppProcess;
  const victims = { api: [] as OnDuty[], database: [] as OnDuty[] };

  beforeAll(async () => {
    buildApp('api');
    postgres = await startThrowawayPostgres(['fsync=on']);
    const admin = new Client({ connectionString: postgres.urlOf('postgres') });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${DATABASE}`);
    await admin.end();
    const dataSource = await createDataSource(postgres.urlOf(DATABASE)).initialize();
    await dataSource.runMigrations();
    const works = await buildWorks(dataSource.manager);
    for (const onDuty of Object.values(victims)) {
      while (onDuty.length < PHONES) onDuty.push(await goOnDuty(dataSource.manager, works));
    }
    await dataSource.destroy();
    api = apiOn(postgres.urlOf(DATABASE), await freePort());
    await api.start();
  }, 240_000);
  afterAll(async () => {
    await api?.end('SIGTERM');
    await postgres?.stop();
  }, 60_000);

  async function query<Row>(sql: string, vehicleId: VehicleId): Promise<Row[]> {
    const client = new Client({ connectionString: postgres.urlOf(DATABASE) });
    await client.connect();
    const { rows } = await client.query(sql, [vehicleId]);
    await client.end();
    return rows;
  }

  const storedOf = async (vehicleId: VehicleId): Promise<number[]> =>
    (
      await query<{ at: Date }>('SELECT at FROM fix WHERE vehicle_id = $1 ORDER BY at', vehicleId)
    ).map(({ at }) => at.getTime());
  const judgedUpTo = async (vehicleId: VehicleId): Promise<number | undefined> => {
    const sql = 'SELECT fix_at FROM vehicle_track WHERE vehicle_id = $1';
    return (await query<{ fix_at: Date }>(sql, vehicleId))[0]?.fix_at.getTime();
  };

  const kill = {
    api: async () => {
      await api.end('SIGKILL');
      await api.start();
    },
    database: () => postgres.killAndStartAgain(),
  };

  it.each(['api', 'database'] as const)(
    'is kept and judged once when the %s is killed at work, and work goes on afterwards',
    async (victim) => {
      const onDuty = victims[victim];
      const phones = onDuty.map(({ key }) => new StubbornPhone(key, api.port, +CLOCK_IN));
      const reporting = phones.map((phone) => phone.report());
      const untilEachHas = async (count: number) => {
        while (!phones.every(({ acknowledged }) => acknowledged.length >= count)) await wait(20);
      };
      await untilEachHas(ENOUGH);

      await kill[victim]();
      const before = Math.max(...phones.map(({ acknowledged }) => acknowledged.length));
      await untilEachHas(before + ENOUGH);
      for (const phone of phones) phone.stop();
      await Promise.all(reporting);

      for (const [nth, { acknowledged }] of phones.entries()) {
        const { vehicleId } = onDuty[nth]!;
        expect(await storedOf(vehicleId)).toEqual(expect.arrayContaining(acknowledged));
        // The dead process's leases run out first.
        while ((await judgedUpTo(vehicleId)) !== (await storedOf(vehicleId)).at(-1))
          await wait(200);
        const sql = `SELECT verdict, count(*)::int FROM fix WHERE vehicle_id = $1 GROUP BY verdict`;
        const stored = await storedOf(vehicleId);
        expect(await query(sql, vehicleId)).toEqual([{ verdict: 'ok', count: stored.length }]);
        expect(
          await query('SELECT code, started_at FROM alert WHERE vehicle_id = $1', vehicleId),
        ).toEqual([{ code: 'overspeed', started_at: CLOCK_IN }]);
      }
    },
    180_000,
  );
});
