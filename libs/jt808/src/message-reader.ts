import { type BadFrameCode, type DecodedFrame, decodeFrame } from './frame.js';
import { FrameSplitter } from './frame-splitter.js';

/** One connection's bytes into messages: splits, decodes and counts what was bad. */
export class MessageReader {
  private readonly splitter = new FrameSplitter();
  private readonly counts = new Map<BadFrameCode, number>();

  /** Bytes that wait for the rest of their frame. */
  get pendingBytes(): number {
    return this.splitter.pendingBytes;
  }

  /** Bad frames so far, by code. */
  get badFrames(): ReadonlyMap<BadFrameCode, number> {
    return this.counts;
  }

  /** Takes the next bytes of the stream; every whole frame comes out, good or bad, in order. */
  push(chunk: Uint8Array): DecodedFrame[] {
    const droppedBefore = this.splitter.droppedCount;
    const frames = this.splitter.push(chunk).map(decodeFrame);
    for (const frame of frames) if (!frame.ok) this.count(frame.code, 1);

    const dropped = this.splitter.droppedCount - droppedBefore;
    if (dropped > 0) this.count('too_long', dropped);
    return frames;
  }

  private count(code: BadFrameCode, times: number): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + times);
  }
}
