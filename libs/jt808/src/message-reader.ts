import { type BadFrameCode, type DecodedFrame, decodeFrame, OVERLONG } from './frame.js';
import { type FrameSink, FrameSplitter } from './frame-splitter.js';

/** One connection's bytes into messages: splits, decodes and counts what was bad. */
export class MessageReader {
  private readonly splitter = new FrameSplitter();
  private readonly counts = new Map<BadFrameCode, number>();
  private frames: DecodedFrame[] = [];
  private readonly sink: FrameSink = {
    frame: (bytes, from, to) => this.take(decodeFrame(bytes, from, to)),
    overlong: () => this.take(OVERLONG),
  };

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
    this.frames = [];
    this.splitter.push(chunk, this.sink);
    return this.frames;
  }

  private take(frame: DecodedFrame): void {
    if (!frame.ok) this.counts.set(frame.code, (this.counts.get(frame.code) ?? 0) + 1);
    this.frames.push(frame);
  }
}
