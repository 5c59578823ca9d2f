import * as fc from 'fast-check';
import { fromHex } from '../bytes.js';
import { findLocationFault } from '../location-fault.js';
import { isShifted, loadStateOf } from '../status-bits.js';
import { decodeLocation, encodeLocation } from './location.js';
import type { LocationReport } from './location-report.js';

const bytes = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array(0);

/** alarm · status · latitude 30.274150 · longitude 120.155150 · 10 m · 42.5 km/h · 270° · time. */
const POSITION = '00000002 00000303 01cdf266 07296c0e 000a 01a9 010e';
const NOON = '260504120000';

function reportOf(hex: string): LocationReport {
  const location = decodeLocation(bytes(hex));
  if (!location) throw new Error('no position');
  return location.report;
}

describe('decodeLocation', () => {
  it('reads the fields in metres, km/h, degrees and UTC', () => {
    expect(reportOf(`${POSITION} ${NOON}`)).toEqual({
      alarmBits: 2,
      statusBits: 0x303,
      latE6: 30_274_150,
      lngE6: 120_155_150,
      altitudeM: 10,
      speedKph: 42.5,
      headingDeg: 270,
      at: new Date('2026-05-04T04:00:00Z'),
      items: { known: {}, raw: [], oddIds: [], rest: null },
    });
  });

  it('makes south and west negative', () => {
    const southWest = POSITION.replace('00000303', '0000000f');

    expect(reportOf(`${southWest} ${NOON}`)).toMatchObject({
      latE6: -30_274_150,
      lngE6: -120_155_150,
    });
  });

  it('reads load state and the shifted bit', () => {
    const { statusBits } = reportOf(`${POSITION} ${NOON}`);

    expect([loadStateOf(statusBits), isShifted(statusBits), isShifted(0x20)]).toEqual([
      'loaded',
      false,
      true,
    ]);
  });

  it.each([
    { time: '261320250061', why: 'month 13' },
    { time: '260230120000', why: '30 February' },
    { time: '26050412000a', why: 'a nibble above nine' },
    { time: '260504240000', why: 'hour 24' },
    { time: '000000000000', why: 'nothing set' },
  ])('has no time for $why', ({ time }) => {
    expect(reportOf(`${POSITION} ${time}`).at).toBeNull();
  });

  it.each([
    { items: '01 04 0001e240', known: { mileageKm: 12_345.6 } },
    { items: '02 02 0226', known: { fuelL: 55 } },
    { items: '03 02 01a9', known: { recorderSpeedKph: 42.5 } },
    { items: '06 02 fffb', known: { cargoTemperatureC: -5 } },
    { items: '11 01 00', known: { overspeed: { areaType: 0, areaId: null } } },
    { items: '11 05 02 00000009', known: { overspeed: { areaType: 2, areaId: 9 } } },
    {
      items: '12 06 02 00000009 01',
      known: { areaPassage: { areaType: 2, areaId: 9, direction: 1 } },
    },
    { items: '2b 04 0002 0001', known: { analogs: [1, 2] } },
    { items: '30 01 1f 31 01 0e', known: { rssi: 31, satellites: 14 } },
  ])('reads $items as $known', ({ items, known }) => {
    expect(reportOf(`${POSITION} ${NOON} ${items}`).items.known).toEqual(known);
  });

  it('keeps a private item raw and reads on', () => {
    const { items } = reportOf(`${POSITION} ${NOON} e1 03 0a0b0c 31 01 0e`);

    expect(items).toMatchObject({ known: { satellites: 14 }, oddIds: [], rest: null });
    expect(items.raw).toEqual([{ id: 0xe1, value: bytes('0a0b0c') }]);
  });

  it('keeps a named item of another length raw and says so', () => {
    const { items } = reportOf(`${POSITION} ${NOON} 31 02 000e`);

    expect(items).toEqual({
      known: {},
      raw: [{ id: 0x31, value: bytes('000e') }],
      oddIds: [0x31],
      rest: null,
    });
  });

  it.each([
    { items: '31 01 0e 01 04 0000', rest: '01040000', why: 'fewer bytes than claimed' },
    { items: '31 01 0e 01', rest: '01', why: 'no length' },
  ])('keeps the position and the whole items before a cut one ($why)', ({ items, rest }) => {
    expect(reportOf(`${POSITION} ${NOON} ${items}`).items).toMatchObject({
      known: { satellites: 14 },
      rest: bytes(rest),
    });
  });

  it('is no position below 28 bytes', () => {
    expect(decodeLocation(bytes(`${POSITION} 2605041200`))).toBeNull();
  });

  it('gives back what was encoded', () => {
    const report = fc.record({
      alarmBits: fc.nat(0xffff_ffff),
      latE6: fc.integer({ min: -90_000_000, max: 90_000_000 }),
      lngE6: fc.integer({ min: -180_000_000, max: 180_000_000 }),
      altitudeM: fc.nat(0xffff),
      speedKph: fc.nat(1_500).map((tenths) => tenths / 10),
      headingDeg: fc.nat(359),
      at: fc
        .integer({ min: Date.UTC(2000, 0, 2), max: Date.UTC(2099, 11, 30) })
        .map((ms) => new Date(Math.floor(ms / 1_000) * 1_000)),
      mileageKm: fc.nat(9_999_999).map((tenths) => tenths / 10),
    });
    fc.assert(
      fc.property(report, ({ mileageKm, ...fields }) => {
        const body = encodeLocation({ ...fields, statusBits: 0x3, items: { mileageKm } });
        const decoded = decodeLocation(body)?.report;
        expect(decoded).toMatchObject({
          ...fields,
          latE6: fields.latE6 || 0,
          items: { known: { mileageKm } },
        });
      }),
    );
  });
});

describe('findLocationFault', () => {
  const receivedAt = new Date('2026-05-04T04:00:03Z');
  const good = reportOf(`${POSITION} ${NOON}`);

  it('finds none in a good position', () => {
    expect(findLocationFault(good, receivedAt)).toBeNull();
  });

  it.each([
    { change: { at: null }, fault: 'no_time' },
    { change: { latE6: 120_155_150, lngE6: 30_274_150 }, fault: 'out_of_range' },
    { change: { lngE6: 180_000_001 }, fault: 'out_of_range' },
    { change: { latE6: 0, lngE6: 0 }, fault: 'zero' },
    { change: { statusBits: 1 }, fault: 'not_located' },
    { change: { at: new Date('2000-01-01T00:00:12Z') }, fault: 'old_clock' },
    { change: { at: new Date('2026-05-06T00:00:00Z') }, fault: 'future_clock' },
  ])('finds $fault', ({ change, fault }) => {
    expect(findLocationFault({ ...good, ...change }, receivedAt)).toBe(fault);
  });

  it.each([
    { at: '2026-05-01T04:00:00Z', why: 'three days late is blind-spot upload' },
    { at: '2026-05-04T12:00:00Z', why: 'eight hours ahead is a wrong zone' },
  ])('leaves $at to the judge: $why', ({ at }) => {
    expect(findLocationFault({ ...good, at: new Date(at) }, receivedAt)).toBeNull();
  });
});
