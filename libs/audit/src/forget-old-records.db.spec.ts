import { addMinutes, newId } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AuditModule } from './audit.module.js';
import { ForgetOldRecordsService } from './forget-old-records.service.js';
import { firstIdAt } from './rules/time-ordered-id.js';
import { SealRecordsService } from './seal-records.service.js';
import { VerifyRecordsService } from './verify-records.service.js';

const DAY_MIN = 1_440;
const NOW = new Date();

describe('records that were kept long enough', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let now = NOW;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [AuditModule], { now: () => now });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const query = (sql: string, values: readonly unknown[] = []) =>
    database.dataSource.query(sql, [...values]);
  const ago = (days: number): Date => addMinutes(NOW, -days * DAY_MIN);
  const look = (at: Date): Promise<unknown> =>
    query(
      `INSERT INTO track_access (id, vehicle_id, kind, span_from, span_to, asked_by, asked_at)
       VALUES ($1, $2, 'track', $3, $3, $2, $3)`,
      [firstIdAt(at), newId(), at],
    );
  const see = (at: Date): Promise<unknown> =>
    query(
      `INSERT INTO sighting (id, plate_no, camera_id, crs, lng_sent, lat_sent, lng, lat, seen_at,
         received_at, reported_by, outcome, zone_ids, zone_names)
       VALUES (gen_random_uuid(), '浙A12345', 'K1', 'wgs84', 120, 30, 120, 30, $1, $1, $2, 'unknown', '{}',
         '{}')`,
      [at, newId()],
    );
  const aKey = (revokedAt: Date | null) =>
    query(
      `INSERT INTO phone_key (id, key_hash, driver_id, enterprise_id, device_name, issued_by,
         issued_at, revoked_by, revoked_at)
       VALUES ($1, $1::uuid::text, $1, $1, 'x', $1, $2, $1, $3)`,
      [newId(), ago(2_000), revokedAt],
    );
  const aToken = (expiresAt: Date) =>
    query(
      `INSERT INTO refresh_token (id, family_id, user_id, token_hash, issued_at, expires_at)
       VALUES ($1, $1, $1, $1::uuid::text, $2, $3)`,
      [newId(), ago(2_000), expiresAt],
    );
  const aSubscription = (endedAt: Date | null) =>
    query(
      `INSERT INTO push_subscription (id, driver_id, endpoint, p256dh, auth, created_at, ended_at)
       VALUES ($1, $1, $1::uuid::text, 'x', 'x', $2, $3)`,
      [newId(), ago(2_000), endedAt],
    );
  const countOf = async (table: string): Promise<number> => {
    const [row]: { count: number }[] = await query(`SELECT count(*)::int FROM ${table}`);
    return row!.count;
  };

  it('go by kind, and the chain stays whole', async () => {
    const { value: days } = await module
      .get(PolicyQueries)
      .valueAt('records.track_access_days', NOW);
    await look(ago(days + 1));
    await look(ago(days - 1));
    await module.get(SealRecordsService).seal();

    await module.get(ForgetOldRecordsService).forget();

    const found: unknown[] = [];
    const verdict = await module.get(VerifyRecordsService).verify((finding) => found.push(finding));
    expect(await countOf('track_access')).toBe(1);
    expect(found).toEqual([]);
    expect(verdict.keptNoLonger).toBe(1);
  });

  it('go by when they were received where their ids come from outside', async () => {
    await see(ago(191));
    await see(ago(189));

    await module.get(ForgetOldRecordsService).forget();

    expect(await countOf('sighting')).toBe(1);
    await expect(query('DELETE FROM sighting')).rejects.toThrow(/only added/);
  });

  it('go by when they were over where they are in use for a time', async () => {
    for (const revokedAt of [ago(366), ago(364), null]) await aKey(revokedAt);
    for (const expiresAt of [ago(91), ago(89), NOW]) await aToken(expiresAt);
    for (const endedAt of [ago(91), ago(89), null]) await aSubscription(endedAt);

    await module.get(ForgetOldRecordsService).forget();

    for (const table of ['phone_key', 'refresh_token', 'push_subscription']) {
      expect({ table, left: await countOf(table) }).toEqual({ table, left: 2 });
    }
  });

  it('leave a sealed word that they went, and none where nothing did', async () => {
    now = addMinutes(NOW, 2);
    await module.get(ForgetOldRecordsService).forget();
    await module.get(SealRecordsService).seal();

    const sealed: { source: string }[] = await query(
      `SELECT r.source FROM audit_removal r JOIN audit_entry e ON e.row_id = r.id ORDER BY r.id`,
    );
    expect(sealed.map(({ source }) => source)).toEqual([
      'track_access',
      'sighting',
      'refresh_token',
      'phone_key',
      'push_subscription',
    ]);
  });
});
