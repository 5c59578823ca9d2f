import { newId, SYSTEM_SCOPE } from '@tongyun/kernel';
import type { EntityManager } from 'typeorm';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { CityRows } from './city-rows.js';

const TODAY = { from: '2026-11-23', to: '2026-11-23' };
const period = {
  from: new Date('2026-11-22T16:00:00Z'),
  to: new Date('2026-11-23T16:00:00Z'),
  now: new Date('2026-11-23T02:00:00Z'),
  timeZone: 'Asia/Shanghai',
};

describe('what the city sums up', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
    const { manager } = database.dataSource;
    // Two years of ten trips a day.
    await manager.query(
      `INSERT INTO declared_trip (id, enterprise_id, trip_no, plant_id, vehicle_id, site_name, grade,
         m3, left_plant_at, discharged_at, declared_by, declared_at)
       SELECT gen_random_uuid(), $1, nth::text, $1, $1, '一号楼', 'C30', 8, left_at,
         left_at + interval '1 hour', $1, left_at
       FROM generate_series(1, 7300) AS nth,
         LATERAL (SELECT $2::timestamptz - nth * interval '144 minutes' AS left_at) AS at`,
      [newId<string>(), period.to],
    );
    await manager.query('ANALYZE declared_trip');
  });
  afterAll(() => database?.close());

  /** How the database goes about a question, instead of its answer. */
  const explaining = () => {
    const { manager } = database.dataSource;
    const query = (sql: string, values: unknown[]) => manager.query(`EXPLAIN ${sql}`, values);
    return { query } as unknown as EntityManager;
  };

  it('reads the declared trips of its days alone, not those of years', async () => {
    const rows = new CityRows();
    const plans = [
      await rows.figures(explaining(), SYSTEM_SCOPE, TODAY, period),
      await rows.days(explaining(), SYSTEM_SCOPE, TODAY, period),
    ];

    const readByDischarge = plans.map((plan) =>
      JSON.stringify(plan).includes('declared_trip_done'),
    );
    expect(readByDischarge).toEqual([true, true]);
  });
});
