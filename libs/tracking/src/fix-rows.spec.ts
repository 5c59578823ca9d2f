import { type DriverId, newId, type TerminalId } from '@tongyun/kernel';
import { anIncomingFix } from '../../../test/support/an-incoming-fix.js';
import { COLUMN, FixRows, ROW_WIDTH } from './fix-rows.js';

const ofTerminal = anIncomingFix({
  terminalId: newId<TerminalId>(),
  altitudeM: -12.5,
  mileageKm: 123_456.7,
  alarmBits: 2 ** 32 - 1,
  extras: { raw: { e1: 'ff' }, text: '混凝土 "quoted" \\ and\nmore' },
});
const ofPhone = anIncomingFix({
  source: 'phone',
  driverId: newId<DriverId>(),
  clientId: newId(),
  crs: 'gcj02',
  accuracyM: 0,
  speedKph: null,
  headingDeg: null,
  isLocated: false,
});

describe('FixRows', () => {
  it('takes others into the room of those before, and knows nothing more of these', () => {
    const fixes = FixRows.of([ofPhone, ofTerminal, ofPhone]);
    fixes.clear();
    for (const fix of [ofTerminal, ofTerminal]) fixes.add(fix);

    expect([...fixes]).toEqual([ofTerminal, ofTerminal]);
    expect(fixes.hasPhones).toBe(false);
    expect(fixes.ids).toEqual(FixRows.of([ofTerminal]).ids);
  });

  it('gives back what came, in order', () => {
    const fixes = FixRows.of([ofTerminal, ofPhone, ofTerminal]);

    expect([...fixes]).toEqual([ofTerminal, ofPhone, ofTerminal]);
  });

  it('keeps them all, however many come', () => {
    const extras = { text: '混'.repeat(100) };
    const many = Array.from({ length: 300 }, (_, nth) => anIncomingFix({ speedKph: nth, extras }));

    expect([...FixRows.of(many)]).toEqual(many);
  });

  it('puts the place in WGS-84 beside the one sent', () => {
    const { values } = FixRows.of([ofTerminal, ofPhone]);
    const placeOf = (row: number) =>
      [COLUMN.lng, COLUMN.lat].map((column) => values[row * ROW_WIDTH + column]);

    expect(placeOf(0)).toEqual([120.16, 30.25]);
    expect(placeOf(1)[0]).toBeCloseTo(120.1553, 3);
    expect(placeOf(1)[1]).toBeCloseTo(30.2524, 3);
  });

  it('knows whether a phone may send some of them again', () => {
    expect(FixRows.of([ofTerminal]).hasPhones).toBe(false);
    expect(FixRows.of([ofTerminal, ofPhone]).hasPhones).toBe(true);
  });
});
