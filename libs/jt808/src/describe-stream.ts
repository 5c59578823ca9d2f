import { fromHex } from './bytes.js';
import { isMasked } from './code-mask.js';
import { type DescribedFrame, describeFrame } from './describe-frame.js';
import { decodeFrame, OVERLONG } from './frame.js';
import { FrameSplitter } from './frame-splitter.js';

export interface DescribedStream {
  /** In the order of the stream, bad ones among them. */
  readonly messages: readonly DescribedFrame[];
  /** Bytes behind the last whole frame, which wait for the rest of theirs. */
  readonly pendingBytes: number;
}

/**
 * Reads hexadecimal digits as what came in on one connection: one frame, or several with whatever
 * lies between. What a raw log hides of a frame is told by the code `masked`: whether it was sound
 * cannot be seen any more.
 *
 * @param hex digits of either case, with or without blanks; what is no such text is one message that
 *   is not ok, with the code `not_hex`
 */
export function describeStream(hex: string): DescribedStream {
  const bytes = fromHex(hex.replaceAll(/\s+/g, ''));
  if (bytes === null) return { messages: [{ ok: false, code: 'not_hex' }], pendingBytes: 0 };
  const messages: DescribedFrame[] = [];
  const splitter = new FrameSplitter();
  splitter.push(bytes, {
    frame: (piece, from, to) => void messages.push(describePiece(piece, from, to)),
    overlong: () => void messages.push(describeFrame(OVERLONG)),
  });
  return { messages, pendingBytes: splitter.pendingBytes };
}

function describePiece(bytes: Uint8Array, from: number, to: number): DescribedFrame {
  const frame = decodeFrame(bytes, from, to);
  return !frame.ok && isMasked(bytes, from, to)
    ? { ok: false, code: 'masked' }
    : describeFrame(frame);
}
