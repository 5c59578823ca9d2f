/** The marks of ITU-T T.81, table B.1, by their second byte. */
const MARK = 0xff;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const RESTARTS = { first: 0xd0, last: 0xd7 };
/** A byte of the picture that looks like a mark is followed by this one. */
const STUFFED = 0x00;

/**
 * Whether a JPEG holds a scan and the end of its image behind it. What follows the end counts for
 * nothing: phones write a film or a depth map there. An end within a segment is that of a preview
 * in it, so that segments are passed over by the length that they state.
 */
export function hasJpegEnd(bytes: Uint8Array): boolean {
  let hasScan = false;
  let at = 2;
  for (;;) {
    // Between segments a mark follows at once; the picture itself is read up to its next one.
    if (!hasScan && bytes[at] !== MARK) return false;
    at = bytes.indexOf(MARK, at);
    const mark = at < 0 ? undefined : bytes[at + 1];
    if (mark === undefined) return false;
    if (mark === END_OF_IMAGE) return hasScan;
    // Any number of these may stand before the mark proper.
    if (mark === MARK) at += 1;
    else if (mark === STUFFED || isRestart(mark)) at += 2;
    else {
      const lengthBytes = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
      if (lengthBytes < 2) return false;
      hasScan ||= mark === START_OF_SCAN;
      at += 2 + lengthBytes;
    }
  }
}

const isRestart = (mark: number): boolean => mark >= RESTARTS.first && mark <= RESTARTS.last;
