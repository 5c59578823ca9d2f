import { joinBytes, readDword, readWord, toDword, toWord } from '../bytes.js';

export interface Following {
  /** Seconds between two positions; 0 ends the following. */
  readonly intervalSec: number;
  /** How long to go on, in seconds; of no meaning when the following ends. */
  readonly durationSec: number;
}

/** 0x8202: the platform has positions sent more often for a while (8.23). */
export interface Follow extends Following {
  readonly kind: 'follow';
}

/** Reads a following; null when a word is missing. One that ends it may leave the duration out. */
export function decodeFollow(body: Uint8Array): Follow | null {
  if (body.length < 2) return null;
  const intervalSec = readWord(body, 0);
  if (body.length >= 6) return { kind: 'follow', intervalSec, durationSec: readDword(body, 2) };
  return intervalSec === 0 ? { kind: 'follow', intervalSec, durationSec: 0 } : null;
}

/** The body of a following; its end is the bare interval 0. */
export const encodeFollow = ({ intervalSec, durationSec }: Following): Uint8Array =>
  intervalSec === 0 ? toWord(0) : joinBytes(toWord(intervalSec), toDword(durationSec));
