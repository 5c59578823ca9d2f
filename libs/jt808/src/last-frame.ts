import { FRAME_MARK } from './escape.js';
import { MAX_ESCAPED_BYTES } from './frame-splitter.js';

/**
 * The last whole frame in some bytes, marks included, for people to look at; without one, the bytes at
 * their end, no more than the longest legal frame has. It need not be a good frame.
 */
export function findLastFrame(bytes: Uint8Array): Uint8Array {
  const longest = MAX_ESCAPED_BYTES + 2;
  const end = bytes.lastIndexOf(FRAME_MARK);
  const start = end <= 0 ? -1 : bytes.lastIndexOf(FRAME_MARK, end - 1);
  const isWhole = start !== -1 && end - start > 1 && end - start < longest;
  return isWhole ? bytes.subarray(start, end + 1) : bytes.subarray(-longest);
}
