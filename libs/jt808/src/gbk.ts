/** GBK is the character set of every text field (JT/T 808-2019, 4.2, table 1: STRING). */
const gbk = new TextDecoder('gbk');

let codes: Map<string, number> | undefined;

/** Two-byte codes by character, made once by decoding every code there is. */
function codesByCharacter(): Map<string, number> {
  if (codes) return codes;
  codes = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = gbk.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !codes.has(text)) {
        codes.set(text, (lead << 8) | trail);
      }
    }
  }
  return codes;
}

const isPadding = (byte: number) => byte === 0x00 || byte === 0x20;

/**
 * Reads a text field: padding (0x00 and blanks) at both ends is cut, wrong bytes become U+FFFD.
 *
 * After padding in front, the first 0x00 ends the text; no character of GBK has one in it.
 */
export function decodeText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let start = from;
  while (start < to && isPadding(bytes[start]!)) start += 1;
  const zero = bytes.subarray(start, to).indexOf(0x00);
  let end = zero < 0 ? to : start + zero;
  while (end > start && isPadding(bytes[end - 1]!)) end -= 1;
  return start === end ? '' : gbk.decode(bytes.subarray(start, end));
}

/** Text as GBK; a character that GBK does not have becomes `?`. */
export function encodeText(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const ascii = character.codePointAt(0)!;
    const code = ascii < 0x80 ? undefined : codesByCharacter().get(character);
    if (ascii < 0x80) bytes.push(ascii);
    else if (code === undefined) bytes.push(0x3f);
    else bytes.push(code >> 8, code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** Text in a field of fixed length, padded behind with 0x00; what is too long is cut. */
export function encodeFixedText(text: string, length: number): Uint8Array {
  const field = new Uint8Array(length);
  field.set(encodeText(text).subarray(0, length));
  return field;
}
