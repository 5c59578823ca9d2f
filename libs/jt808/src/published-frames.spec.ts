import { existsSync, readFileSync } from 'node:fs';
import { fromHex, toHex } from './bytes.js';
import { toWire, unescape } from './escape.js';
import { type DecodedFrame, type GoodFrame } from './frame.js';
import { FrameSplitter } from './frame-splitter.js';
import { findLocationFault } from './location-fault.js';
import { MessageReader } from './message-reader.js';
import type { LocationReport } from './messages/location-report.js';

const FILE = '../shared/testdata/jt808-frames.jsonl';

type Expectation = Record<string, unknown>;
interface Vector {
  readonly id: string;
  readonly hex: string;
  readonly expect: Expectation | null;
  readonly note: string;
  readonly tags: readonly string[];
}

/**
 * Vectors that we read otherwise than their suite states, and why.
 * The rules behind them are those of ../shared/testdata/README.md.
 */
const CONTESTED: ReadonlyMap<string, string> = new Map([
  ['go808-079', 'an unescaped 0x7d before the end mark: a bad frame here, tolerated there'],
  ['go808-103', 'the suite stops at the first bad frame; the good one after it is delivered here'],
  ['go808-108', 'one odd item makes the suite refuse the batch; here it costs no position'],
  ['trac-105', 'published with bare 0x7e inside and a wrong check code: Traccar looks at neither'],
  ['trac-108', 'states 122 body bytes and has 107: bad by the rule go808-083 asks for'],
  ['trac-114', 'states 50 body bytes and has 40: bad by the rule go808-083 asks for'],
]);

const vectors: Vector[] = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Vector)
  : [];

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);
const framesOf = (hex: string): DecodedFrame[] => new MessageReader().push(bytesOf(hex));
/** What stands between marks, still escaped. */
function segmentsOf({ hex }: Vector): Uint8Array[] {
  const segments: Uint8Array[] = [];
  new FrameSplitter().push(bytesOf(hex), {
    frame: (bytes, from, to) => segments.push(bytes.slice(from, to)),
    overlong: () => undefined,
  });
  return segments;
}

/** The content of the first frame as hexadecimal. */
function contentOf(vector: Vector): string {
  const escaped = segmentsOf(vector)[0] ?? new Uint8Array(0);
  const content = new Uint8Array(escaped.length);
  return toHex(content, 0, unescape(escaped, 0, escaped.length, content));
}
/** Whether the header could be read: what a suite counts as a frame, whatever its body. */
const hasHeader = (frame: DecodedFrame): boolean => frame.header !== null;
const isGood = (frame: DecodedFrame): frame is GoodFrame => frame.ok;

function goodFrameOf({ hex }: Vector): GoodFrame {
  const good = framesOf(hex).find(isGood);
  if (!good) throw new Error(`no good frame: ${JSON.stringify(framesOf(hex))}`);
  return good;
}

/** Where our message holds what a suite calls so. Left out: lengths and counts of its own printing. */
const FIELD: Readonly<Record<string, string>> = {
  SerialNumber: 'answeredSequence',
  RespondSerialNumber: 'answeredSequence',
  应答消息流水号: 'answeredSequence',
  应答流水号: 'answeredSequence',
  ackSeq: 'answeredSequence',
  ID: 'answeredId',
  RespondID: 'answeredId',
  应答消息ID: 'answeredId',
  ackId: 'answeredId',
  Result: 'result',
  结果: 'result',
  result: 'result',
  AuthCode: 'authCode',
  authCode: 'authCode',
  鉴权码: 'authCode',
  终端IMEI: 'imei',
  TerminalIMEI: 'imei',
  软件版本: 'softwareVersion',
  SoftwareVersion: 'softwareVersion',
  省域ID: 'provinceId',
  ProvinceID: 'provinceId',
  市县域ID: 'cityId',
  CityID: 'cityId',
  制造商ID: 'manufacturer',
  ManufacturerID: 'manufacturer',
  终端型号: 'model',
  TerminalModel: 'model',
  终端ID: 'terminalNo',
  TerminalID: 'terminalNo',
  车牌颜色: 'plateColor',
  PlateColor: 'plateColor',
  车牌号: 'plateNo',
  LicensePlateNumber: 'plateNo',
  count: 'statedCount',
  Num: 'statedCount',
  type: 'batchKind',
  LocationType: 'batchKind',
};
const LOCATION_FIELD: Readonly<Record<string, string>> = {
  AlarmSign: 'alarm',
  StatusSign: 'status',
  Latitude: 'lat_e6',
  Longitude: 'lon_e6',
  Altitude: 'altitude_m',
  Speed: 'speed_01kmh',
  Direction: 'heading',
};

