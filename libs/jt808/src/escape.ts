/** Opens and closes every frame (JT/T 808-2019, 4.4.2). */
export const FRAME_MARK = 0x7e;
export const ESCAPE = 0x7d;
const ESCAPED_ESCAPE = 0x01;
const ESCAPED_MARK = 0x02;

/** Where the first escape stands in `bytes` from `from` up to `to`; -1 when there is none. */
export function findEscape(bytes: Uint8Array, from: number, to: number): number {
  for (let index = from; index < to; index += 1) if (bytes[index] === ESCAPE) return index;
  return -1;
}

/**
 * Undoes the escaping of what stands between two marks, 7d 02 → 7e and 7d 01 → 7d, in one pass.
 *
 * @param target takes the content from its start; as long as the escaped bytes
 * @returns the length of the content; -1 when 0x7d is followed by anything else: such a frame is bad
 */
export function unescape(bytes: Uint8Array, from: number, to: number, target: Uint8Array): number {
  let length = 0;
  for (let index = from; index < to; index += 1) {
    const byte = bytes[index]!;
    if (byte !== ESCAPE) {
      target[length++] = byte;
      continue;
    }
    index += 1;
    const code = index < to ? bytes[index] : ESCAPE;
    if (code === ESCAPED_ESCAPE) target[length++] = ESCAPE;
    else if (code === ESCAPED_MARK) target[length++] = FRAME_MARK;
    else return -1;
  }
  return length;
}

/** Bytes that a content takes on the wire at most: every one of them escaped, between two marks. */
export const wireBytesOf = (length: number): number => 2 * length + 2;

/**
 * Escapes the first `length` bytes, the content of a frame, and puts its two marks around it: the wire
 * form, in `target` from `at` on, where there is room for it (`wireBytesOf`).
 *
 * @returns where it ends
 */
export function writeWire(
  content: Uint8Array,
  length: number,
  target: Uint8Array,
  at: number,
): number {
  let end = at;
  target[end++] = FRAME_MARK;
  for (let index = 0; index < length; index += 1) {
    const byte = content[index]!;
    if (byte === FRAME_MARK) {
      target[end++] = ESCAPE;
      target[end++] = ESCAPED_MARK;
    } else if (byte === ESCAPE) {
      target[end++] = ESCAPE;
      target[end++] = ESCAPED_ESCAPE;
    } else {
      target[end++] = byte;
    }
  }
  target[end++] = FRAME_MARK;
  return end;
}

/** The wire form of a content by itself. */
export function toWire(content: Uint8Array, length = content.length): Uint8Array {
  const wire = new Uint8Array(length + countToEscape(content, length) + 2);
  writeWire(content, length, wire, 0);
  return wire;
}

function countToEscape(content: Uint8Array, length: number): number {
  let count = 0;
  for (let index = 0; index < length; index += 1) {
    const byte = content[index];
    if (byte === FRAME_MARK || byte === ESCAPE) count += 1;
  }
  return count;
}

/** XOR of the bytes from `from` up to `to`: the check code that ends a frame's content (4.4.4). */
export function computeCheckCode(content: Uint8Array, from: number, to: number): number {
  let code = 0;
  for (let index = from; index < to; index += 1) code ^= content[index]!;
  return code;
}
