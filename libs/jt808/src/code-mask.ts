import { joinBytes, toHex } from './bytes.js';
import { ESCAPE, FRAME_MARK } from './escape.js';
import { decodeFrame } from './frame.js';
import { MAX_ESCAPED_BYTES } from './frame-splitter.js';
import {
  type Header,
  HEADER_BYTES,
  type HeaderVersion,
  PHONE_AT,
  PHONE_BYTES,
  terminalNumberOf,
} from './header.js';
import { MESSAGE_ID } from './messages/message-id.js';

const MASK = 0x2a;
const MARK = Uint8Array.of(FRAME_MARK);
const NOTHING = new Uint8Array(0);
/** Of 0x8100: the sequence that it answers and the result. */
const BEFORE_THE_CODE = 3;
const VERSIONS: readonly HeaderVersion[] = ['2013', '2019'];
/** What a mask may leave readable: nothing, a header, what 0x8100 says before its code. */
const SHOWN = [
  0,
  ...Object.values(HEADER_BYTES).flatMap((bytes) => [bytes, bytes + BEFORE_THE_CODE]),
];

/**
 * Makes the authentication codes in one direction of a connection unreadable: in 0x0102 and in
 * 0x8100, and in whatever no frame can be read from, whatever the stream is cut into. Every other
 * byte stays, and the length. What is shown of a frame comes out with its end.
 *
 * Of 0x0102 the first 12 bytes stay, the shortest header, for a terminal may state the longer one and
 * not send it. The check code goes too: it would tell one letter of a code whose others are known.
 * Of what is damaged the header stays where it states the number of the frames before: in anything
 * else a code may begin at any byte.
 */
export class CodeMask {
  /** What came since the last mark; nothing once it is longer than any frame. */
  private held: Uint8Array = NOTHING;
  private isOverlong = false;
  /** What the last frame with a sound header stated. */
  private number: string | null = null;

  /** @returns what is ready to be shown: marks, frames that are over, what is too long for one */
  mask(bytes: Uint8Array): Uint8Array {
    const ready: Uint8Array[] = [];
    let from = 0;
    for (;;) {
      const mark = bytes.indexOf(FRAME_MARK, from);
      if (mark === -1) break;
      ready.push(this.hold(bytes.subarray(from, mark)), this.close(), MARK);
      from = mark + 1;
    }
    ready.push(this.hold(bytes.subarray(from)));
    return joinBytes(...ready);
  }

  /** Goes past bytes that nobody keeps. */
  follow(bytes: Uint8Array): void {
    const mark = bytes.lastIndexOf(FRAME_MARK);
    if (mark !== -1) this.forget();
    if (mark + 1 < bytes.length) this.hold(bytes.subarray(mark + 1));
  }

  /** What still waits for its end, which will not come. */
  rest(): Uint8Array {
    const rest = masked(this.held, 0);
    this.forget();
    return rest;
  }

  private forget(): void {
    this.held = NOTHING;
    this.isOverlong = false;
  }

  /** @returns what need not wait: it belongs to no frame */
  private hold(piece: Uint8Array): Uint8Array {
    if (this.isOverlong) return masked(piece, 0);
    this.held = joinBytes(this.held, piece);
    if (this.held.length <= MAX_ESCAPED_BYTES) return NOTHING;
    const overlong = this.rest();
    this.isOverlong = true;
    return overlong;
  }

  private close(): Uint8Array {
    const { held } = this;
    this.forget();
    const { header } = decodeOrNot(held);
    if (header === null) return masked(held, ownHeaderBytes(held, this.number));
    this.number = terminalNumberOf(header.phone);
    return masked(held, shownOf(header));
  }
}

/**
 * Whether a piece between two marks is what a CodeMask leaves of a frame: readable up to where a code
 * may begin, asterisks from there on. To be asked of what cannot be read; at least two are asterisks.
 */
export function isMasked(piece: Uint8Array, from = 0, to = piece.length): boolean {
  let start = to;
  while (start > from && piece[start - 1] === MASK) start -= 1;
  if (start === to) return false;
  const readable = countOnce(piece, from, start);
  const length = countOnce(piece, from, to);
  return SHOWN.some((shown) => readable <= shown && length - shown >= 2);
}

const NO_FRAME = { header: null };
const decodeOrNot = (piece: Uint8Array) => (piece.length === 0 ? NO_FRAME : decodeFrame(piece));

/** How many bytes of a frame's content say nothing of a code. */
function shownOf({ messageId, version }: Header): number {
  if (messageId === MESSAGE_ID.authenticate) return HEADER_BYTES['2013'];
  if (messageId !== MESSAGE_ID.registerAnswer) return Infinity;
  return HEADER_BYTES[version] + BEFORE_THE_CODE;
}

/** Of a damaged frame, how long its header is when it states this number; 0 when it does not. */
function ownHeaderBytes(piece: Uint8Array, number: string | null): number {
  const escape = piece.indexOf(ESCAPE);
  const plain = escape === -1 ? piece : piece.subarray(0, escape);
  const version = VERSIONS.find(
    (it) =>
      plain.length >= HEADER_BYTES[it] &&
      terminalNumberOf(toHex(plain, PHONE_AT[it], PHONE_AT[it] + PHONE_BYTES[it])) === number,
  );
  return version === undefined ? 0 : HEADER_BYTES[version];
}

/** A copy of which so many bytes of content can be read, an escaped one counted once. */
function masked(piece: Uint8Array, shown: number): Uint8Array {
  if (shown === Infinity) return piece;
  let count = 0;
  return piece.map((byte, at) => {
    if (at === 0 || piece[at - 1] !== ESCAPE) count += 1;
    return count > shown ? MASK : byte;
  });
}

/** Bytes of content, an escaped one counted once. */
function countOnce(piece: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (at === from || piece[at - 1] !== ESCAPE) count += 1;
  return count;
}
