import { ANSWER, type Header, type LocationReport, MESSAGE_ID, STATUS } from '@tongyun/jt808';
import { newId, type TerminalId, type VehicleId } from '@tongyun/kernel';
import type { IncomingFix } from '@tongyun/tracking';
import { StoreReports } from './store-reports.js';

const RECEIVED_AT = new Date('2026-05-04T08:00:01Z');
const reporter = {
  terminalId: newId<TerminalId>(),
  vehicleId: newId<VehicleId>(),
  isDrumInverted: false,
};
const aReport = (change: Partial<LocationReport> = {}): LocationReport => ({
  alarmBits: 0,
  statusBits: STATUS.accOn | STATUS.located,
  latE6: 30_274_150,
  lngE6: 120_155_150,
  altitudeM: 10,
  speedKph: 42.5,
  headingDeg: 270,
  at: new Date('2026-05-04T08:00:00Z'),
  items: { known: {}, raw: [], oddIds: [], rest: null },
  ...change,
});
const headerOf = (sequence: number): Header => ({
  messageId: MESSAGE_ID.location,
  version: '2013',
  phone: '013912340001',
  sequence,
  bodyLength: 28,
  encryption: 0,
  subPackage: null,
});

/** The store of one connection's reports, all that it was handed, and all that it said. */
function aConnection(keep: (fixes: readonly IncomingFix[]) => Promise<void>) {
  const answered: number[] = [];
  const counted: Record<string, number> = {};
  const count = (result: string, times = 1) => {
    counted[result] = (counted[result] ?? 0) + times;
  };
  const reports = new StoreReports(
    {
      answerAll: (due, result) => {
        expect(result).toBe(ANSWER.success);
        due.each((_addressee, _messageId, sequence) => answered.push(sequence));
      },
    },
    { add: keep },
    { countFrame: count, countFixes: count },
  );
  const take = (sequence: number, ...sent: LocationReport[]) =>
    reports.take([headerOf(sequence)], sent, reporter, RECEIVED_AT);
  return { reports, take, answered, counted };
}

describe('StoreReports', () => {
  it('stores what one reading brought as one, and answers each message of it, in order', async () => {
    const kept: number[] = [];
    const { reports, take, answered, counted } = aConnection(async (fixes) => {
      kept.push(fixes.length);
    });
    take(1, aReport());
    take(2, aReport(), aReport());

    expect([kept, answered]).toEqual([[], []]);
    await reports.store();
    await reports.store();

    expect([kept, answered]).toEqual([[3], [1, 2]]);
    expect(counted).toEqual({ answered: 2, stored: 3 });
  });

  it('answers none of them when they are not kept, and goes on with the next ones', async () => {
    let isDown = true;
    const { reports, take, answered, counted } = aConnection(async () => {
      if (isDown) throw new Error('no database');
    });
    take(1, aReport());
    take(2, aReport());
    await reports.store();
    isDown = false;
    take(3, aReport());
    await reports.store();

    expect(answered).toEqual([3]);
    expect(counted).toEqual({ not_stored: 2, not_answered: 2, answered: 1, stored: 1 });
  });

  it('answers no report without a time or a place before it is kept, alarm and all', async () => {
    const kept: IncomingFix[] = [];
    const { reports, take, answered, counted } = aConnection(async (fixes) => {
      kept.push(...fixes);
    });
    take(1, aReport({ at: null, alarmBits: 1 }));
    take(2, aReport({ latE6: 120_155_150, lngE6: 30_274_150, alarmBits: 2 }));

    expect(answered).toEqual([]);
    await reports.store();

    expect(answered).toEqual([1, 2]);
    expect(kept).toMatchObject([
      { at: RECEIVED_AT, isLocated: false, alarmBits: 1, extras: { fault: 'no_time' } },
      { lngSent: 0, latSent: 0, isLocated: false, alarmBits: 2 },
    ]);
    expect(kept[1]?.extras).toEqual({
      fault: 'out_of_range',
      latE6: 120_155_150,
      lngE6: 30_274_150,
    });
    expect(counted).toMatchObject({ no_time: 1, out_of_range: 1, stored: 2, answered: 2 });
  });

  it('answers at once a message that holds no report', async () => {
    const { reports, take, answered, counted } = aConnection(() => Promise.reject(new Error('no')));
    take(1, aReport());
    take(2);
    await reports.store();

    expect(answered).toEqual([2]);
    expect(counted).toMatchObject({ answered: 1, not_answered: 1 });
  });
});
