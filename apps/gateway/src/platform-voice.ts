import {
  encodeFrame,
  encodePlatformAnswer,
  encodeResendRequest,
  frameBytesOf,
  type Header,
  MESSAGE_ID,
  writeFrame,
} from '@tongyun/jt808';
import type { TerminalOrderId } from '@tongyun/kernel';
import type { Addressee, DueAnswers } from './due-answers.js';
import { encodeCommand } from './encode-command.js';
import type { MissingParts } from './message-parts.js';
import type { OrderToTell } from './order-desk.js';

const SEQUENCES = 0x1_0000;
/** Of 0x8001, whose body has five bytes. */
const ANSWER_BYTES = frameBytesOf(5);
/** Orders of one connection whose answers are known when they come; the oldest give way. */
const MAX_TOLD = 64;

interface Told {
  readonly order: OrderToTell;
  readonly sequence: number;
  readonly messageId: number;
}

/** The platform's side of one connection: numbers what it sends, in the terminal's own header. */
export class PlatformVoice {
  private sequence = 0;
  private readonly told = new Map<TerminalOrderId, Told>();

  constructor(private readonly send: (wire: Uint8Array) => void) {}

  /** 0x8001. */
  answer(header: Header, result: number): void {
    const { sequence: answeredSequence, messageId: answeredId } = header;
    const body = encodePlatformAnswer({ answeredSequence, answeredId, result });
    this.say(header, MESSAGE_ID.platformAnswer, body);
  }

  /** 0x8001 to each of several messages, in their order and as one piece: of positions there are many. */
  answerAll(due: DueAnswers, result: number): void {
    if (due.count === 0) return;
    const messageId = MESSAGE_ID.platformAnswer;
    const wire = Buffer.allocUnsafe(due.count * ANSWER_BYTES);
    let end = 0;
    due.each(({ version, phone }, answeredId, answeredSequence) => {
      const body = encodePlatformAnswer({ answeredSequence, answeredId, result });
      const sequence = this.nextSequence();
      end = writeFrame(wire, end, { version, phone, messageId, sequence }, body);
    });
    this.send(wire.subarray(0, end));
  }

  /** 0x8003. */
  askAgain({ header, firstSequence, partNos }: MissingParts): void {
    const body = encodeResendRequest({ firstSequence, partNos }, header.version);
    this.say(header, MESSAGE_ID.resendRequest, body);
  }

  say({ version, phone }: Addressee, messageId: number, body: Uint8Array): void {
    this.send(encodeFrame({ version, phone, messageId, sequence: this.nextSequence() }, body));
  }

  /** Sends an order; again under its first number, which is how a terminal knows a resend. */
  tell({ version, phone }: Addressee, order: OrderToTell): void {
    const { messageId, body } = encodeCommand(order.command, version);
    const sequence = this.told.get(order.id)?.sequence ?? this.nextSequence();
    this.told.delete(order.id);
    this.told.set(order.id, { order, sequence, messageId });
    if (this.told.size > MAX_TOLD) this.told.delete(this.told.keys().next().value!);
    this.send(encodeFrame({ version, phone, messageId, sequence }, body));
  }

  /** The order that went out under this number and, where it is stated, by this message. */
  toldAs(sequence: number, messageId?: number): OrderToTell | null {
    for (const told of this.told.values()) {
      if (told.sequence !== sequence) continue;
      if (messageId === undefined || told.messageId === messageId) return told.order;
    }
    return null;
  }

  /** It is answered. */
  forget(id: TerminalOrderId): void {
    this.told.delete(id);
  }

  private nextSequence(): number {
    const { sequence } = this;
    this.sequence = (sequence + 1) % SEQUENCES;
    return sequence;
  }
}
