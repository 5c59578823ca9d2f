/** Opens and closes every frame (JT/T 808-2019, 4.4.2). */
export const FRAME_MARK = 0x7e;
const ESCAPE = 0x7d;
const ESCAPED_ESCAPE = 0x01;
const ESCAPED_MARK = 0x02;

/**
 * Undoes the escaping of what stands between two marks: 7d 02 → 7e, 7d 01 → 7d, in one pass.
 *
 * @returns null when 0x7d is followed by anything else: such a frame is bad. Bytes without an
 *   escape come back as they are, not copied.
 */
export function unescape(escaped: Uint8Array): Uint8Array | null {
  const first = escaped.indexOf(ESCAPE);
  if (first === -1) return escaped;

  const content = new Uint8Array(escaped.length);
  content.set(escaped.subarray(0, first));
  let length = first;
  for (let index = first; index < escaped.length; index += 1) {
    const byte = escaped[index]!;
    if (byte !== ESCAPE) {
      content[length++] = byte;
      continue;
    }
    index += 1;
    const code = escaped[index];
    if (code === ESCAPED_ESCAPE) content[length++] = ESCAPE;
    else if (code === ESCAPED_MARK) content[length++] = FRAME_MARK;
    else return null;
  }
  return content.subarray(0, length);
}

/** Escapes the content of a frame and puts its two marks around it: the wire form. */
export function toWire(content: Uint8Array): Uint8Array {
  const wire = new Uint8Array(content.length * 2 + 2);
  let length = 0;
  wire[length++] = FRAME_MARK;
  for (const byte of content) {
    if (byte === FRAME_MARK) {
      wire[length++] = ESCAPE;
      wire[length++] = ESCAPED_MARK;
    } else if (byte === ESCAPE) {
      wire[length++] = ESCAPE;
      wire[length++] = ESCAPED_ESCAPE;
    } else {
      wire[length++] = byte;
    }
  }
  wire[length++] = FRAME_MARK;
  return wire.subarray(0, length);
}

/** XOR of the bytes before `end`: the check code that ends a frame's content (4.4.4). */
export function computeCheckCode(content: Uint8Array, end: number): number {
  let code = 0;
  for (let index = 0; index < end; index += 1) code ^= content[index]!;
  return code;
}
