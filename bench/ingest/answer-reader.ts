import { decodeFrame, FrameSplitter, MESSAGE_ID } from '@tongyun/jt808';

/** A general answer under the header of 2013 between its marks: header 12, body 5, check code 1. */
const ANSWER_BYTES = 18;
const BODY_AT = 12;
const ESCAPE = 0x7d;

export type TakeAnswer = (sequence: number, messageId: number, result: number) => void;

/**
 * The general answers in what a gateway says. Each is checked to its last byte; nearly all have no
 * escape and are read where they lie, so that hearing them costs little beside what is measured.
 */
export class AnswerReader {
  private readonly splitter = new FrameSplitter();
  private readonly sink = {
    frame: (bytes: Uint8Array, from: number, to: number) => this.read(bytes, from, to),
    overlong: () => {
      throw new Error('the gateway said something longer than any frame');
    },
  };

  constructor(private readonly take: TakeAnswer) {}

  push(chunk: Uint8Array): void {
    this.splitter.push(chunk, this.sink);
  }

  private read(bytes: Uint8Array, from: number, to: number): void {
    if (isPlainAnswer(bytes, from, to)) {
      const body = from + BODY_AT;
      this.take(wordAt(bytes, body), wordAt(bytes, body + 2), bytes[body + 4]!);
      return;
    }
    const frame = decodeFrame(bytes, from, to);
    if (!frame.ok) throw new Error(`the gateway sent a bad frame: ${frame.code}`);
    if (frame.message.kind !== 'platform_answer') return;
    const { answeredSequence, answeredId, result } = frame.message;
    this.take(answeredSequence, answeredId, result);
  }
}

/** Whether these bytes are an answer as it is meant, with nothing escaped in it. */
function isPlainAnswer(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== ANSWER_BYTES || wordAt(bytes, from) !== MESSAGE_ID.platformAnswer) return false;
  let check = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at]!;
    if (byte === ESCAPE) return false;
    check ^= byte;
  }
  return check === 0;
}

const wordAt = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!;
