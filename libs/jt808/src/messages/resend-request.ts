import { joinBytes, readWord, toWord } from '../bytes.js';
import type { HeaderVersion } from '../header.js';

/** Which parts of a message did not arrive. */
export interface MissingParts {
  /** Sequence of the message's first part. */
  readonly firstSequence: number;
  /** Numbers of the parts to send again, each from 1; at most 255 in the form of 2013. */
  readonly partNos: readonly number[];
}

/** 0x8003: the platform asks for parts again (8.10; 2013, 8.4). */
export interface ResendRequest extends MissingParts {
  readonly kind: 'resend_request';
}

/** Reads a request for parts; null when it is shorter than it says. 2013 counts in one byte. */
export function decodeResendRequest(
  body: Uint8Array,
  version: HeaderVersion,
): ResendRequest | null {
  const countBytes = version === '2013' ? 1 : 2;
  const from = 2 + countBytes;
  if (body.length < from) return null;
  const count = countBytes === 1 ? body[2]! : readWord(body, 2);
  if (body.length < from + count * 2) return null;
  return {
    kind: 'resend_request',
    firstSequence: readWord(body, 0),
    partNos: Array.from({ length: count }, (_, index) => readWord(body, from + index * 2)),
  };
}

/** The body of a request for parts. */
export function encodeResendRequest(
  { firstSequence, partNos }: MissingParts,
  version: HeaderVersion,
): Uint8Array {
  const count = version === '2013' ? Uint8Array.of(partNos.length) : toWord(partNos.length);
  return joinBytes(toWord(firstSequence), count, ...partNos.map(toWord));
}
