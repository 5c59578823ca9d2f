import { type BadFrameCode, type DecodedFrame, decodeFrame, OVERLONG } from './frame.js';
import { FRAME_MARK } from './escape.js';
import { type FrameSink, FrameSplitter } from './frame-splitter.js';
import type { Header } from './header.js';

/** One connection's bytes into messages: splits, decodes and counts what was bad. */
export class MessageReader {
  private readonly splitter = new FrameSplitter();
  private readonly counts = new Map<BadFrameCode, number>();
  private frames: DecodedFrame[] = [];
  private readonly sink: FrameSink = {
    frame: (bytes, from, to) => {
      const frame = decodeFrame(bytes, from, to);
      const isKept = frame.ok && this.keepsBytesOf(frame.header);
      this.take(isKept ? { ...frame, wire: between(bytes, from, to) } : frame);
    },
    overlong: () => this.take(OVERLONG),
  };

  /** @param keepsBytesOf which good frames come with their own bytes; asked before they come out */
  constructor(private readonly keepsBytesOf: (header: Header) => boolean = () => false) {}

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
    this.splitter.push(chunk, this.sink);
    const { frames } = this;
    // Of thousands of connections each would else keep what it read last.
    this.frames = [];
    return frames;
  }

  private take(frame: DecodedFrame): void {
    if (!frame.ok) this.counts.set(frame.code, (this.counts.get(frame.code) ?? 0) + 1);
    this.frames.push(frame);
  }
}

/** What stands between two marks, with the marks, copied. */
function between(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const wire = new Uint8Array(to - from + 2).fill(FRAME_MARK);
  wire.set(bytes.subarray(from, to), 1);
  return wire;
}
