import { fromHex } from './bytes.js';
import { type DescribedFrame, describeFrame } from './describe-frame.js';
import { MessageReader } from './message-reader.js';

export interface DescribedStream {
  /** In the order of the stream, bad ones among them. */
  readonly messages: readonly DescribedFrame[];
  /** Bytes behind the last whole frame, which wait for the rest of theirs. */
  readonly pendingBytes: number;
}

/**
 * Reads hexadecimal digits as what came in on one connection: one frame, or several with whatever
 * lies between.
 *
 * @param hex digits of either case, with or without blanks; what is no such text is one message that
 *   is not ok, with the code `not_hex`
 */
export function describeStream(hex: string): DescribedStream {
  const bytes = fromHex(hex.replaceAll(/\s+/g, ''));
  if (bytes === null) return { messages: [{ ok: false, code: 'not_hex' }], pendingBytes: 0 };
  const reader = new MessageReader();
  const messages = reader.push(bytes).map(describeFrame);
  return { messages, pendingBytes: reader.pendingBytes };
}
