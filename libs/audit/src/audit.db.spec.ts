import type { AuditFinding } from '@tongyun/contracts';
import { addMinutes, newId, SYSTEM_SCOPE } from '@tongyun/kernel';
import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AuditModule } from './audit.module.js';
import { AuditQueries } from './audit-queries.service.js';
import { RequestVerificationService } from './request-verification.service.js';
import { RunVerificationsService } from './run-verifications.service.js';
import { firstIdAt, LAST_ID, NO_ID } from './rules/time-ordered-id.js';
import { SealRecordsService } from './seal-records.service.js';
import { type KnownHead, VerifyRecordsService } from './verify-records.service.js';

/** What a pass is worth, each term changed and put back. */
const TERMS = [
  [`zone_ids = zone_ids || gen_random_uuid()`, `zone_ids = zone_ids[1:1]`],
  [`roads = '{天目山路}'`, `roads = '{}'`],
  [`routes = '[{"name":"x","line":[]}]'`, `routes = '[]'`],
  [`hours = '[{"from":"00:00","to":"24:00"}]'`, `hours = '[]'`],
  [`valid_from = valid_from - interval '1 hour'`, `valid_from = valid_from + interval '1 hour'`],
  [`valid_to = valid_to + interval '1 hour'`, `valid_to = valid_to - interval '1 hour'`],
  [`leave_by = valid_to`, `leave_by = NULL`],
  [`pass_no = 'P-2'`, `pass_no = 'P-1'`],
] as const;

