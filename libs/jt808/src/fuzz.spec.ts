import * as fc from 'fast-check';
import { toWire, unescape } from './escape.js';
import { type DecodedFrame, decodeFrame, encodeFrame } from './frame.js';
import { MAX_ESCAPED_BYTES } from './frame-splitter.js';
import { MessageReader } from './message-reader.js';
import { encodeLocation } from './messages/location.js';
import { MESSAGE_ID } from './messages/message-id.js';

const sequence = fc.integer({ min: 0, max: 0xffff });
const noise = fc.uint8Array({ maxLength: 80 });

/** A good position frame whose sequence tells it apart. */
const goodFrame = (number: number): Uint8Array =>
  encodeFrame(
    { messageId: MESSAGE_ID.location, version: '2013', phone: '13912340001', sequence: number },
    encodeLocation({
      statusBits: 3,
      latE6: 30_274_150,
      lngE6: 120_155_150,
      altitudeM: 0x7d7e,
      speedKph: 42.5,
      headingDeg: 270,
      at: new Date('2026-05-04T08:00:00Z'),
      items: { mileageKm: 12_345.6, satellites: 14 },
    }),
  );

/** Cuts bytes at places given as fractions of their length. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = places.map((place) => Math.floor(place * bytes.length)).toSorted((a, b) => a - b);
  return [...ends, bytes.length].map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

const sequencesOf = (frames: readonly DecodedFrame[]): number[] =>
  frames.flatMap((frame) =>
    frame.ok && frame.message.kind === 'location' ? [frame.header.sequence] : [],
  );

const join = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

describe('the codec under rough treatment', () => {
  it('takes any bytes without a throw, and keeps no more than the longest frame', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 3_000 }), { maxLength: 8 }), (packets) => {
        const reader = new MessageReader();
        for (const packet of packets) reader.push(packet);
        expect(reader.pendingBytes).toBeLessThanOrEqual(2 * MAX_ESCAPED_BYTES + 2);
      }),
      { numRuns: 300 },
    );
  });

  it('takes any content behind a right check code without a throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(MESSAGE_ID)),
        fc.constantFrom('2013' as const, '2019' as const),
        fc.uint8Array({ maxLength: 200 }),
        (messageId, version, body) => {
          const frame = encodeFrame({ messageId, version, phone: '1', sequence: 1 }, body);
          const decoded = decodeFrame(frame.subarray(1, -1));
          expect(decoded.ok || decoded.code === 'bad_body').toBe(true);
          expect(decoded.header).toMatchObject({ messageId, version, bodyLength: body.length });
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('finds every good frame in noise, however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, sequence), { maxLength: 8 }), places, (parts, cuts) => {
        const stream = join(parts.flatMap(([before, number]) => [before, goodFrame(number)]));
        const reader = new MessageReader();
        const frames = cut(stream, cuts).flatMap((packet) => reader.push(packet));
        expect(sequencesOf(frames)).toEqual(parts.map(([, number]) => number));
      }),
      { numRuns: 300 },
    );
  });

  it('finds the good frames around one with a flipped bit', () => {
    const flipped = fc.tuple(
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.integer({ min: 0, max: 7 }),
    );
    fc.assert(
      fc.property(sequence, sequence, flipped, (first, last, [place, bit]) => {
        const middle = Uint8Array.from(goodFrame(1));
        const at = Math.floor(place * middle.length);
        middle[at] = middle[at]! ^ (1 << bit);
        const found = sequencesOf(
          new MessageReader().push(join([goodFrame(first), middle, goodFrame(last)])),
        );
        expect(found[0]).toBe(first);
        expect(found.at(-1)).toBe(last);
      }),
      { numRuns: 1_000 },
    );
  });

  it('escapes and unescapes to the same bytes, with no mark inside', () => {
    const tricky = fc.array(fc.constantFrom(0x7d, 0x7e, 0x01, 0x02, 0x30), { maxLength: 60 });
    fc.assert(
      fc.property(tricky, (content) => {
        const inner = toWire(Uint8Array.from(content)).subarray(1, -1);
        expect(inner.includes(0x7e)).toBe(false);
        const target = new Uint8Array(inner.length);
        const length = unescape(inner, 0, inner.length, target);
        expect([...target.subarray(0, length)]).toEqual(content);
      }),
    );
  });

  it('reads megabytes of noise with good frames in it, every frame found', () => {
    const [random] = fc.sample(fc.uint8Array({ minLength: 60_000, maxLength: 60_000 }), {
      seed: 808,
      numRuns: 1,
    });
    const reader = new MessageReader();
    let found = 0;
    for (let round = 0; round < 50; round += 1) {
      reader.push(random!.subarray(round));
      found += sequencesOf(reader.push(goodFrame(round))).length;
    }

    expect(found).toBe(50);
    expect(decodeFrame(random!)).toMatchObject({ ok: false, code: 'too_long' });
  });
});
