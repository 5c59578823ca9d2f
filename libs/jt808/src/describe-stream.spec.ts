import { existsSync, readFileSync } from 'node:fs';
import { fromHex, toHex } from './bytes.js';
import { CodeMask } from './code-mask.js';
import { describeStream } from './describe-stream.js';
import { encodeFrame } from './frame.js';
import { encodeAuthenticate } from './messages/authenticate.js';
import { encodeHeartbeat } from './messages/heartbeat.js';
import { encodeLocation } from './messages/location.js';
import { BATCH_KIND, encodeLocationBatch } from './messages/location-batch.js';
import { MESSAGE_ID } from './messages/message-id.js';
import { encodeRegister } from './messages/register.js';

const header = { version: '2013' as const, phone: '013912340001', sequence: 7 };
const report = {
  alarmBits: 2,
  statusBits: 0b11,
  latE6: -30_250_000,
  lngE6: 120_160_000,
  altitudeM: 12,
  speedKph: 56.3,
  headingDeg: 90,
  at: new Date('2026-11-27T01:02:03Z'),
  items: { mileageKm: 12.3, raw: [{ id: 0xe5, value: Uint8Array.of(1, 0xff) }] },
};
const frameOf = (messageId: number, body: Uint8Array, version: '2013' | '2019' = '2013') =>
  toHex(encodeFrame({ ...header, version, messageId }, body));
const LOCATION = frameOf(MESSAGE_ID.location, encodeLocation(report));
const HEARTBEAT = frameOf(MESSAGE_ID.heartbeat, encodeHeartbeat());

const DESCRIBED = {
  location: {
    latE6: -30_250_000,
    lngE6: 120_160_000,
    alarm: 2,
    status: 0b111,
    altitudeM: 12,
    speedTenthKph: 563,
    headingDeg: 90,
    at: '2026-11-27T01:02:03.000Z',
  },
  extras: { mileageKm: 12.3, raw: [{ id: '0xe5', hex: '01ff' }] },
};

describe('describeStream', () => {
  it('tells of a position with its items, private ones by their bytes', () => {
    expect(describeStream(LOCATION)).toEqual({
      messages: [
        {
          ok: true,
          messageId: '0x0200',
          version: '2013',
          phone: '013912340001',
          sequence: 7,
          ...DESCRIBED,
        },
      ],
      pendingBytes: 0,
    });
  });

  it('tells of each position of a batch', () => {
    const body = encodeLocationBatch(BATCH_KIND.blindSpot, [report, report]);

    expect(describeStream(frameOf(MESSAGE_ID.locationBatch, body)).messages).toMatchObject([
      { body: { statedCount: 2, batchKind: 1, badCount: 0, items: [DESCRIBED, DESCRIBED] } },
    ]);
  });

  it.each(['2011', '2013', '2019'] as const)(
    'names the edition of a registration: %s',
    (version) => {
      const body = encodeRegister(
        {
          provinceId: 33,
          cityId: 100,
          manufacturer: 'TY',
          model: 'TY-808',
          terminalNo: '0000001',
          plateColor: 2,
          plateNo: '浙A12345',
        },
        version,
      );
      const headerVersion = version === '2019' ? '2019' : '2013';

      expect(
        describeStream(frameOf(MESSAGE_ID.register, body, headerVersion)).messages,
      ).toMatchObject([{ ok: true, messageId: '0x0100', version, body: { plateNo: '浙A12345' } }]);
    },
  );

  it.each([
    { text: LOCATION.toUpperCase(), why: 'capital letters' },
    { text: ` ${LOCATION.replaceAll(/(..)/g, '$1 ')}\t\r`, why: 'blanks between the bytes' },
  ])('reads digits as people write them: $why', ({ text }) => {
    expect(describeStream(text)).toEqual(describeStream(LOCATION));
  });

  it('goes on behind a bad frame and says what still waits', () => {
    const damaged = `${HEARTBEAT.slice(0, -4)}007e`;

    expect(describeStream(`${HEARTBEAT}${damaged}abcdef${LOCATION}7e0200`)).toMatchObject({
      messages: [
        { ok: true, messageId: '0x0002' },
        { ok: false, code: 'bad_checksum' },
        { ok: false, code: 'bad_checksum' },
        { ok: true, messageId: '0x0200' },
      ],
      pendingBytes: 3,
    });
  });

  it('says of what a raw log hides that it is masked, not that it is damaged', () => {
    const secret = frameOf(
      MESSAGE_ID.authenticate,
      encodeAuthenticate({ authCode: 'SECRET', imei: null, softwareVersion: null }, '2013'),
    );
    const shown = new CodeMask().mask(fromHex(`${secret}${HEARTBEAT}`)!);

    expect(describeStream(toHex(shown)).messages).toMatchObject([
      { ok: false, code: 'masked' },
      { ok: true, messageId: '0x0002' },
    ]);
  });

  it.each(['zz', '7e0', '7e02, 00', '——'])('answers what is no hexadecimal: %s', (text) => {
    expect(describeStream(text)).toEqual({
      messages: [{ ok: false, code: 'not_hex' }],
      pendingBytes: 0,
    });
  });
});

const FILE = '../shared/testdata/jt808-frames.jsonl';
const vectors = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { hex: string; expect: Record<string, unknown> | null })
  : [];
const OUR_WORDS: Readonly<Record<string, string>> = {
  lat_e6: 'latE6',
  lon_e6: 'lngE6',
  alarm: 'alarm',
  status: 'status',
  altitude_m: 'altitudeM',
  speed_01kmh: 'speedTenthKph',
  heading: 'headingDeg',
};
function inOurWords(location: unknown): Record<string, unknown> {
  const ours: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(location as Record<string, number>)) {
    const word = OUR_WORDS[name];
    if (word !== undefined) ours[word] = value;
    if (name === 'time') ours['at'] = new Date(value).toISOString();
  }
  return ours;
}
const describeWhenThere = vectors.length === 0 ? () => undefined : describe;
if (vectors.length === 0) console.log(`${FILE} is not there: its frames are left out`);

describeWhenThere('frames that other projects publish', () => {
  it('are all described, as one line of JSON each', () => {
    const lines = vectors.map(({ hex }) => JSON.stringify(describeStream(hex)));

    expect(lines).toHaveLength(255);
    expect(lines.filter((line) => line.includes('not_hex') || line.includes('\n'))).toEqual([]);
  });

  it('are where they are stated to be', () => {
    const stated = vectors.filter(({ expect: it }) => it !== null && 'location' in it);
    const ours = stated.map(({ hex }) => {
      const [message] = describeStream(hex).messages;
      return message?.ok ? message.location : null;
    });

    expect(ours).toMatchObject(stated.map(({ expect: it }) => inOurWords(it?.['location'])));
    expect(ours.length).toBeGreaterThan(5);
  });
});
