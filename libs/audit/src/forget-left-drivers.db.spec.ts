import type { AuditFinding } from '@tongyun/contracts';
import { addMinutes, localTimeOf, newId } from '@tongyun/kernel';
import { FileStore, PAPER_KINDS } from '@tongyun/platform';
import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AuditModule } from './audit.module.js';
import { ForgetOldRecordsService } from './forget-old-records.service.js';
import { SealRecordsService } from './seal-records.service.js';
import { VerifyRecordsService } from './verify-records.service.js';

const DAY_MIN = 1_440;
const [PAPER_DAYS, NAME_DAYS] = [2 * 366, 3 * 366];
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

describe('drivers who left', () => {
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
  const ago = (days: number): Date => addMinutes(now, -days * DAY_MIN);
  /** He left so many days ago, which was entered that day or later; null: he is there. */
  const aDriver = async (
    name: string,
    leftDaysAgo: number | null,
    enteredAt: Date | null = leftDaysAgo === null ? null : ago(leftDaysAgo),
  ): Promise<string> => {
    const id = newId<string>();
    const leftOn = leftDaysAgo === null ? null : localTimeOf(ago(leftDaysAgo), 'Asia/Shanghai').on;
    await query(
      `INSERT INTO driver (id, enterprise_id, name, phone, licence_class, created_at, left_on, left_at)
       VALUES ($1, $2, $3, '13800001111', 'B2', $4, $5, $6)`,
      [id, newId(), name, now, leftOn, enteredAt],
    );
    await query(
      `INSERT INTO driver_decision (id, driver_id, kind, before, reason, decided_by, decided_at)
       VALUES ($1, $2, 'corrected', '{"name":"章三"}', 'typed wrongly', $1, $3)`,
      [newId(), id, now],
    );
    await query(
      `INSERT INTO app_user (id, display_name, roles, driver_id, created_at)
       VALUES ($1, $2, '{driver}', $3, $4)`,
      [newId(), name, id, now],
    );
    return id;
  };
  const attach = async (subject: string, subjectId: string): Promise<string> => {
    const file = await module.get(FileStore).keep(PDF, PAPER_KINDS);
    await query(
      `INSERT INTO document (id, subject, subject_id, kind, title, file_name, file_kind, size_bytes,
         sha256, added_by, added_at)
       VALUES ($1, $2, $3, 'licence', 'x', $4, 'pdf', $5, $6, $1, $7)`,
      [newId(), subject, subjectId, file.name, file.sizeBytes, file.sha256, now],
    );
    return file.name;
  };
  const untrained = async (driverId: string, driverName: string): Promise<void> => {
    const sentence = {
      'zh-CN': `驾驶员${driverName}未上班`,
      en: `Driver ${driverName} is off duty`,
    };
    const reasons = [
      { code: 'driver_off_duty', sentence, compared: { driverId, driverName } },
      { code: 'no_pass', sentence: { 'zh-CN': '无证', en: 'No pass' }, compared: {} },
    ];
    await query(
      `INSERT INTO alert (id, vehicle_id, driver_id, code, level, state, subject_kind, subject_id,
         rule_version, reasons, evidence, lng, lat, started_at, opened_at)
       VALUES ($1, $1, $2, 'untrained_driver', 'high', 'open', 'vehicle', $1, '1', $3, '[]', 120, 30,
         $4, $4)`,
      [newId(), driverId, JSON.stringify(reasons), now],
    );
  };
  /** A first round with a row of somebody, and a row of another for whom he could take over. */
  const calledIn = async (driverId: string, driverName: string): Promise<void> => {
    const sentence = {
      'zh-CN': `驾驶员${driverName}未通过上岗安全培训`,
      en: `Driver ${driverName} has not passed the safety training`,
    };
    const reasons = [{ code: 'untrained', sentence, compared: { driverId, driverName } }];
    const items = [
      { driverId, driverName, plantName: '一站', reasons, replacement: null },
      {
        driverId: newId(),
        driverName: '赵六',
        plantName: '一站',
        reasons: [],
        replacement: { driverId, driverName },
      },
    ];
    await query(
      `INSERT INTO call_in_check (id, plan_id, enterprise_id, kind, revision, judged_at, items)
       VALUES ($1, $1, $1, 'release', 1, $2, $3)`,
      [newId(), now, JSON.stringify(items)],
    );
  };
  const given = async (driverId: string, message: string): Promise<void> => {
    await query(
      `INSERT INTO assignment (id, order_id, load_id, enterprise_id, plant_id, vehicle_id, driver_id,
         starts_at, ends_at, state, warnings, created_by, created_at)
       VALUES ($1, $1, $1, $1, $1, $1, $2, $3, $5, 'active', $4, $1, $3)`,
      [
        newId(),
        driverId,
        now,
        JSON.stringify([{ code: 'overridden', message }]),
        addMinutes(now, 60),
      ],
    );
  };
  const seal = async () => {
    now = addMinutes(now, 2);
    await module.get(SealRecordsService).seal();
  };
  const verify = async () => {
    const findings: AuditFinding[] = [];
    const { keptNoLonger } = await module
      .get(VerifyRecordsService)
      .verify((finding) => findings.push(finding));
    return { findings, keptNoLonger };
  };
  const forget = () => module.get(ForgetOldRecordsService).forget();
  const subjectsWithPapers = async (): Promise<string[]> =>
    (await query(`SELECT subject_id FROM document ORDER BY id`)).map(
      (row: { subject_id: string }) => row.subject_id,
    );

  const forgottenNames = async (): Promise<string[]> =>
    (await query(`SELECT id FROM driver WHERE forgotten_at IS NOT NULL ORDER BY id`)).map(
      (row: { id: string }) => row.id,
    );

  it('lose their papers after a time, the files too, and nobody else does', async () => {
    const long = await aDriver('张三', PAPER_DAYS + 1);
    const short = await aDriver('李四', PAPER_DAYS - 1);
    const here = await aDriver('王五', null);
    const vehicle = newId<string>();
    const gone = await attach('driver', long);
    const kept = await attach('driver', short);
    await attach('driver', here);
    await attach('vehicle', vehicle);
    await seal();

    await forget();

    expect(await subjectsWithPapers()).toEqual([short, here, vehicle]);
    await expect(module.get(FileStore).read(gone)).rejects.toMatchObject({
      code: 'FILE_NOT_FOUND',
    });
    (await module.get(FileStore).read(kept)).destroy();
    expect(await verify()).toEqual({ findings: [], keptNoLonger: 1 });
    await expect(query(`DELETE FROM document`)).rejects.toThrow(/only added/);
  });

  it('lose their names and numbers later, and what they did stays', async () => {
    const long = await aDriver('张三', NAME_DAYS + 1);
    const short = await aDriver('李四', NAME_DAYS - 1);
    await untrained(long, '张三');
    await untrained(short, '李四');
    await seal();

    await forget();
    await forget();
    await seal();

    expect(
      await query(
        `SELECT d.id, d.name, d.phone, u.display_name, d.forgotten_at IS NOT NULL AS is_forgotten,
           (SELECT count(*)::int FROM driver_decision c WHERE c.driver_id = d.id) AS decisions
         FROM driver d JOIN app_user u ON u.driver_id = d.id ORDER BY d.id`,
      ),
    ).toEqual([
      {
        id: long,
        name: '***',
        phone: '***',
        display_name: '***',
        is_forgotten: true,
        decisions: 0,
      },
      {
        id: short,
        name: '李四',
        phone: '13800001111',
        display_name: '李四',
        is_forgotten: false,
        decisions: 1,
      },
    ]);
    const [emptied, whole]: { reasons: object[] }[] = await query(
      `SELECT reasons FROM alert ORDER BY id`,
    );
    expect(emptied!.reasons).toEqual([
      {
        code: 'driver_off_duty',
        sentence: { 'zh-CN': '驾驶员***未上班', en: 'Driver *** is off duty' },
        compared: { driverId: long, driverName: '***' },
      },
      { code: 'no_pass', sentence: { 'zh-CN': '无证', en: 'No pass' }, compared: {} },
    ]);
    expect(JSON.stringify(whole)).toContain('驾驶员李四未上班');
    expect(await verify()).toEqual({ findings: [], keptNoLonger: 1 });
    const removals: { source: string }[] = await query(
      `SELECT r.source FROM audit_removal r JOIN audit_entry e ON e.row_id = r.id ORDER BY r.id`,
    );
    expect(removals.map(({ source }) => source)).toEqual(['driver_decision', 'driver']);
  });

  it('lose the names that were asked for them', async () => {
    const [long, short] = [
      await aDriver('张三', NAME_DAYS + 1),
      await aDriver('李四', NAME_DAYS - 1),
    ];
    for (const driverId of [long, short]) {
      const requestId = newId();
      await query(
        `INSERT INTO driver_name_request (id, driver_id, name_before, name, reason, state, asked_by,
           asked_at)
         VALUES ($1, $2, '章三', '张叁', '更名', 'refused', $2, $3)`,
        [requestId, driverId, now],
      );
      await query(
        `INSERT INTO driver_name_step (id, request_id, driver_id, name, to_state, reason, decided_by,
           decided_at)
         VALUES ($1, $2, $3, '张叁', 'asked', '更名', $3, $4)`,
        [newId(), requestId, driverId, now],
      );
    }
    await seal();

    await forget();

    for (const table of ['driver_name_request', 'driver_name_step']) {
      expect(await query(`SELECT driver_id FROM ${table}`)).toEqual([{ driver_id: short }]);
    }
    expect(await verify()).toEqual({ findings: [], keptNoLonger: 2 });
  });

  it('lose results that were withdrawn, with the reason, and keep those that count', async () => {
    const [long, short] = [
      await aDriver('张三', NAME_DAYS + 1),
      await aDriver('李四', NAME_DAYS - 1),
    ];
    for (const driverId of [long, short]) {
      for (const kind of ['skill', 'safety']) {
        await query(
          `INSERT INTO training_result (id, driver_id, kind, score, has_passed, passed_on, expires_on,
             recorded_by, recorded_at)
           VALUES ($1, $2, $3, 90, true, '2026-01-01', '2099-01-01', $2, $4)`,
          [newId(), driverId, kind, now],
        );
      }
    }
    await query(
      `INSERT INTO training_withdrawal (id, result_id, reason, decided_by, decided_at)
       SELECT CASE driver_id WHEN $1 THEN $3::uuid ELSE $4::uuid END, id, '李四考的', driver_id, $5
       FROM training_result WHERE kind = 'skill' AND driver_id IN ($1, $2)`,
      [long, short, newId(), newId(), now],
    );
    await seal();

    await forget();

    expect(
      await query(
        `SELECT g.driver_id, g.kind, gone.reason FROM training_result g
         LEFT JOIN training_withdrawal gone ON gone.result_id = g.id
         ORDER BY g.driver_id, g.kind`,
      ),
    ).toEqual([
      { driver_id: long, kind: 'safety', reason: null },
      { driver_id: short, kind: 'safety', reason: null },
      { driver_id: short, kind: 'skill', reason: '李四考的' },
    ]);
    expect(await query(`SELECT 1 FROM training_withdrawal`)).toHaveLength(1);
    expect(await verify()).toEqual({ findings: [], keptNoLonger: 3 });
    await expect(query(`DELETE FROM training_withdrawal`)).rejects.toThrow(/only added/);
  });

  it('are named in no first round any more, and in no warning under what they were called before', async () => {
    const long = await aDriver('张三', NAME_DAYS + 1);
    const here = await aDriver('张三', null);
    for (const id of [long, here]) {
      await calledIn(id, '张三');
      await given(id, '张三、章三未上班');
    }

    await forget();

    const [emptied, whole]: { items: { driverName: string }[] }[] = await query(
      `SELECT items FROM call_in_check ORDER BY id`,
    );
    const sentence = {
      'zh-CN': '驾驶员***未通过上岗安全培训',
      en: 'Driver *** has not passed the safety training',
    };
    expect(emptied!.items).toEqual([
      {
        driverId: long,
        driverName: '***',
        plantName: '一站',
        reasons: [{ code: 'untrained', sentence, compared: { driverId: long, driverName: '***' } }],
        replacement: null,
      },
      expect.objectContaining({
        driverName: '赵六',
        replacement: { driverId: long, driverName: '***' },
      }),
    ]);
    expect(JSON.stringify(whole)).not.toContain('***');
    expect(
      (await query(`SELECT warnings FROM assignment ORDER BY id`)).map(
        ({ warnings }: { warnings: { message: string }[] }) => warnings[0]!.message,
      ),
    ).toEqual(['***、***未上班', '张三、章三未上班']);
  });

  it('are kept as long after their leaving was entered, whatever day they are said to have left', async () => {
    const entered = [ago(0), ago(PAPER_DAYS - 1), ago(PAPER_DAYS + 1)];
    const [today, later, long] = [
      await aDriver('张三', 20 * 366, entered[0]),
      await aDriver('李四', 20 * 366, entered[1]),
      await aDriver('王五', 20 * 366, entered[2]),
    ];
    for (const id of [today, later, long]) await attach('driver', id);
    await seal();

    await forget();

    expect(await subjectsWithPapers()).toEqual([today, later]);
    expect(await forgottenNames()).toEqual([]);

    now = addMinutes(now, (NAME_DAYS - PAPER_DAYS) * DAY_MIN);
    await forget();

    expect(await subjectsWithPapers()).toEqual([today]);
    expect(await forgottenNames()).toEqual([long]);
  });

  it('are kept so long to the hour, before dawn too', async () => {
    now = new Date(`${now.toISOString().slice(0, 10)}T19:30:00Z`);
    const early = addMinutes(ago(PAPER_DAYS), 60);
    const driver = await aDriver('张三', 20 * 366, early);
    await attach('driver', driver);

    await forget();

    expect(await subjectsWithPapers()).toEqual([driver]);

    now = addMinutes(now, 61);
    await forget();

    expect(await subjectsWithPapers()).toEqual([]);
  });

  it('are let go by no word that names another row', async () => {
    const here = await aDriver('王五', null);
    await attach('driver', here);
    await attach('driver', await aDriver('张三', PAPER_DAYS + 1));
    await seal();
    await forget();
    await database.dataSource.transaction(async (tx) => {
      await tx.query(`SET LOCAL session_replication_role = replica`);
      await tx.query(`DELETE FROM document WHERE subject_id = $1`, [here]);
    });

    const { findings } = await verify();

    expect(findings).toEqual([
      expect.objectContaining({ kind: 'removed', source: 'registration_document' }),
    ]);
  });
});
