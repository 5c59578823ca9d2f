import { FRAME_MARK } from './escape.js';

/**
 * Content bytes of the longest legal frame: the 2019 header with sub-package fields (21), the
 * longest body its ten length bits can state (1023) and the check code (1).
 */
export const MAX_CONTENT_BYTES = 21 + 1023 + 1;

/** The same frame between its marks when every byte of it had to be escaped. */
export const MAX_ESCAPED_BYTES = MAX_CONTENT_BYTES * 2;

/** Sockets hand over a Buffer, whose own search is the slower one. */
const findByte = Uint8Array.prototype.indexOf;

/** Who takes what a splitter finds. */
export interface FrameSink {
  /**
   * What stands between two marks, still escaped: `bytes` from `from` up to `to`. The buffer is used
   * again afterwards: what shall last has to be copied.
   */
  frame(bytes: Uint8Array, from: number, to: number): void;
  /** Something longer than any legal frame was dropped. */
  overlong(): void;
}

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

  /** Bytes taken in since the last frame ended or was dropped. */
  get pendingBytes(): number {
    return this.pending;
  }

  /** Takes the next bytes of the stream and hands what stands between marks to `sink`, in order. */
  push(chunk: Uint8Array, sink: FrameSink): void {
    let start = 0;
    for (;;) {
      const mark = findByte.call(chunk, FRAME_MARK, start);
      if (mark === -1) break;
      this.close(chunk, start, mark, sink);
      start = mark + 1;
    }
    this.keep(chunk, start, sink);
  }

  private close(chunk: Uint8Array, start: number, mark: number, sink: FrameSink): void {
    const length = this.carried + mark - start;
    const wasMarked = this.hasSeenMark;
    this.hasSeenMark = true;

    if (this.isOverlong) {
      this.restart(1);
    } else if (length > MAX_ESCAPED_BYTES) {
      this.restart(1);
      sink.overlong();
    } else if (wasMarked && length > 0) {
      const { carried } = this;
      this.restart(0);
      if (carried === 0) {
        sink.frame(chunk, start, mark);
      } else {
        copy(chunk, start, mark, this.carry, carried);
        sink.frame(this.carry, 0, length);
      }
    } else {
      this.pending += mark - start + 1;
      this.carried = 0;
    }
  }

  private keep(chunk: Uint8Array, start: number, sink: FrameSink): void {
    const length = chunk.length - start;
    if (this.isOverlong || length === 0) return;
    if (this.carried + length > MAX_ESCAPED_BYTES) {
      this.restart(0);
      this.isOverlong = true;
      sink.overlong();
      return;
    }
    copy(chunk, start, chunk.length, this.carry, this.carried);
    this.carried += length;
    this.pending += length;
  }

  private restart(pending: number): void {
    this.carried = 0;
    this.isOverlong = false;
    this.pending = pending;
  }
}

/** For the few bytes of a frame a loop is quicker than a view and a call. */
function copy(
  source: Uint8Array,
  from: number,
  to: number,
  target: Uint8Array,
  targetAt: number,
): void {
  for (let index = from; index < to; index += 1) target[targetAt + index - from] = source[index]!;
}
