import { FRAME_MARK } from './escape.js';

/**
 * Content bytes of the longest legal frame: the 2019 header with sub-package fields (21), the
 * longest body its ten length bits can state (1023) and the check code (1).
 */
export const MAX_CONTENT_BYTES = 21 + 1023 + 1;

/** The same frame between its marks when every byte of it had to be escaped. */
export const MAX_ESCAPED_BYTES = MAX_CONTENT_BYTES * 2;

/**
 * Cuts a byte stream at the frame marks, however the network cut it before.
 *
 * Every mark may both close a frame and open the next one, so frames that share a mark, doubled
 * marks and noise between frames cost no frame that follows. What exceeds the longest legal frame
 * without a mark is dropped, so memory stays bounded whatever is sent.
 */
export class FrameSplitter {
  private readonly carry = new Uint8Array(MAX_ESCAPED_BYTES);
  private carried = 0;
  private hasSeenMark = false;
  private isOverlong = false;
  private pending = 0;
  private dropped = 0;

  /** Bytes taken in since the last frame ended or was dropped. */
  get pendingBytes(): number {
    return this.pending;
  }

  /** How often something longer than any legal frame was dropped. */
  get droppedCount(): number {
    return this.dropped;
  }

  /**
   * Takes the next bytes of the stream.
   *
   * @returns what stood between marks, still escaped, marks removed, in order. An element may be a
   *   view of `chunk`: copy it to keep it beyond the next use of that buffer.
   */
  push(chunk: Uint8Array): Uint8Array[] {
    const frames: Uint8Array[] = [];
    let start = 0;
    for (;;) {
      const mark = chunk.indexOf(FRAME_MARK, start);
      if (mark === -1) break;
      this.close(chunk, start, mark, frames);
      start = mark + 1;
    }
    this.keep(chunk, start);
    return frames;
  }

  private close(chunk: Uint8Array, start: number, mark: number, frames: Uint8Array[]): void {
    const length = this.carried + mark - start;
    const wasMarked = this.hasSeenMark;
    const wasOverlong = this.isOverlong;
    this.hasSeenMark = true;

    if (wasOverlong) {
      this.restart(1);
    } else if (length > MAX_ESCAPED_BYTES) {
      this.dropped += 1;
      this.restart(1);
    } else if (wasMarked && length > 0) {
      frames.push(this.join(chunk, start, mark));
      this.restart(0);
    } else {
      this.pending += mark - start + 1;
      this.carried = 0;
    }
  }

  private join(chunk: Uint8Array, start: number, mark: number): Uint8Array {
    const rest = chunk.subarray(start, mark);
    if (this.carried === 0) return rest;
    const frame = new Uint8Array(this.carried + rest.length);
    frame.set(this.carry.subarray(0, this.carried));
    frame.set(rest, this.carried);
    return frame;
  }

  private keep(chunk: Uint8Array, start: number): void {
    const length = chunk.length - start;
    if (this.isOverlong || length === 0) return;
    if (this.carried + length > MAX_ESCAPED_BYTES) {
      this.dropped += 1;
      this.restart(0);
      this.isOverlong = true;
      return;
    }
    this.carry.set(chunk.subarray(start), this.carried);
    this.carried += length;
    this.pending += length;
  }

  private restart(pending: number): void {
    this.carried = 0;
    this.isOverlong = false;
    this.pending = pending;
  }
}