describe('the record', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let now = new Date();

  beforeEach(async () => {
    now = new Date();
    database = await openTestDatabase();
    module = await openTestModule(database, [AuditModule], { now: () => now });
  });
  afterEach(async () => {
    await module?.close();
    await database?.close();
  });

  const query = (sql: string, values: readonly unknown[] = []) =>
    database.dataSource.query(sql, [...values]);
  /** What somebody does who owns the database: past the guards. */
  const tamper = (sql: string, values: readonly unknown[] = []) =>
    database.dataSource.transaction(async (tx) => {
      await tx.query(`SET LOCAL session_replication_role = replica`);
      await tx.query(sql, [...values]);
    });
  const decide = async (note: string, id = newId<string>()): Promise<string> => {
    await query(
      `INSERT INTO alert_decision (id, alert_id, from_state, to_state, note, decided_by, decided_at)
       VALUES ($1, $2, 'open', 'closed', $3, $4, $5)`,
      [id, newId(), note, newId(), now],
    );
    return id;
  };
  /** Puts on record that rows of a kind go: those before one id, or only one. */
  const letGo = (source: string, beforeId: string, onlyId: string | null, at = now) =>
    query(
      `INSERT INTO audit_removal (id, source, before_id, only_id, policy_version, removed_at)
       VALUES ($1, $2, $3, $4, 'shipped', $5)`,
      [newId(), source, beforeId, onlyId, at],
    );
  const seal = async () => {
    now = addMinutes(now, 2);
    await module.get(SealRecordsService).seal();
  };
  const verify = async (known: readonly KnownHead[] = []) => {
    const findings: AuditFinding[] = [];
    const verdict = await module
      .get(VerifyRecordsService)
      .verify((finding) => findings.push(finding), known);
    return { ...verdict, findings };
  };
  const sealedThree = async () => {
    const ids = [await decide('first'), await decide('second'), await decide('third')];
    await seal();
    return ids;
  };

  it('is whole as long as nobody touches it', async () => {
    await sealedThree();
    await query(
      `INSERT INTO track_access (id, vehicle_id, kind, span_from, span_to, asked_by, asked_at)
       VALUES ($1, $2, 'track', $3, $3, $2, $3)`,
      [newId(), newId(), now],
    );
    await query(
      `INSERT INTO policy_value (id, key, scope, version, value, effective_from, source, confidence,
         decided_by, decided_at, reason)
       VALUES ($1, 'fix.keep_days', 'city', 1, '200', $3, 'us', 'decided', $2, $3, 'longer')`,
      [newId(), newId(), now],
    );
    await seal();

    expect(await verify()).toMatchObject({ entries: 5, waiting: 0, findings: [] });
  });

  it('is sealed once, in the order of its making, whoever seals and how often', async () => {
    const ids = await sealedThree();
    await seal();
    const other = await openTestModule(database, [AuditModule], { now: () => addMinutes(now, 5) });
    await other.get(SealRecordsService).seal();
    await other.close();

    const links: { row_id: string }[] = await query(
      `SELECT row_id FROM audit_entry ORDER BY sequence`,
    );
    expect(links.map(({ row_id }) => row_id)).toEqual(ids);
  });

  it('waits for what was just written', async () => {
    await decide('just now');

    await module.get(SealRecordsService).seal();

    expect(await verify()).toMatchObject({ entries: 0, waiting: 1, findings: [] });
  });

  it('seals more than one batch', async () => {
    await query(
      `INSERT INTO track_access (id, vehicle_id, kind, span_from, span_to, asked_by, asked_at)
       SELECT ('01990000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, $1, 'track', $2, $2, $1, $2
       FROM generate_series(1, 1234) n`,
      [newId(), now],
    );
    await seal();

    expect(await verify()).toMatchObject({ entries: 1_234, findings: [] });
  });

  it('shows a row that was changed', async () => {
    const [, second] = await sealedThree();

    await tamper(`UPDATE alert_decision SET note = 'never mind' WHERE id = $1`, [second]);

    expect((await verify()).findings).toEqual([
      { kind: 'changed', sequence: 2, source: 'alert_decision', rowId: second },
    ]);
  });

  it('shows a row that was removed', async () => {
    const [first] = await sealedThree();

    await tamper(`DELETE FROM alert_decision WHERE id = $1`, [first]);

    expect((await verify()).findings).toEqual([
      { kind: 'removed', sequence: 1, source: 'alert_decision', rowId: first },
    ]);
  });

  it('shows a row that was removed although its kind is kept for ever, whatever was put on record', async () => {
    const [first, second, third] = await sealedThree();
    await letGo('alert_decision', LAST_ID, null);
    await letGo('alert_decision', NO_ID, second!);
    // The guards let them go by those words.
    await query(`DELETE FROM alert_decision WHERE id <> $1`, [third]);
    await seal();

    const { findings, keptNoLonger } = await verify();

    expect(findings).toEqual([
      { kind: 'removed', sequence: 1, source: 'alert_decision', rowId: first },
      { kind: 'removed', sequence: 2, source: 'alert_decision', rowId: second },
    ]);
    expect(keptNoLonger).toBe(0);
  });

  it('shows a look at a track that was let go by itself, and a correction of a driver by its age', async () => {
    const [look, correction] = [newId<string>(), newId<string>()];
    await query(
      `INSERT INTO track_access (id, vehicle_id, kind, span_from, span_to, asked_by, asked_at)
       VALUES ($1, $1, 'track', $2, $2, $1, $2)`,
      [look, now],
    );
    await query(
      `INSERT INTO driver_decision (id, driver_id, kind, before, reason, decided_by, decided_at)
       VALUES ($1, $1, 'corrected', '{"name":"章三"}', 'typed wrongly', $1, $2)`,
      [correction, now],
    );
    await seal();
    await letGo('track_access', NO_ID, look);
    await letGo('driver_decision', LAST_ID, null);
    await query(`DELETE FROM track_access`);
    await query(`DELETE FROM driver_decision`);

    const { findings, keptNoLonger } = await verify();

    expect(findings).toEqual([
      { kind: 'removed', sequence: 1, source: 'driver_decision', rowId: correction },
      { kind: 'removed', sequence: 2, source: 'track_access', rowId: look },
    ]);
    expect(keptNoLonger).toBe(0);
  });

  it.each([
    { what: 'now', aheadDays: 0 },
    { what: 'by what is said to be a day to come', aheadDays: 400 },
  ])('shows a look that went $what, sooner than any policy lets it', async ({ aheadDays }) => {
    const [old, young] = [31, 29].map((days) => firstIdAt(addMinutes(now, -days * 1_440)));
    for (const id of [old, young]) {
      await query(
        `INSERT INTO track_access (id, vehicle_id, kind, span_from, span_to, asked_by, asked_at)
         VALUES ($1, $1, 'track', $2, $2, $1, $2)`,
        [id, now],
      );
    }
    await seal();
    await letGo('track_access', LAST_ID, null, addMinutes(now, aheadDays * 1_440));
    await query(`DELETE FROM track_access`);
    await seal();

    const { findings, keptNoLonger } = await verify();

    expect(findings).toEqual([
      { kind: 'removed', sequence: 2, source: 'track_access', rowId: young },
    ]);
    expect(keptNoLonger).toBe(1);
  });

  it('shows a row that was put in among older ones', async () => {
    await sealedThree();
    now = addMinutes(now, 400);
    await decide('long after', firstIdAt(addMinutes(now, -5)));
    await seal();

    const inserted = firstIdAt(addMinutes(now, -300));
    await decide('back-dated', inserted);

    expect((await verify()).findings).toEqual([
      { kind: 'inserted', sequence: null, source: 'alert_decision', rowId: inserted },
    ]);
  });

  it('shows a link that was changed together with its row', async () => {
    const [, second] = await sealedThree();
    await tamper(`UPDATE audit_entry SET digest = repeat('0', 64) WHERE row_id = $1`, [second]);

    const kinds = (await verify()).findings.map(({ kind, sequence }) => ({ kind, sequence }));
    expect(kinds).toEqual([
      { kind: 'broken', sequence: 2 },
      { kind: 'changed', sequence: 2 },
    ]);
  });

  it('shows a link that was taken out', async () => {
    const [, second] = await sealedThree();
    await tamper(`DELETE FROM audit_entry WHERE row_id = $1`, [second]);

    const { findings } = await verify();
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'out_of_sequence', sequence: 3 }),
    );
  });

  it('shows by a head noted elsewhere that the chain was closed anew', async () => {
    const [, second] = await sealedThree();
    const { head } = await verify();
    await tamper(`UPDATE alert_decision SET note = 'never mind' WHERE id = $1`, [second]);
    await tamper(`DELETE FROM audit_entry`);
    await seal();

    expect((await verify()).findings).toEqual([]);
    expect((await verify([head!])).findings).toEqual([
      { kind: 'head_lost', sequence: 3, source: null, rowId: null },
    ]);
  });

  it('is not rewritten by way of the product’s own connection', async () => {
    const [first] = await sealedThree();

    const refused = /only added/;
    await expect(
      query(`UPDATE alert_decision SET note = 'x' WHERE id = $1`, [first]),
    ).rejects.toThrow(refused);
    await expect(query(`DELETE FROM alert_decision WHERE id = $1`, [first])).rejects.toThrow(
      refused,
    );
    await expect(query(`TRUNCATE alert_decision`)).rejects.toThrow(refused);
    await expect(query(`DELETE FROM audit_entry`)).rejects.toThrow(refused);
    expect((await verify()).findings).toEqual([]);
  });

  it('lets a decision be ended beside it, once, and no word of it be changed', async () => {
    const id = newId<string>();
    await query(
      `INSERT INTO alert_mute (id, vehicle_id, code, ground, reason, valid_from, valid_to,
         decided_by, decided_at)
       VALUES ($1, $2, 'off_route', 'emergency', 'flood', $3, $3, $2, $3)`,
      [id, newId(), now],
    );
    await seal();
    const lift = () =>
      query(`UPDATE alert_mute SET lifted_at = $2, lifted_by = $3 WHERE id = $1`, [
        id,
        addMinutes(now, 1),
        newId(),
      ]);
    await lift();

    const refused = /ended once/;
    await expect(lift()).rejects.toThrow(refused);
    await expect(query(`UPDATE alert_mute SET lifted_at = NULL`)).rejects.toThrow(refused);
    await expect(query(`UPDATE alert_mute SET reason = 'x'`)).rejects.toThrow(refused);
    await expect(query(`DELETE FROM alert_mute`)).rejects.toThrow(refused);
    expect(await verify()).toMatchObject({ entries: 1, findings: [] });

    await tamper(`UPDATE alert_mute SET reason = 'never mind'`);
    expect((await verify()).findings).toEqual([
      { kind: 'changed', sequence: 1, source: 'alert_mute', rowId: id },
    ]);
  });

  it('lets a pass be suspended and given back, and none of its terms be changed', async () => {
    const id = newId<string>();
    await query(
      `INSERT INTO road_pass (id, pass_no, vehicle_id, zone_ids, hours, valid_from, valid_to,
         issuing_body, state, issued_by, issued_at)
       VALUES ($1, 'P-1', $2, ARRAY[$2::uuid], '[]', $3, $3, 'police', 'valid', $2, $3)`,
      [id, newId(), now],
    );
    await seal();
    for (const state of ['suspended', 'valid']) {
      await query(`UPDATE road_pass SET state = $1, tolerated_to = now(), version = version + 1`, [
        state,
      ]);
    }

    const refused = /only added/;
    await expect(query(`UPDATE road_pass SET valid_to = now()`)).rejects.toThrow(refused);
    await expect(query(`DELETE FROM road_pass`)).rejects.toThrow(refused);
    await expect(query(`TRUNCATE road_pass`)).rejects.toThrow(refused);
    expect(await verify()).toMatchObject({ entries: 1, findings: [] });

    for (const [change, back] of TERMS) {
      await expect(query(`UPDATE road_pass SET ${change}`)).rejects.toThrow(refused);
      await tamper(`UPDATE road_pass SET ${change}`);
      expect((await verify()).findings).toEqual([
        { kind: 'changed', sequence: 1, source: 'road_pass', rowId: id },
      ]);
      await tamper(`UPDATE road_pass SET ${back}`);
    }
    expect((await verify()).findings).toEqual([]);
  });

  it('names the withdrawal of a key of passes that was taken out or put on another key', async () => {
    const [made, withdrawn] = [newId<string>(), newId<string>()];
    await query(
      `INSERT INTO pass_key_decision (id, key_id, public_x, kind, reason, decided_by, decided_at)
       VALUES ($1, 'k1', 'x', 'made', 'yearly', $3, $4), ($2, 'k1', 'x', 'withdrawn', 'lost', $3, $4)`,
      [made, withdrawn, newId(), now],
    );
    await seal();
    await expect(query(`DELETE FROM pass_key_decision`)).rejects.toThrow(/only added/);

    await tamper(`UPDATE pass_key_decision SET public_x = 'y' WHERE id = $1`, [made]);
    await tamper(`DELETE FROM pass_key_decision WHERE id = $1`, [withdrawn]);

    expect((await verify()).findings).toEqual([
      { kind: 'changed', sequence: 1, source: 'pass_key_decision', rowId: made },
      { kind: 'removed', sequence: 2, source: 'pass_key_decision', rowId: withdrawn },
    ]);
  });

  it('seals in an hour what a long transaction brought late', async () => {
    const early = newId<string>();
    await sealedThree();
    await decide('written at last', early);
    now = addMinutes(now, 61);
    await seal();

    expect(await verify()).toMatchObject({ entries: 4, waiting: 0, findings: [] });
  });

  it('is read when somebody asks, and once a day', async () => {
    const runs = module.get(RunVerificationsService);
    await sealedThree();
    const asked = await module.get(RequestVerificationService).request(SYSTEM_SCOPE);
    await runs.runDue();
    await runs.runDue();
    now = addMinutes(now, 1_441);
    await tamper(`UPDATE alert_decision SET note = 'never mind'`);
    await runs.runDue();

    const { verifications, head } = await module.get(AuditQueries).state(SYSTEM_SCOPE);
    expect(verifications).toHaveLength(2);
    expect(verifications[0]).toMatchObject({ requestedBy: null, findingCount: 3 });
    expect(verifications[1]).toMatchObject({
      id: asked.id,
      entries: 3,
      findingCount: 0,
      headHash: head!.hash,
    });
  });
});