/** Degrees that a suite prints as the word on the wire: their sign stands in the status. */
const UNSIGNED = new Set(['Latitude', 'Longitude']);

/** A report in the words of the vectors. */
const inTheirWords = (report: LocationReport): Expectation => ({
  alarm: report.alarmBits,
  status: report.statusBits,
  lat_e6: report.latE6,
  lon_e6: report.lngE6,
  altitude_m: report.altitudeM,
  speed_01kmh: Math.round(report.speedKph * 10),
  heading: report.headingDeg,
  time: report.at?.getTime() ?? null,
});
const withInstants = (location: Expectation): Expectation =>
  'time' in location
    ? { ...location, time: new Date(String(location['time'])).getTime() }
    : location;

const reportsOf = ({ message }: GoodFrame): readonly LocationReport[] => {
  if ('report' in message) return [message.report];
  return message.kind === 'location_batch' ? message.reports : [];
};

/** What a suite states beside what we read, name by name; names of its own printing are left out. */
type Comparison = Record<string, readonly [ours: unknown, theirs: unknown]>;
const oursOf = (comparison: Comparison) =>
  Object.entries(comparison).map(([name, [ours]]) => [name, ours]);
const theirsOf = (comparison: Comparison) =>
  Object.entries(comparison).map(([name, [, theirs]]) => [name, theirs]);

function compareBody(frame: GoodFrame, body: Expectation): Comparison {
  const message = frame.message as unknown as Expectation;
  const reports = reportsOf(frame).map(inTheirWords);
  const comparison: Comparison = {};
  for (const [name, value] of Object.entries(body)) {
    const field = FIELD[name];
    const locationField = LOCATION_FIELD[name];
    if (field !== undefined) comparison[name] = [String(message[field] ?? ''), plain(value)];
    if (locationField !== undefined) comparison[name] = [reports[0]?.[locationField], value];
    if (locationField !== undefined && UNSIGNED.has(name)) {
      comparison[name] = [Math.abs(Number(reports[0]?.[locationField])), value];
    }
    if (name === 'DateTime') {
      comparison[name] = [reports[0]?.['time'], Date.parse(`${String(value)}+08:00`)];
    }
    if (name === 'presentItems') comparison[name] = [reports.length, value];
    if (name === 'items') comparison[name] = [reports, (value as Expectation[]).map(withInstants)];
    if (name === '鉴权码长度')
      comparison[name] = [String(message['authCode']).length, Number(value)];
  }
  return comparison;
}
const plain = (value: unknown): string =>
  typeof value === 'string' && value.startsWith('0x') ? String(Number(value)) : String(value);

function compareHeader({ header }: GoodFrame, stated: Expectation): Comparison {
  const ours: Expectation = {
    msgId: `0x${header.messageId.toString(16).padStart(4, '0')}`,
    version: header.version,
    versionByHeader: `JT${header.version}`,
    phone: header.phone,
    seq: header.sequence,
    bodyLength: header.bodyLength,
    encrypt: header.encryption,
    fragmented: header.subPackage !== null,
    subPackage: header.subPackage,
    checksumOk: true,
  };
  const shared = Object.keys(ours).filter((key) => key in stated);
  return Object.fromEntries(shared.map((key) => [key, [ours[key], stated[key]] as const]));
}

/** The attributes of Traccar's own naming that come from items of the standard. */
const TRACCAR: Readonly<Record<string, (report: LocationReport) => unknown>> = {
  KEY_SATELLITES: ({ items }) => items.known.satellites,
  KEY_RSSI: ({ items }) => items.known.rssi,
};

function compareTraccar(frame: GoodFrame, stated: Expectation): Comparison {
  const reports = reportsOf(frame);
  const [first] = reports;
  const comparison: Comparison = {};
  if (stated['assert'] === 'verifyNull') comparison['positions'] = [reports.length, 0];
  if (String(stated['assert']).startsWith('verifyPosition')) {
    const isLocationId = [0x0200, 0x0704].includes(frame.header.messageId);
    comparison['has a position'] = [reports.length > 0, isLocationId];
  }
  const read = TRACCAR[String(stated['attribute'])];
  if (read && first) comparison['attribute'] = [read(first), Number(stated['value'])];
  return comparison;
}

/** Frames of another protocol with the same marks: counted and skipped here (its ids are 0x55…). */
const isAnotherProtocol = ({ hex }: Vector): boolean => hex.startsWith('7e55');

