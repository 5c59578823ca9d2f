import * as fc from 'fast-check';
import { CodeMask } from './code-mask.js';
import { encodeFrame } from './frame.js';
import type { HeaderVersion } from './header.js';
import { encodeAuthenticate } from './messages/authenticate.js';
import { encodeHeartbeat } from './messages/heartbeat.js';
import { MESSAGE_ID } from './messages/message-id.js';
import { encodeRegisterAnswer } from './messages/register-answer.js';

const PHONE = '13912340001';
const frame = (messageId: number, body: Uint8Array, version: HeaderVersion = '2019') =>
  encodeFrame({ messageId, version, phone: PHONE, sequence: 0x7d7e }, body);
const statingCode = (authCode: string, version: HeaderVersion) =>
  frame(
    MESSAGE_ID.authenticate,
    encodeAuthenticate({ authCode, imei: null, softwareVersion: null }, version),
    version,
  );
const givingCode = (authCode: string, version: HeaderVersion) =>
  frame(
    MESSAGE_ID.registerAnswer,
    encodeRegisterAnswer({ answeredSequence: 7, result: 0, authCode }),
    version,
  );
const beat = frame(MESSAGE_ID.heartbeat, encodeHeartbeat());
const joined = (...pieces: readonly Uint8Array[]) =>
  Uint8Array.from(pieces.flatMap((piece) => [...piece]));
/** What is masked when a stream comes in pieces of these lengths. */
const maskedIn = (stream: Uint8Array, lengths: readonly number[]): number[] => {
  const mask = new CodeMask();
  const out: number[] = [];
  let from = 0;
  for (const length of [...lengths, stream.length]) {
    out.push(...mask.mask(stream.subarray(from, from + length)));
    from += length;
  }
  return out;
};
const text = (bytes: readonly number[]) => String.fromCharCode(...bytes);

describe('CodeMask', () => {
  it.each([
    { what: 'a code that a terminal states', of: statingCode },
    { what: 'a code that a terminal is given', of: givingCode },
  ])('hides $what, by either edition, however the stream is cut', ({ of }) => {
    const code = fc.stringMatching(/^[B-Zc-z5-9]{8,30}$/);
    const versions = fc.constantFrom<HeaderVersion>('2013', '2019');
    const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 });
    fc.assert(
      fc.property(code, versions, cuts, (authCode, version, lengths) => {
        const secret = of(authCode, version);
        const shown = maskedIn(joined(beat, secret, beat), lengths);

        expect(shown).toHaveLength(beat.length * 2 + secret.length);
        expect(shown.slice(0, beat.length + 3)).toEqual([...beat, ...secret.slice(0, 3)]);
        expect(shown.slice(-beat.length)).toEqual([...beat]);
        for (let at = 0; at + 4 <= authCode.length; at += 1) {
          expect(text(shown)).not.toContain(authCode.slice(at, at + 4));
        }
      }),
    );
  });

  it('hides the whole code of a terminal that states the longer header and sends the shorter', () => {
    const wire = statingCode('SECRETCODE', '2013');
    // Bit 14 of the attributes, and the check code with it.
    wire[3]! ^= 0x40;
    wire[wire.length - 2]! ^= 0x40;

    expect(text(maskedIn(wire, []))).toMatch(/\*{11}~$/);
  });

  it('says what a registration was answered', () => {
    const result = 3;
    const body = encodeRegisterAnswer({ answeredSequence: 7, result, authCode: null });

    for (const version of ['2013', '2019'] as const) {
      const wire = frame(MESSAGE_ID.registerAnswer, body, version);
      expect(maskedIn(wire, []).slice(0, -2)).toEqual(Array.from(wire.subarray(0, -2)));
    }
  });

  it('hides the rest of a code whose beginning nobody kept', () => {
    const wire = statingCode('SECRETCODE', '2013');
    const mask = new CodeMask();
    mask.follow(joined(beat, wire.subarray(0, -6)));

    expect(text([...mask.mask(joined(wire.subarray(-6), beat))])).toBe(`*****~${text([...beat])}`);
  });

  it('leaves noise as it is', () => {
    const noise = Uint8Array.of(0xde, 0xad, 0x7d, 0xbe);

    expect(maskedIn(joined(noise, beat, noise), [2, 5])).toEqual([...joined(noise, beat, noise)]);
  });
});
