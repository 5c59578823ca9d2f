import { newId, type DriverId, type TerminalId } from '@tongyun/kernel';
import { canCopyIn, UnitOfWork } from '@tongyun/platform';
import { anIncomingFix } from '../../../../test/support/an-incoming-fix.js';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { FixRows } from '../fix-rows.js';
import type { IncomingFix } from '../incoming-fix.js';
import { FixRepository } from './fix.repository.js';

/** As a column shows it, whichever way it was written. */
type Row = Readonly<Record<string, unknown>>;

describe('storing fixes', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database?.close());

  const rowsOf = ({ vehicleId }: IncomingFix): Promise<Row[]> =>
    database.dataSource.query(`SELECT * FROM fix WHERE vehicle_id = $1 ORDER BY arrival`, [
      vehicleId,
    ]);

  it('writes the same by COPY and by INSERT, to the last bit', async () => {
    const fix = anIncomingFix({
      at: new Date('1999-12-31T23:59:59.001Z'),
      terminalId: newId<TerminalId>(),
      driverId: newId<DriverId>(),
      crs: 'gcj02',
      lngSent: 120.123_456_789_012_3,
      accuracyM: 0.1,
      altitudeM: -12.5,
      mileageKm: 123_456.7,
      alarmBits: 2 ** 32 - 1,
      extras: { raw: { e1: 'ff' }, text: '混凝土 "quoted" \\ and\nmore' },
    });
    const ofPhone = { ...fix, clientId: newId() };
    const unitOfWork = new UnitOfWork(database.dataSource);
    const fixes = new FixRepository();

    // A phone's fix in the batch has all of it inserted; without one it is copied where that works.
    for (const sent of [
      [fix, fix],
      [fix, ofPhone],
    ]) {
      const blocks = await fixes.prepare(unitOfWork.singleStatement, FixRows.of(sent));
      await unitOfWork.run((tx) => fixes.add(tx, blocks));
    }

    const [copied, , inserted] = await rowsOf(fix);
    expect({ ...copied, arrival: null }).toEqual({ ...inserted, arrival: null });
    expect(copied).toMatchObject({ at: fix.at, alarm_bits: '4294967295', extras: fix.extras });
  });

  it('knows the embedded database from a server', async () => {
    const isServer = process.env['TEST_DATABASE_URL'] !== undefined;

    expect(await canCopyIn(database.dataSource.manager)).toBe(isServer);
  });
});
