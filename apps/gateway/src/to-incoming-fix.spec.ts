import { DRUM_ITEM_ID, type LocationReport, STATUS, toDrumItem } from '@tongyun/jt808';
import { newId, type TerminalId, type VehicleId } from '@tongyun/kernel';
import { toIncomingFix } from './to-incoming-fix.js';

const at = new Date('2026-05-04T08:00:00Z');
const receivedAt = new Date('2026-05-04T08:00:01Z');
const whose = { terminalId: newId<TerminalId>(), vehicleId: newId<VehicleId>() };
const reporter = { ...whose, isDrumInverted: false };
const aReport = (change: Partial<LocationReport> = {}): LocationReport => ({
  alarmBits: 0,
  statusBits: STATUS.accOn | STATUS.located,
  latE6: 30_274_150,
  lngE6: 120_155_150,
  altitudeM: 10,
  speedKph: 42.5,
  headingDeg: 270,
  items: { known: {}, raw: [], oddIds: [], rest: null },
  ...change,
  at,
});

describe('toIncomingFix', () => {
  it('keeps what was sent and whose it is', () => {
    expect(toIncomingFix(aReport(), reporter, receivedAt, null)).toMatchObject({
      ...whose,
      at,
      receivedAt,
      source: 'terminal',
      crs: 'wgs84',
      lngSent: 120.15515,
      latSent: 30.27415,
      speedKph: 42.5,
      isLocated: true,
      extras: null,
    });
  });

  it('names GCJ-02 where the terminal says it shifted the position', () => {
    const shifted = aReport({ statusBits: STATUS.located | STATUS.shifted });

    expect(toIncomingFix(shifted, reporter, receivedAt, null).crs).toBe('gcj02');
  });

  it.each([
    { change: { statusBits: STATUS.accOn }, why: 'the terminal has no fix' },
    { change: { latE6: 0, lngE6: 0 }, why: 'zero degrees in spite of bit 1' },
  ])('is not located when $why', ({ change }) => {
    expect(toIncomingFix(aReport(change), reporter, receivedAt, null).isLocated).toBe(false);
  });

  it('keeps additional items, private ones as hexadecimal by their id', () => {
    const report = aReport({
      items: {
        known: { mileageKm: 12.3, satellites: 14, tyrePressures: Uint8Array.of(0x37, 0xff) },
        raw: [{ id: 0xe1, value: Uint8Array.of(0, 0x0a) }],
        oddIds: [],
        rest: Uint8Array.of(1),
      },
    });

    expect(toIncomingFix(report, reporter, receivedAt, null)).toMatchObject({
      mileageKm: 12.3,
      extras: { satellites: 14, tyrePressures: '37ff', raw: { e1: '000a' }, rest: '01' },
    });
  });

  it.each([
    { sent: 'reverse', isDrumInverted: false, state: 'reverse', why: 'as it is wired' },
    { sent: 'reverse', isDrumInverted: true, state: 'forward', why: 'the other way round' },
    { sent: 'stopped', isDrumInverted: true, state: 'stopped', why: 'standing either way' },
  ] as const)('takes a drum that says $sent as $state, $why', ({ sent, isDrumInverted, state }) => {
    const raw = [{ id: 0xe1, value: Uint8Array.of(7) }, toDrumItem({ state: sent, speedRpm: 8.5 })];
    const report = aReport({ items: { known: {}, raw, oddIds: [], rest: null } });

    expect(toIncomingFix(report, { ...whose, isDrumInverted }, receivedAt, null).extras).toEqual({
      drumState: state,
      drumSent: sent,
      drumSpeedRpm: 8.5,
      raw: { e1: '07' },
    });
  });

  it('keeps a drum item that it cannot read as it came', () => {
    const raw = [{ id: DRUM_ITEM_ID, value: Uint8Array.of(9, 9) }];
    const report = aReport({ items: { known: {}, raw, oddIds: [], rest: null } });

    expect(toIncomingFix(report, reporter, receivedAt, null).extras).toEqual({
      raw: { e8: '0909' },
    });
  });
});
