import { fromHex, toHex } from './bytes.js';
import { decodeFrame, encodeFrame } from './frame.js';
import { MessageReader } from './message-reader.js';
import { encodeRegisterAnswer } from './messages/register-answer.js';

/** Spaces separate the fields; what stands between the two marks is decoded. */
const wire = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array(0);
const decode = (hex: string) => decodeFrame(wire(hex));

describe('decodeFrame', () => {
  it('reads a 2013 heartbeat', () => {
    // id 0002 · attributes 0000: no body · phone 013912340001 · sequence 0007 · check code
    expect(decode('0002 0000 013912340001 0007 1a')).toEqual({
      ok: true,
      header: {
        messageId: 0x0002,
        version: '2013',
        phone: '013912340001',
        sequence: 7,
        bodyLength: 0,
        encryption: 0,
        subPackage: null,
      },
      message: { kind: 'heartbeat' },
    });
  });

  it('reads a 2019 heartbeat by bit 14, the revision byte and ten bytes of phone', () => {
    expect(decode('0002 4000 01 00000000013912340001 0007 5b')).toMatchObject({
      ok: true,
      header: { version: '2019', phone: '00000000013912340001', sequence: 7 },
    });
  });

  it.each([
    { hex: '0002 4000 013912340001 0007 5a', version: '2013', why: 'bit 14 set, 2013 header' },
    { hex: '0002 0000 01 00000000013912340001 0007 1b', version: '2019', why: 'bit 14 forgotten' },
  ])('lets the length decide where bit 14 contradicts it ($why)', ({ hex, version }) => {
    expect(decode(hex)).toMatchObject({ ok: true, header: { version, sequence: 7 } });
  });

  it('reads the fields of a part and leaves its body alone', () => {
    // attributes 2002: two bytes of body, cut up · part 2 of 3 · body abcd
    expect(decode('0704 2002 013912340001 0007 0003 0002 abcd 5e')).toMatchObject({
      ok: true,
      header: { subPackage: { total: 3, no: 2 } },
      message: { kind: 'part', body: wire('abcd') },
    });
  });

  it('does not look into an encrypted body', () => {
    expect(decode('0200 0402 013912340001 0007 abcd 7a')).toMatchObject({
      ok: true,
      header: { encryption: 1 },
      message: { kind: 'encrypted', body: wire('abcd') },
    });
  });

  it.each([
    { hex: '0002 0000 01391234 7d03 0007 1b', code: 'bad_escape', why: '7d 03 escapes nothing' },
    { hex: '0002 0000 013912340001 0007 7d', code: 'bad_escape', why: 'a bare 7d at the end' },
    { hex: '0002 0000 013912340001 0007 1c', code: 'bad_checksum', why: 'check code one off' },
    { hex: '0002 0002', code: 'too_short', why: 'no header fits' },
    { hex: '00', code: 'too_short', why: 'one byte' },
    { hex: '0002 0001 013912340001 0007 1b', code: 'length_mismatch', why: 'a body byte missing' },
    { hex: '0002 0000 013912340001 0007 aa b0', code: 'length_mismatch', why: 'one too many' },
  ])('answers $code for $why', ({ hex, code }) => {
    expect(decode(hex)).toEqual({ ok: false, code, header: null });
  });

  it('names the sender of a body that is too short, so that he can be answered', () => {
    expect(decode('0200 0002 013912340001 0007 abcd 7d02')).toMatchObject({
      ok: false,
      code: 'bad_body',
      header: { phone: '013912340001', sequence: 7 },
    });
  });

  it('answers too_long for what no ten length bits can state', () => {
    expect(decodeFrame(new Uint8Array(1046))).toMatchObject({ code: 'too_long' });
  });
});

describe('encodeFrame', () => {
  it('escapes marks in header, body and check code', () => {
    const frame = encodeFrame(
      { messageId: 0x8100, version: '2013', phone: '13912340001', sequence: 0x7e7d },
      encodeRegisterAnswer({ answeredSequence: 7, result: 0, authCode: 'ab' }),
    );

    expect(toHex(frame)).toBe('7e810000050139123400017d027d0100070061629c7e');
  });

  it('fills a short phone with zeros in front and a 2019 one up to twenty digits', () => {
    const header = { messageId: 0x8001, phone: '13912340001', sequence: 1 };
    const reader = new MessageReader();
    const [short, long] = [
      ...reader.push(encodeFrame({ ...header, version: '2013' }, new Uint8Array(0))),
      ...reader.push(encodeFrame({ ...header, version: '2019' }, new Uint8Array(0))),
    ];

    expect(short?.header?.phone).toBe('013912340001');
    expect(long?.header?.phone).toBe('00000000013912340001');
  });

  it.each([
    { phone: '4F07788ef676', sent: '4f07788ef676', why: 'a vendor’s digits are hexadecimal' },
    { phone: '8613912340001', sent: '613912340001', why: 'the last twelve fit' },
    { phone: '1391234000g', sent: '000000000000', why: 'no number' },
  ])('sends $phone as $sent ($why), whatever was sent before', ({ phone, sent }) => {
    const header = { messageId: 0x8001, version: '2013', sequence: 1 } as const;
    encodeFrame({ ...header, phone: '999999999999' }, new Uint8Array(40).fill(0xff));
    const [frame] = new MessageReader().push(encodeFrame({ ...header, phone }, new Uint8Array(0)));

    expect(frame?.header?.phone).toBe(sent);
  });
});
