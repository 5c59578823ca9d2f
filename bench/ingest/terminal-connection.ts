import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { encodeAuthenticate, encodeFrame, encodeLocation, MESSAGE_ID } from '@tongyun/jt808';
import { AnswerReader } from './answer-reader.js';
import { authCodeOf, type Load, phoneOf, reportOf } from './load.js';

const AUTHENTICATION_SEQUENCE = 0xffff;
/** What any of the connections has just heard: it is done with before the next one reads. */
const heard = new Uint8Array(65_536);

/** One vehicle's terminal: its frames are made before anything is measured. */
export class TerminalConnection {
  /** How many of the prepared fixes are: always the first ones, for they are answered in their order. */
  acknowledged = 0;
  isLost = false;
  private readonly socket: Socket;
  private readonly answers = new AnswerReader((sequence, messageId, result) =>
    this.take(sequence, messageId, result),
  );
  private frames: Buffer = Buffer.alloc(0);
  /** Where the frame of each fix begins; one more, where the last one ends. */
  private starts: number[] = [0];
  private firstNth = 0;
  private onAuthenticated: (() => void) | null = null;

  private constructor(
    port: number,
    private readonly load: Load,
    readonly vehicle: number,
    private readonly onHeard: () => void,
  ) {
    const callback = (length: number) => this.hear(heard.subarray(0, length));
    const onread = { buffer: heard, callback };
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true, onread });
    this.socket.on('error', () => this.socket.destroy());
    this.socket.on('close', () => {
      this.isLost = true;
      this.onHeard();
    });
  }

  static async open(
    port: number,
    load: Load,
    vehicle: number,
    onHeard: () => void,
  ): Promise<TerminalConnection> {
    const connection = new TerminalConnection(port, load, vehicle, onHeard);
    await once(connection.socket, 'connect');
    await connection.authenticate();
    return connection;
  }

  prepare(from: number, count: number): void {
    const frames: Uint8Array[] = [];
    this.starts = [0];
    this.firstNth = from;
    this.acknowledged = 0;
    for (let nth = from; nth < from + count; nth += 1) {
      const body = encodeLocation(reportOf(this.load, this.vehicle, nth));
      frames.push(encodeFrame(this.header(MESSAGE_ID.location, sequenceOf(nth)), body));
      this.starts.push(this.starts.at(-1)! + frames.at(-1)!.length);
    }
    this.frames = Buffer.concat(frames);
  }

  /** Sends the prepared fixes from `from` up to `to`. */
  send(from: number, to: number): void {
    const [start, end] = [this.starts[from - this.firstNth]!, this.starts[to - this.firstNth]!];
    this.socket.write(this.frames.subarray(start, end));
  }

  close(): void {
    this.socket.destroy();
  }

  private authenticate(): Promise<void> {
    const credentials = { authCode: authCodeOf(this.vehicle), imei: '', softwareVersion: '' };
    const header = this.header(MESSAGE_ID.authenticate, AUTHENTICATION_SEQUENCE);
    return new Promise((resolve, reject) => {
      this.onAuthenticated = resolve;
      const lost = () => reject(new Error(`the gateway hung up on terminal ${this.vehicle}`));
      this.socket.once('close', lost);
      this.socket.write(encodeFrame(header, encodeAuthenticate(credentials, header.version)));
    });
  }

  private header(messageId: number, sequence: number) {
    return { messageId, version: '2013' as const, phone: phoneOf(this.vehicle), sequence };
  }

  /** @returns that it listens on */
  private hear(chunk: Uint8Array): boolean {
    this.answers.push(chunk);
    this.onHeard();
    return true;
  }

  /** Every fix is to be answered, in the order sent: nothing is taken for acknowledged that was not. */
  private take(sequence: number, messageId: number, result: number): void {
    if (result !== 0) throw new Error(`the gateway answered ${result}`);
    if (messageId === MESSAGE_ID.authenticate) {
      this.onAuthenticated?.();
      return;
    }
    const expected = sequenceOf(this.firstNth + this.acknowledged);
    if (messageId !== MESSAGE_ID.location || sequence !== expected) {
      throw new Error(`the gateway answered ${sequence} where ${expected} was to be answered`);
    }
    this.acknowledged += 1;
  }
}

const sequenceOf = (nth: number): number => nth % AUTHENTICATION_SEQUENCE;
