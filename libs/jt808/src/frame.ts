import { joinBytes } from './bytes.js';
import { computeCheckCode, toWire, unescape } from './escape.js';
import { MAX_CONTENT_BYTES } from './frame-splitter.js';
import { type Header, type HeaderToSend, readHeader, writeHeader } from './header.js';
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

/**
 * Opens one frame and reads its message. Never throws, whatever the bytes.
 *
 * @param escaped what stands between two marks, still escaped, as FrameSplitter hands it over
 */
export function decodeFrame(escaped: Uint8Array): DecodedFrame {
  const content = unescape(escaped);
  return content === null ? bad('bad_escape') : decodeContent(content);
}

/** As decodeFrame, for content whose escapes were undone already. */
export function decodeContent(content: Uint8Array): DecodedFrame {
  if (content.length > MAX_CONTENT_BYTES) return bad('too_long');
  const end = content.length - 1;
  if (end < 1) return bad('too_short');
  if (computeCheckCode(content, end) !== content[end]) return bad('bad_checksum');

  const reading = readHeader(content);
  if (!reading.ok) return bad(reading.code);

  const { header, bodyAt } = reading;
  const message = decodeMessage(header, content.subarray(bodyAt, end));
  return message === null ? bad('bad_body', header) : { ok: true, header, message };
}

/** The wire form of a message: header, body and check code, escaped, between two marks. */
export function encodeFrame(header: HeaderToSend, body: Uint8Array): Uint8Array {
  const content = joinBytes(writeHeader(header, body.length), body, Uint8Array.of(0));
  const end = content.length - 1;
  content[end] = computeCheckCode(content, end);
  return toWire(content);
}
