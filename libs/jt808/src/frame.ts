import {
  computeCheckCode,
  findEscape,
  toWire,
  unescape,
  wireBytesOf,
  writeWire,
} from './escape.js';
import { MAX_CONTENT_BYTES, MAX_ESCAPED_BYTES } from './frame-splitter.js';
import {
  bodyAtOf,
  type Header,
  headerBytesOf,
  type HeaderToSend,
  MOST_HEADER_BYTES,
  readHeader,
  writeHeader,
} from './header.js';
import { decodeMessage, type Message } from './messages/index.js';

/**
 * Why a frame was skipped.
 *
 * - `bad_escape`: 0x7d before anything but 01 or 02
 * - `too_long`, `too_short`: no header has that length
 * - `bad_checksum`: the XOR of the content is not its last byte
 * - `length_mismatch`: neither header's stated body length fits
 * - `bad_body`: the header is right, the body too short for its message
 */
export type BadFrameCode =
  'bad_escape' | 'too_long' | 'too_short' | 'bad_checksum' | 'length_mismatch' | 'bad_body';

export interface GoodFrame {
  readonly ok: true;
  readonly header: Header;
  readonly message: Message;
  /** Its own bytes with their marks, for people to look at; only where the reader keeps them. */
  readonly wire?: Uint8Array;
}
export interface BadFrame {
  readonly ok: false;
  readonly code: BadFrameCode;
  /** Known only when nothing but the body is bad: then the sender can still be answered. */
  readonly header: Header | null;
}
export type DecodedFrame = GoodFrame | BadFrame;

const bad = (code: BadFrameCode, header: Header | null = null): BadFrame => ({
  ok: false,
  code,
  header,
});

/** What is put in place of bytes that ran on beyond the longest legal frame. */
export const OVERLONG: BadFrame = bad('too_long');

/** Content is decoded from here when it had escapes; whatever a message keeps, it copies. */
const unescaped = new Uint8Array(MAX_ESCAPED_BYTES);

/**
 * Opens one frame and reads its message. Never throws, whatever the bytes.
 *
 * @param bytes hold from `from` up to `to` what stands between two marks, still escaped; nothing of
 *   the outcome looks into them afterwards
 */
export function decodeFrame(bytes: Uint8Array, from = 0, to = bytes.length): DecodedFrame {
  if (to - from > MAX_ESCAPED_BYTES) return OVERLONG;
  if (findEscape(bytes, from, to) === -1) return decodeContent(bytes, from, to);
  const length = unescape(bytes, from, to, unescaped);
  return length === -1 ? bad('bad_escape') : decodeContent(unescaped, 0, length);
}

/** As decodeFrame, for content whose escapes were undone already. */
function decodeContent(content: Uint8Array, from: number, to: number): DecodedFrame {
  if (to - from > MAX_CONTENT_BYTES) return OVERLONG;
  const end = to - 1;
  if (end - from < 1) return bad('too_short');
  if (computeCheckCode(content, from, end) !== content[end]) return bad('bad_checksum');

  const header = readHeader(content, from, to);
  if (typeof header === 'string') return bad(header);

  const message = decodeMessage(header, content, from + bodyAtOf(header), end);
  return message === null ? bad('bad_body', header) : { ok: true, header, message };
}

/** The content of the frame that is being made; nothing keeps it. */
const made = new Uint8Array(MAX_CONTENT_BYTES);

/** The wire form of a message: header, body and check code, escaped, between two marks. */
export function encodeFrame(header: HeaderToSend, body: Uint8Array): Uint8Array {
  const end = headerBytesOf(header) + body.length;
  const content = end < made.length ? made : new Uint8Array(end + 1);
  return toWire(content, writeContent(content, header, body));
}

/** Bytes that a frame takes at most, for a body of so many bytes. */
export const frameBytesOf = (bodyLength: number): number =>
  wireBytesOf(MOST_HEADER_BYTES + bodyLength + 1);

/**
 * As encodeFrame, into `target` from `at` on, where there is room for it (`frameBytesOf`): frames that
 * are said together lie in one piece.
 *
 * @returns where it ends
 */
export function writeFrame(
  target: Uint8Array,
  at: number,
  header: HeaderToSend,
  body: Uint8Array,
): number {
  return writeWire(made, writeContent(made, header, body), target, at);
}

/** @returns how many bytes it has, check code included */
function writeContent(content: Uint8Array, header: HeaderToSend, body: Uint8Array): number {
  const bodyAt = headerBytesOf(header);
  const end = bodyAt + body.length;
  writeHeader(content, header, body.length);
  content.set(body, bodyAt);
  content[end] = computeCheckCode(content, 0, end);
  return end + 1;
}