const receivedAt = new Date('2026-06-30T00:00:00Z');
/** The standard's own example of escaping: two marks, but no whole message between them. */
const ESCAPE_EXAMPLE = 'trac-111';

const uncontested = vectors.filter(({ id }) => !CONTESTED.has(id));
/** Those that a suite published with bytes its own check code denies. */
const isDamaged = ({ id, tags }: Vector): boolean =>
  tags.includes('badchecksum') || id === 'iss-016';
const damaged = uncontested.filter(isDamaged);
const whole = uncontested.filter((vector) => !isDamaged(vector));

const states =
  (...keys: string[]) =>
  ({ expect: stated }: Vector): boolean =>
    stated !== null && keys.some((key) => key in stated);
const isReadBody = (vector: Vector): boolean => goodFrameOf(vector).message.kind !== 'unsupported';
const rowsOf = (list: readonly Vector[]) => list.map((vector) => [vector.id, vector] as const);

if (vectors.length === 0) {
  it('has no published frames to try', () => {
    console.log(`${FILE} is not there: skipped`);
    expect(existsSync(FILE)).toBe(false);
  });
}
const describeWhenThere = vectors.length === 0 ? () => undefined : describe;

describeWhenThere('frames that other projects publish', () => {
  it('are 255, few of them contested', () => {
    expect(vectors).toHaveLength(255);
    expect(vectors.length - uncontested.length).toBe(6);
  });

  it.each(rowsOf(vectors))(
    '%s is taken without a throw, and again in single bytes',
    (_id, { hex }) => {
      const reader = new MessageReader();
      const bytewise = [...bytesOf(hex)].flatMap((byte) => reader.push(Uint8Array.of(byte)));

      expect(bytewise).toEqual(framesOf(hex));
    },
  );

  it.each(rowsOf(whole.filter(states('msgId', 'version', 'subPackage'))))(
    '%s has the header stated',
    (_id, vector) => {
      const comparison = compareHeader(goodFrameOf(vector), vector.expect ?? {});

      expect(oursOf(comparison)).toEqual(theirsOf(comparison));
    },
  );

  it.each(rowsOf(damaged))('%s, published with a wrong check code, is skipped', (_id, { hex }) => {
    expect(framesOf(hex)).toMatchObject([
      { ok: false, code: expect.stringMatching(/checksum|length/) },
    ]);
  });

  it.each(rowsOf(whole.filter(states('body')).filter(isReadBody)))(
    '%s has the body stated',
    (_id, vector) => {
      const body = vector.expect?.['body'] as Expectation;
      const comparison = compareBody(goodFrameOf(vector), body);

      expect(oursOf(comparison)).toEqual(theirsOf(comparison));
    },
  );

  it.each(
    rowsOf(whole.filter(states('generatedAs')).filter(({ hex }) => hex.startsWith('7e0100'))),
  )('%s, a registration, is of the edition stated', (_id, vector) => {
    expect(goodFrameOf(vector).message).toMatchObject({
      kind: 'register',
      version: vector.expect?.['generatedAs'],
    });
  });

  it.each(rowsOf(whole.filter(states('location'))))(
    '%s is where it is stated to be',
    (_id, vector) => {
      const location = vector.expect?.['location'] as Expectation;
      const [report] = reportsOf(goodFrameOf(vector)).map(inTheirWords);

      expect(report).toMatchObject(withInstants(location));
    },
  );

  it.each(rowsOf(whole.filter(states('plausible'))))(
    '%s is found to be no position to rely on',
    (_id, vector) => {
      const [report] = reportsOf(goodFrameOf(vector));

      expect(report && findLocationFault(report, receivedAt)).toEqual(expect.any(String));
    },
  );

  it.each(rowsOf(whole.filter(states('extras'))))(
    '%s has the additional items stated',
    (_id, vector) => {
      const extras = vector.expect?.['extras'] as Expectation;
      const known = reportsOf(goodFrameOf(vector))[0]?.items.known;

      expect(known).toMatchObject({
        mileageKm: Number(extras['0x01 mileage(0.1km)']) / 10,
        fuelL: Number(extras['0x02 fuel(0.1L)']) / 10,
        recorderSpeedKph: Number(extras['0x03 recorderSpeed(0.1km/h)']) / 10,
        alarmEventId: extras['0x04 alarmEventId'],
        cargoTemperatureC: extras['0x06 cargoTemp'],
        overspeed: extras['0x11 overspeed'],
        areaPassage: { areaType: 77, areaId: 77, direction: 77 },
        sectionTime: { sectionId: 88, durationSec: 88, result: 88 },
        signalBits: extras['0x25 signal'],
        ioBits: extras['0x2a io'],
        analogs: [extras['0x2b analog'], 0],
        rssi: extras['0x30 rssi'],
        satellites: extras['0x31 gnss'],
      });
      expect(toHex(known?.tyrePressures ?? new Uint8Array(0))).toMatch(/^373737/);
    },
  );

  it.each(rowsOf(whole.filter(states('additionError'))))(
    '%s keeps its position beside odd items',
    (_id, vector) => {
      const [report] = reportsOf(goodFrameOf(vector));

      expect(report).toMatchObject({ alarmBits: 1024, statusBits: 2048 });
      expect(report && (report.items.rest !== null || report.items.oddIds.length > 0)).toBe(true);
    },
  );

  it.each(rowsOf(uncontested.filter(states('decodes'))))(
    '%s decodes or not, as stated',
    (_id, vector) => {
      expect(framesOf(vector.hex).some(isGood)).toBe(vector.expect?.['decodes']);
    },
  );

  it.each(rowsOf(uncontested.filter(states('unescaped'))))(
    '%s is unescaped as stated',
    (_id, vector) => {
      expect(contentOf(vector)).toBe(vector.expect?.['unescaped']);
    },
  );

  it.each(rowsOf(uncontested.filter(states('escapeOf'))))(
    '%s is escaped as stated',
    (_id, vector) => {
      expect(toHex(toWire(bytesOf(String(vector.expect?.['escapeOf']))))).toBe(vector.hex);
    },
  );

  it.each(rowsOf(uncontested.filter(states('bodyHex'))))(
    '%s has the body bytes stated',
    (_id, vector) => {
      expect(contentOf(vector)).toContain(String(vector.expect?.['bodyHex']));
    },
  );

  it.each(rowsOf(uncontested.filter(states('frames'))))('%s is cut as stated', (_id, vector) => {
    const stated = vector.expect?.['frames'] as string[];
    const segments = segmentsOf(vector).map((segment) => `7e${toHex(segment)}7e`);

    expect(segments).toEqual(expect.arrayContaining(stated));
  });

  it.each(rowsOf(uncontested.filter(states('frames')).filter(({ id }) => id !== ESCAPE_EXAMPLE)))(
    '%s yields no other frame than stated',
    (_id, vector) => {
      const stated = vector.expect?.['frames'] as string[];

      expect(framesOf(vector.hex).filter(hasHeader)).toHaveLength(stated.length);
    },
  );

  it.each(rowsOf(uncontested.filter(states('pendingBytes'))))(
    '%s leaves the bytes stated',
    (_id, vector) => {
      const reader = new MessageReader();
      reader.push(bytesOf(vector.hex));

      expect(reader.pendingBytes).toBe(vector.expect?.['pendingBytes']);
    },
  );

  it.each(rowsOf(whole.filter(states('traccar')).filter((vector) => !isAnotherProtocol(vector))))(
    '%s reads as Traccar reads it',
    (_id, vector) => {
      const stated = vector.expect?.['traccar'] as Expectation;
      const comparison = compareTraccar(goodFrameOf(vector), stated);

      expect(oursOf(comparison)).toEqual(theirsOf(comparison));
    },
  );

  it.each(rowsOf(vectors.filter(isAnotherProtocol)))(
    '%s, of another protocol, is skipped',
    (_id, { hex }) => {
      expect(framesOf(hex).some(isGood)).toBe(false);
    },
  );

  it.each(rowsOf(vectors.filter(({ id }) => CONTESTED.has(id) && id.startsWith('trac-'))))(
    '%s, contested, is counted as bad and skipped',
    (_id, { hex }) => {
      const reader = new MessageReader();

      expect(reader.push(bytesOf(hex)).some(isGood)).toBe(false);
      expect(reader.badFrames.size).toBeGreaterThan(0);
    },
  );

  it('deliver the good frame after a bad one where a suite stops (go808-103)', () => {
    const stopping = vectors.find(({ id }) => id === 'go808-103');

    expect(framesOf(stopping?.hex ?? '').map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it('keep all three positions beside an odd item (go808-108)', () => {
    const batch = vectors.find(({ id }) => id === 'go808-108');

    expect(reportsOf(goodFrameOf(batch!))).toHaveLength(3);
  });

  it('skip a frame with a bare 0x7d before its end mark (go808-079)', () => {
    const bare = vectors.find(({ id }) => id === 'go808-079');

    expect(framesOf(bare?.hex ?? '')).toMatchObject([{ ok: false, code: 'bad_escape' }]);
  });
});
