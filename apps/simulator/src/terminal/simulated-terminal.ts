import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import {
  type DecodedFrame,
  encodeAuthenticate,
  encodeFrame,
  encodeHeartbeat,
  encodeLocation,
  encodeLocationBatch,
  encodeLogOut,
  encodeRegister,
  type HeaderVersion,
  type Message,
  MESSAGE_ID,
  MessageReader,
  type Registration,
  type ReportToSend,
} from '@tongyun/jt808';
import { answerToOrder } from './answer-order.js';

export interface TerminalIdentity {
  /** The SIM's number: what the platform knows the terminal by. */
  readonly phone: string;
  readonly version: HeaderVersion;
  readonly registration: Registration;
}

export interface GatewayAddress {
  readonly host: string;
  readonly port: number;
}

type Answer = Message & { readonly kind: 'platform_answer' | 'register_answer' };

interface Awaited {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (cause: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** A gateway answers within milliseconds; one that stores nothing does not answer at all. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * One JT/T 808 terminal on one TCP connection, as a test or the simulator drives it.
 *
 * Every request resolves with the platform's answer to it and rejects when none comes. What the
 * platform orders is done, or said to be.
 */
export class SimulatedTerminal {
  private socket: Socket | null = null;
  private sequence = 0;
  private readonly reader = new MessageReader();
  private lastReport: ReportToSend | null = null;
  private readonly awaited = new Map<number, Awaited>();

  constructor(
    readonly identity: TerminalIdentity,
    private readonly gateway: GatewayAddress,
    private readonly answerWithinMs = ANSWER_WITHIN_MS,
  ) {}

  get isConnected(): boolean {
    return this.socket !== null && !this.socket.destroyed;
  }

  async connect(): Promise<void> {
    const socket = connect(this.gateway.port, this.gateway.host);
    await once(socket, 'connect');
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.reader.push(chunk).forEach((frame) => this.hear(frame)));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.lose(socket));
    this.socket = socket;
  }

  /** 0x0100; resolves with the authentication code, null when the platform refuses. */
  async register(): Promise<string | null> {
    const { registration, version } = this.identity;
    const answer = await this.ask(MESSAGE_ID.register, encodeRegister(registration, version));
    return answer.kind === 'register_answer' && answer.result === 0 ? answer.authCode : null;
  }

  /** 0x0102; resolves with the result of the answer, 0 for success. */
  authenticate(authCode: string): Promise<number> {
    const { version, phone } = this.identity;
    const credentials = { authCode, imei: phone.padStart(15, '0'), softwareVersion: 'sim' };
    return this.resultOf(MESSAGE_ID.authenticate, encodeAuthenticate(credentials, version));
  }

  heartbeat(): Promise<number> {
    return this.resultOf(MESSAGE_ID.heartbeat, encodeHeartbeat());
  }

  /** 0x0200; resolves once the platform acknowledges: then the fix is stored. */
  sendFix(report: ReportToSend): Promise<number> {
    this.lastReport = report;
    return this.resultOf(MESSAGE_ID.location, encodeLocation(report));
  }

  /** 0x0704, up to about fifteen reports. */
  sendBatch(batchKind: number, reports: readonly ReportToSend[]): Promise<number> {
    return this.resultOf(MESSAGE_ID.locationBatch, encodeLocationBatch(batchKind, reports));
  }

  logOut(): Promise<number> {
    return this.resultOf(MESSAGE_ID.logOut, encodeLogOut());
  }

  /** Whatever bytes, right or wrong; nothing is awaited. */
  sendBytes(bytes: Uint8Array): void {
    this.socket?.write(bytes);
  }

  close(): void {
    this.socket?.destroy();
  }

  private async resultOf(messageId: number, body: Uint8Array): Promise<number> {
    const answer = await this.ask(messageId, body);
    return answer.result;
  }

  private ask(messageId: number, body: Uint8Array): Promise<Answer> {
    const { socket } = this;
    if (!socket || socket.destroyed) return Promise.reject(new Error('not connected'));
    const sequence = this.nextSequence();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.awaited.delete(sequence);
        reject(new Error(`no answer to 0x${messageId.toString(16)}`));
      }, this.answerWithinMs);
      this.awaited.set(sequence, { resolve, reject, timer });
      this.say(messageId, body, sequence);
    });
  }

  private nextSequence(): number {
    const { sequence } = this;
    this.sequence = (sequence + 1) % 0x1_0000;
    return sequence;
  }

  private say(messageId: number, body: Uint8Array, sequence: number): void {
    const { phone, version } = this.identity;
    this.socket?.write(encodeFrame({ messageId, version, phone, sequence }, body));
  }

  private hear(frame: DecodedFrame): void {
    if (!frame.ok) return;
    const { message } = frame;
    const answer = answerToOrder(frame, this.lastReport);
    if (answer) this.say(answer.messageId, answer.body, this.nextSequence());
    if (message.kind !== 'platform_answer' && message.kind !== 'register_answer') return;
    const awaited = this.awaited.get(message.answeredSequence);
    if (!awaited) return;
    this.awaited.delete(message.answeredSequence);
    clearTimeout(awaited.timer);
    awaited.resolve(message);
  }

  private lose(socket: Socket): void {
    if (this.socket !== socket) return;
    this.socket = null;
    for (const { reject, timer } of this.awaited.values()) {
      clearTimeout(timer);
      reject(new Error('connection lost'));
    }
    this.awaited.clear();
  }
}
