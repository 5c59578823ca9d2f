import { type DriverId, newId } from '@tongyun/kernel';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { OWN_DATA, OwnData } from './data/own-data.repository.js';

/** Left out, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  fix_waiting: 'positions on their way to be judged: they are in `fix` too',
};

describe('what a driver may have of himself', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  it('is of every table that names a driver', async () => {
    const tables: { name: string }[] = await database.dataSource.query(
      `SELECT c.relname AS name FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'driver_id' AND NOT a.attisdropped
       WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
    );

    const missing = tables
      .map(({ name }) => name)
      .filter((name) => !(name in LEFT_OUT) && !new RegExp(`\\b${name}\\b`).test(OWN_DATA));

    expect(missing).toEqual([]);
  });

  it('is of first rounds and plans too, which name drivers in documents', async () => {
    const [id, other, enterpriseId, planId] = [newId(), newId(), newId(), newId()];
    const query = (sql: string, values: readonly unknown[]) =>
      database.dataSource.query(sql, [...values]);
    const at = '2026-11-30T06:00:00.000Z';
    await query(
      `INSERT INTO enterprise (id, name, short_name, district, mode, created_at)
       VALUES ($1, '某站', '某', '萧山', 'dispatch', $2)`,
      [enterpriseId, at],
    );
    await query(
      `INSERT INTO driver (id, enterprise_id, name, phone, licence_class, created_at)
       VALUES ($1, $2, '张三', '13800001111', 'B2', $3)`,
      [id, enterpriseId, at],
    );
    const row = { plateNo: '浙A12345', callInAt: at, reasons: [{ code: 'training_expired' }] };
    const items = [
      { ...row, driverId: id, replacement: null },
      { ...row, driverId: other, replacement: { driverId: id } },
      { ...row, driverId: other, replacement: null },
    ];
    await query(
      `INSERT INTO call_in_check (id, plan_id, enterprise_id, kind, revision, judged_at, items)
       VALUES ($1, $1, $2, 'release', 1, $3, $4)`,
      [newId(), enterpriseId, at, JSON.stringify(items)],
    );
    await query(
      `INSERT INTO day_plan (id, enterprise_id, operating_on, revision)
       VALUES ($1, $2, '2026-11-30', 2), ($3, $2, '2026-12-01', 1)`,
      [planId, enterpriseId, newId()],
    );
    const refused = { kind: 'driver_refused', at, reason: '', codes: ['training_expired'] };
    const content = {
      loads: [{ driverId: id }, { driverId: other }],
      pumpJobs: [],
      events: [
        { ...refused, driverId: id },
        { ...refused, driverId: other },
      ],
    };
    await query(
      `INSERT INTO day_plan_revision (plan_id, revision, kind, by_user, by_name, at, content)
       VALUES ($1, 1, 'planned', $1, 'x', $2, '{"loads":[],"pumpJobs":[],"events":[]}'),
         ($1, 2, 'event', $1, 'x', $2, $3)`,
      [planId, at, JSON.stringify(content)],
    );

    const data = await new OwnData().of(database.dataSource.manager, id as DriverId, new Date(at));

    const called = { kind: 'release', judgedAt: at, plateNo: '浙A12345', callInAt: at };
    expect(data?.callIns).toEqual(
      expect.arrayContaining([
        { ...called, isReplacement: false, codes: ['training_expired'] },
        { ...called, isReplacement: true, codes: [] },
      ]),
    );
    expect(data?.callIns).toHaveLength(2);
    expect(data?.plannedDays).toEqual([
      { operatingOn: '2026-11-30', loads: 1, pumpJobs: 0, events: [refused] },
    ]);
  });
});
