import * as fc from 'fast-check';
import { CodeMask, isMasked } from './code-mask.js';
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
  out.push(...mask.rest());
  return out;
};
/** What stands between the marks of a frame. */
const between = (wire: readonly number[]) => Uint8Array.from(wire.slice(1, -1));
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

  it('hides a code whose beginning nobody kept', () => {
    const wire = statingCode('SECRETCODE', '2013');
    const mask = new CodeMask();
    mask.follow(joined(beat, wire.subarray(0, -6)));
    const shown = text([...mask.mask(joined(wire.subarray(-6), beat))]);

    expect(shown).toContain(`${'*'.repeat(11)}~${text([...beat])}`);
    expect(shown).not.toContain('S');
  });

  it('hides a code in a frame that was damaged at any place, and leaves the frames about it', () => {
    const code = 'SECRETCODE';
    const versions = fc.constantFrom<HeaderVersion>('2013', '2019');
    const damage = fc.integer({ min: 1, max: 0xff });
    fc.assert(
      fc.property(versions, fc.nat(), damage, fc.boolean(), (version, place, flipped, isLost) => {
        const secret = statingCode(code, version);
        const at = place % secret.length;
        const damaged = isLost
          ? joined(secret.subarray(0, at), secret.subarray(at + 1))
          : secret.map((byte, index) => (index === at ? byte ^ flipped : byte));
        const shown = maskedIn(joined(beat, damaged, beat), []);

        expect(shown).toHaveLength(beat.length * 2 + damaged.length);
        expect(shown.slice(0, beat.length)).toEqual([...beat]);
        for (let from = 0; from + 2 <= code.length; from += 1) {
          expect(text(shown)).not.toContain(code.slice(from, from + 2));
        }
      }),
    );
  });

  it('leaves of a damaged frame the header that states the number of those before', () => {
    const sound = encodeFrame(
      { messageId: MESSAGE_ID.heartbeat, version: '2019', phone: PHONE, sequence: 7 },
      encodeHeartbeat(),
    );
    const damaged = sound.map((byte, at) => (at === sound.length - 2 ? byte ^ 1 : byte));
    const another = damaged.map((byte, at) => (at === 14 ? byte ^ 2 : byte));
    const shown = maskedIn(joined(sound, damaged, another), []);

    expect(shown.slice(sound.length, -sound.length)).toEqual([...damaged.slice(0, -2), 0x2a, 0x7e]);
    expect(text(shown.slice(-sound.length))).toMatch(/^~\*+~$/);
  });

  it('keeps of noise how long it was, within what is too long for a frame too', () => {
    const noise = Uint8Array.of(0xde, 0xad, 0x7d, 0xbe);
    const long = new Uint8Array(5_000).fill(0x53);

    expect(text(maskedIn(joined(noise, beat, long, beat, noise), [2, 5, 4_000]))).toBe(
      ['****', text([...beat]), '*'.repeat(5_000), text([...beat]), '****'].join(''),
    );
  });
});

describe('isMasked', () => {
  it.each([
    { what: 'a code stated by the longer header', wire: statingCode('SECRETCODE', '2019') },
    { what: 'a code stated by the shorter header', wire: statingCode('SECRETCODE', '2013') },
    { what: 'a code given', wire: givingCode('SECRETCODE', '2019') },
    { what: 'noise', wire: Uint8Array.of(0x7e, 0xde, 0xad, 0x7e) },
  ])('knows $what again', ({ wire }) => {
    expect(isMasked(between(maskedIn(wire, [])))).toBe(true);
    expect(isMasked(between([...wire]))).toBe(false);
  });

  it('takes no damaged frame for one that happens to end like it', () => {
    expect(isMasked(between([...beat.slice(0, -2), 0x2a, 0x7e]))).toBe(false);
  });
});
