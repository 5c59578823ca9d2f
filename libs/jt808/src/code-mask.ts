import { ESCAPE, FRAME_MARK } from './escape.js';
import { MESSAGE_ID } from './messages/message-id.js';

const MASK = 0x2a;
/** Header bytes (4.4.3) of 2013 and of 2019; a part of a cut message has four more. */
const HEADER_2013 = 12;
const HEADER_2019 = 17;
/** Of 0x8100: the sequence that it answers and the result. */
const BEFORE_THE_CODE = 3;
const VERSION_BIT = 0x40;

/**
 * Makes the authentication codes in one direction of a connection unreadable: in 0x0102 and in
 * 0x8100, whatever the stream is cut into. Every other byte stays, and the length.
 *
 * Of 0x0102 the first 12 bytes stay, the shortest header, for a terminal may state the longer one and
 * not send it. The check code goes too: it would tell one letter of a code whose others are known.
 */
export class CodeMask {
  /** Bytes of the frame so far, an escaped one counted once. */
  private place = 0;
  /** The first three of them: the message's id and what says how long its header is. */
  private head = 0;
  /** So many bytes of the frame stay readable. */
  private shown = Infinity;
  private isAfterEscape = false;

  /** @returns a copy with what is secret overwritten */
  mask(bytes: Uint8Array): Uint8Array {
    return bytes.map((byte) => (this.hides(byte) ? MASK : byte));
  }

  /** Goes past bytes that nobody keeps. */
  follow(bytes: Uint8Array): void {
    for (let at = Math.max(0, bytes.lastIndexOf(FRAME_MARK)); at < bytes.length; at += 1) {
      this.hides(bytes[at]!);
    }
  }

  private hides(byte: number): boolean {
    if (byte === FRAME_MARK) {
      this.place = 0;
      this.head = 0;
      this.shown = Infinity;
      this.isAfterEscape = false;
      return false;
    }
    if (this.isAfterEscape) this.isAfterEscape = false;
    else this.count(byte);
    return this.place > this.shown;
  }

  private count(byte: number): void {
    this.isAfterEscape = byte === ESCAPE;
    this.place += 1;
    if (this.place > 3) return;
    this.head = this.head * 0x100 + byte;
    if (this.place === 3) this.shown = shownOf(this.head >> 8, this.head & 0xff);
  }
}

function shownOf(messageId: number, attributes: number): number {
  if (messageId === MESSAGE_ID.authenticate) return HEADER_2013;
  if (messageId !== MESSAGE_ID.registerAnswer) return Infinity;
  const header = (attributes & VERSION_BIT) === 0 ? HEADER_2013 : HEADER_2019;
  return header + BEFORE_THE_CODE;
}
