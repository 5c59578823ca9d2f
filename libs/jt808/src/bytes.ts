/** Two bytes, most significant first, from `at`. The caller has checked the length. */
export const readWord = (bytes: Uint8Array, at: number): number =>
  (bytes[at]! << 8) | bytes[at + 1]!;

/** Four bytes, most significant first, unsigned, from `at`. The caller has checked the length. */
export const readDword = (bytes: Uint8Array, at: number): number =>
  ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;

export function writeWord(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = (value >>> 8) & 0xff;
  bytes[at + 1] = value & 0xff;
}

export function writeDword(bytes: Uint8Array, at: number, value: number): void {
  writeWord(bytes, at, value >>> 16);
  writeWord(bytes, at + 2, value & 0xffff);
}

/** One word as its two bytes. */
export function toWord(value: number): Uint8Array {
  return Uint8Array.of((value >>> 8) & 0xff, value & 0xff);
}

/** One double word as its four bytes. */
export function toDword(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

/** Joins parts of a body in order. */
export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Four digits by their word, filled as they are met: most of a phone number recurs for ever. */
const QUADS: (string | undefined)[] = Array.from({ length: 0x1_0000 });

function quadOf(word: number): string {
  return (QUADS[word] ??= PAIRS[word >> 8]! + PAIRS[word & 0xff]!);
}

/** Lower-case hexadecimal, two characters a byte; BCD digits read as themselves. */
export function toHex(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = '';
  let at = from;
  for (; at + 1 < to; at += 2) text += quadOf((bytes[at]! << 8) | bytes[at + 1]!);
  return at < to ? text + PAIRS[bytes[at]!]! : text;
}

/** Reads hexadecimal digits; null when there is anything else or an odd digit. */
export function fromHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0 || !/^[\da-f]*$/i.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(index * 2, index * 2 + 2), 16),
  );
}
