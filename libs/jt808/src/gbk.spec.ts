import { fromHex, toHex } from './bytes.js';
import { decodeText, encodeFixedText, encodeText } from './gbk.js';

describe('text fields', () => {
  it.each([
    { text: '测A1234', hex: 'b2e24131323334' },
    { text: '浙A·挂', hex: 'd5e341a1a4b9d2' },
    { text: '', hex: '' },
  ])('write $text as GBK and read it again', ({ text, hex }) => {
    expect(toHex(encodeText(text))).toBe(hex);
    expect(decodeText(fromHex(hex)!)).toBe(text);
  });

  it('write ? for what GBK does not have', () => {
    expect(toHex(encodeText('a😀b'))).toBe('613f62');
  });

  it('pad behind with zeros and cut what is too long', () => {
    expect(toHex(encodeFixedText('ab', 4))).toBe('61620000');
    expect(toHex(encodeFixedText('abcdef', 4))).toBe('61626364');
  });

  it('drop padding at both ends, not inside', () => {
    expect(decodeText(fromHex('0000612062200000')!)).toBe('a b');
  });

  it.each([
    { what: 'one zero', hex: '61006263' },
    { what: 'blanks before the zero', hex: '0061202000b2e2' },
  ])('end at $what inside, as in C, whatever follows', ({ hex }) => {
    expect(decodeText(fromHex(hex)!)).toBe('a');
  });

  it('do not fail on wrong bytes', () => {
    expect(decodeText(Uint8Array.of(0x61, 0x81))).toBe('a\ufffd');
  });
});
