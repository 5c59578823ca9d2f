import { DrawZoneService, FactsQueries } from '@tongyun/compliance';
import { addMinutes, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { RoutingModule } from '@tongyun/routing';
import type { TestingModule } from '@nestjs/testing';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { buildWorks, type ConcreteWorks } from '../../../test/support/concrete-works.js';
import {
  type DrawnPlace,
  drawnPath,
  drawnZone,
  placeOfColumn,
} from '../../../test/support/drawn-path.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { JudgeInputs } from './data/judge-inputs.repository.js';
import { FixDoor } from './fix-door.service.js';
import type { IncomingFix } from './incoming-fix.js';
import { JudgeBatchService } from './judge-batch.service.js';
import { JudgingModule } from './judging.module.js';
import { SHARD_COUNT } from './rules/shard.js';

const ALL_SHARDS = Array.from({ length: SHARD_COUNT }, (_, shard) => shard);
const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`);

const COLUMN_M = 50;
const ZONE = '        ============================';
const FAR = ' '.repeat(50);
const FAR_ZONE = `${FAR}         =====`;

describe('late fixes', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let works: ConcreteWorks;

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [RoutingModule.with({}), JudgingModule], {
      now: () => at('09:00'),
    });
    works = await buildWorks(database.dataSource.manager);
    await drawZone(ZONE);
    await drawZone(FAR_ZONE);
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  /** Stores fixes at one place in this order, as received right then, and judges them. */
  const report = (vehicleId: VehicleId, ...times: Date[]) =>
    reportFixes(vehicleId, ...times.map((time) => ({ at: time })));

  async function reportFixes(vehicleId: VehicleId, ...told: Partial<IncomingFix>[]): Promise<void> {
    const { lng: lngSent, lat: latSent } = placeOfColumn(1, COLUMN_M);
    const fixes = told.map((change) =>
      anIncomingFix({ vehicleId, receivedAt: at('09:00'), lngSent, latSent, ...change }),
    );
    await module.get(FixDoor, { strict: false }).store(fixes);
    const judge = module.get(JudgeBatchService, { strict: false });
    while ((await judge.judgeNext(ALL_SHARDS)) > 0);
  }

  async function addSeen(): Promise<VehicleId> {
    const { id } = await works.addMixer();
    await report(id, at('08:00'), at('08:10'), at('08:20'));
    return id;
  }

  async function addUnregistered(): Promise<VehicleId> {
    const { id } = await works.addMixer();
    await database.dataSource.query(`DELETE FROM registration WHERE vehicle_id = $1`, [id]);
    const facts = await module.get(FactsQueries, { strict: false }).vehicleFact(SYSTEM_SCOPE, id);
    const inputs = module.get(JudgeInputs, { strict: false });
    await module.get(UnitOfWork).run((tx) => inputs.vehicleChanged(tx, at('00:00'), facts));
    return id;
  }

  const drawZone = (row: string) =>
    module.get(DrawZoneService, { strict: false }).draw(SYSTEM_SCOPE, null, {
      name: '主城区',
      kind: 'built_up',
      hours: [],
      binds: ['mixer'],
      crs: 'wgs84',
      area: drawnZone(row, COLUMN_M),
      effectiveFrom: at('00:00'),
      reason: 'drawn for the test',
    });

  async function checkpointsOf(vehicleId: VehicleId): Promise<Date[]> {
    const rows: { fix_at: Date }[] = await database.dataSource.query(
      `SELECT fix_at FROM track_checkpoint WHERE vehicle_id = $1 ORDER BY fix_at`,
      [vehicleId],
    );
    return rows.map(({ fix_at }) => fix_at);
  }

  const alertsOf = (vehicleId: VehicleId): Promise<unknown[]> =>
    database.dataSource.query(
      `SELECT code, is_late, started_at, ended_at, evidence FROM alert WHERE vehicle_id = $1
       ORDER BY started_at`,
      [vehicleId],
    );

  async function verdictsOf(vehicleId: VehicleId): Promise<string[]> {
    const rows: { verdict: string }[] = await database.dataSource.query(
      `SELECT verdict FROM fix WHERE vehicle_id = $1 ORDER BY arrival`,
      [vehicleId],
    );
    return rows.slice(3).map(({ verdict }) => verdict);
  }

  it('keeps every checkpoint when a clock without a date sends a fix of the year 2000', async () => {
    const vehicleId = await addSeen();

    await report(vehicleId, new Date('2000-01-01T00:00:00Z'));

    expect(await verdictsOf(vehicleId)).toEqual(['year_2000']);
    expect(await checkpointsOf(vehicleId)).toEqual([at('08:00'), at('08:10'), at('08:20')]);
  });

  it('keeps every checkpoint when a fix is repeated', async () => {
    const vehicleId = await addSeen();

    await report(vehicleId, at('08:10'));

    expect(await verdictsOf(vehicleId)).toEqual(['duplicate']);
    expect(await checkpointsOf(vehicleId)).toEqual([at('08:00'), at('08:10'), at('08:20')]);
  });

  it('drops the checkpoints after the earliest late fix that counts, and no others', async () => {
    const vehicleId = await addSeen();

    await report(
      vehicleId,
      new Date('2000-01-01T00:00:00Z'),
      addMinutes(at('08:00'), -1440 * 4),
      at('08:00'),
      at('08:15'),
    );

    expect(await verdictsOf(vehicleId)).toEqual(['year_2000', 'too_late', 'duplicate', 'late']);
    expect(await checkpointsOf(vehicleId)).toEqual([at('08:00'), at('08:10')]);
  });

  it('tells of an alarm without a place, which is over with the next fix', async () => {
    const vehicleId = await addSeen();
    const pressed = { at: at('08:12'), alarmBits: 1, isLocated: false };

    await reportFixes(vehicleId, pressed);
    await report(vehicleId, at('08:11'));

    expect(await verdictsOf(vehicleId)).toEqual(['not_located', 'late']);
    expect(await alertsOf(vehicleId)).toMatchObject([
      { code: 'terminal_alarm', is_late: true, started_at: at('08:12'), ended_at: at('08:20') },
    ]);
  });

  it('tells of an alarm in the second of a report, which is over with the next fix', async () => {
    const vehicleId = await addSeen();

    await reportFixes(vehicleId, { at: at('08:10'), alarmBits: 1 });
    await report(vehicleId, at('08:10'), at('08:11'));

    expect(await verdictsOf(vehicleId)).toEqual(['duplicate', 'duplicate', 'late']);
    expect(await alertsOf(vehicleId)).toMatchObject([
      { code: 'terminal_alarm', is_late: true, started_at: at('08:10'), ended_at: at('08:11') },
    ]);
  });

  it('tells of an alarm under a clock without a date as of when it came in, not as a late one', async () => {
    const vehicleId = await addSeen();
    const receivedAt = at('08:25');

    await reportFixes(vehicleId, {
      at: new Date('2000-01-01T00:00:00Z'),
      receivedAt,
      alarmBits: 1,
    });

    expect(await verdictsOf(vehicleId)).toEqual(['year_2000']);
    expect(await alertsOf(vehicleId)).toMatchObject([
      { code: 'terminal_alarm', is_late: false, started_at: receivedAt, ended_at: null },
    ]);
  });

  it('keeps the last checkpoint of a truck that stood for days, to judge from what was before', async () => {
    const { id } = await works.addMixer();
    const days = (count: number) => addMinutes(at('08:00'), -1440 * count);

    await report(id, days(9), days(8), at('08:00'));

    expect(await checkpointsOf(id)).toEqual([days(8), at('08:00')]);
  });

  describe('of a truck that was in a zone it may not be in', () => {
    const path = drawnPath(['  a   b   c  d  e', ' f', 'g', '  h'], {
      columnM: COLUMN_M,
      from: at('08:00'),
    });

    const store = (vehicleId: VehicleId, letters: string) =>
      module.get(FixDoor, { strict: false }).store(
        [...letters].map((letter) => {
          const { at: fixAt, lng, lat } = path[letter.charCodeAt(0) - 'a'.charCodeAt(0)]!;
          const receivedAt = at('09:00');
          return anIncomingFix({ vehicleId, at: fixAt, receivedAt, lngSent: lng, latSent: lat });
        }),
      );

    /** Stores what was live, then what was late in that order; how many batches the late took. */
    async function upload(
      late: string,
      limit: number,
    ): Promise<{ id: VehicleId; batches: number }> {
      const id = await addUnregistered();
      const judge = module.get(JudgeBatchService, { strict: false });
      await store(id, [...'abcdefgh'].filter((letter) => !late.includes(letter)).join(''));
      while ((await judge.judgeNext(ALL_SHARDS)) > 0);
      await store(id, late);
      let batches = 0;
      while ((await judge.judgeNext(ALL_SHARDS, limit)) > 0) batches++;
      return { id, batches };
    }

    it('are judged in one go when they come newest first', async () => {
      const { id, batches } = await upload('edcb', 1_000);

      expect(batches).toBe(1);
      expect(await alertsOf(id)).toMatchObject([
        { code: 'unregistered_in_zone', is_late: true, ended_at: path[5]!.at },
      ]);
    });

    it.each(['edcb', 'bcde', 'cebd', 'ecfdb'])(
      'come to the same alerts one by one or together: %s',
      async (late) => {
        const oneByOne = await upload(late, 1);
        const inPairs = await upload(late, 2);
        const together = await upload(late, 1_000);

        const alerts = await alertsOf(oneByOne.id);
        expect(alerts).toHaveLength(1);
        expect(await alertsOf(inPairs.id)).toEqual(alerts);
        expect(await alertsOf(together.id)).toEqual(alerts);
      },
    );
  });

  describe('of a truck that drove through a zone between two fixes', () => {
    const path = drawnPath([`${FAR}a   b  c        d  e  f  g`], {
      columnM: COLUMN_M,
      from: at('08:00'),
    });
    const [a, b, c, d, e, f, g] = path;
    const waiting = { ...placeOfColumn(58, COLUMN_M), at: addMinutes(c!.at, 0.25) };

    async function take(vehicleId: VehicleId, places: readonly DrawnPlace[], limit = 1_000) {
      await module.get(FixDoor, { strict: false }).store(
        places.map(({ at: fixAt, lng, lat }) =>
          anIncomingFix({
            vehicleId,
            at: fixAt,
            receivedAt: at('09:00'),
            lngSent: lng,
            latSent: lat,
          }),
        ),
      );
      const judge = module.get(JudgeBatchService, { strict: false });
      while ((await judge.judgeNext(ALL_SHARDS, limit)) > 0);
    }

    const aboutTheZone = {
      code: 'unregistered_in_zone',
      started_at: expect.any(Date),
      ended_at: expect.any(Date),
    };

    it.each([1, 3, 1_000])('alert once and are over, in batches of %i', async (limit) => {
      const id = await addUnregistered();

      await take(id, [a!, b!, c!, d!, e!, f!, g!], limit);

      const [alert, ...others] = (await alertsOf(id)) as { started_at: Date; ended_at: Date }[];
      expect(others).toEqual([]);
      expect(alert).toMatchObject({ ...aboutTheZone, is_late: false });
      expect([c!.at, alert!.started_at, alert!.ended_at, d!.at]).toEqual(
        [c!.at, alert!.started_at, alert!.ended_at, d!.at].toSorted((x, y) => +x - +y),
      );
    });

    it.each([
      { name: 'in order', late: [b!, c!] },
      { name: 'newest first', late: [c!, b!] },
    ])('are found once when what was before it comes late, $name', async ({ late }) => {
      const live = [a!, d!, e!, f!, g!];
      const [oneByOne, together] = [await addUnregistered(), await addUnregistered()];
      await take(oneByOne, live);
      await take(together, live);
      expect(await alertsOf(oneByOne)).toEqual([]);

      await take(oneByOne, late, 1);
      await take(together, late);

      const alerts = await alertsOf(oneByOne);
      expect(alerts).toMatchObject([{ ...aboutTheZone, is_late: true }]);
      expect(await alertsOf(together)).toEqual(alerts);
    });

    it('are judged by the way that a late fix shows, while it is not sure yet', async () => {
      const id = await addUnregistered();
      await take(id, [b!, c!, d!]);

      await take(id, [waiting]);
      await take(id, [e!, f!]);

      const [alert] = (await alertsOf(id)) as { started_at: Date; evidence: { at: string }[] }[];
      expect(alert!.evidence.map(({ at: when }) => new Date(when))).toEqual([waiting.at, d!.at]);
      expect(+alert!.started_at).toBeGreaterThan(+waiting.at);
    });
  });
});
