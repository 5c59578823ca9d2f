import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { encodeAuthenticate, encodeFrame, MESSAGE_ID, MessageReader } from '@tongyun/jt808';
import { encodeLocation } from '@tongyun/jt808';
import { authCodeOf, type Load, phoneOf, reportOf } from './load.js';

const AUTHENTICATION_SEQUENCE = 0xffff;

/** One vehicle's terminal: its frames are made before anything is measured. */
export class TerminalConnection {
  readonly acknowledged: number[] = [];
  isLost = false;
  private readonly reader = new MessageReader();
  private frames: Buffer = Buffer.alloc(0);
  /** Where the frame of each fix begins; one more, where the last one ends. */
  private starts: number[] = [0];
  private firstNth = 0;
  private isAuthenticated = false;

  private constructor(
    private readonly socket: Socket,
    private readonly load: Load,
    readonly vehicle: number,
    private readonly onHeard: () => void,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.hear(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
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
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const connection = new TerminalConnection(socket, load, vehicle, onHeard);
    await connection.authenticate();
    return connection;
  }

  prepare(from: number, count: number): void {
    const frames: Uint8Array[] = [];
    this.starts = [0];
    this.firstNth = from;
    this.acknowledged.length = 0;
    for (let nth = from; nth < from + count; nth += 1) {
      const body = encodeLocation(reportOf(this.load, this.vehicle, nth));
      frames.push(
        encodeFrame(this.header(MESSAGE_ID.location, nth % AUTHENTICATION_SEQUENCE), body),
      );
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

  private async authenticate(): Promise<void> {
    const credentials = { authCode: authCodeOf(this.vehicle), imei: '', softwareVersion: '' };
    const header = this.header(MESSAGE_ID.authenticate, AUTHENTICATION_SEQUENCE);
    this.socket.write(encodeFrame(header, encodeAuthenticate(credentials, header.version)));
    while (!this.isAuthenticated) {
      if (this.isLost) throw new Error(`the gateway hung up on terminal ${this.vehicle}`);
      await once(this.socket, 'data');
    }
  }

  private header(messageId: number, sequence: number) {
    return { messageId, version: '2013' as const, phone: phoneOf(this.vehicle), sequence };
  }

  private hear(chunk: Uint8Array): void {
    for (const frame of this.reader.push(chunk)) {
      if (!frame.ok || frame.message.kind !== 'platform_answer') continue;
      const { answeredId, answeredSequence, result } = frame.message;
      if (result !== 0) throw new Error(`the gateway answered ${result}`);
      if (answeredId === MESSAGE_ID.authenticate) this.isAuthenticated = true;
      else this.acknowledged.push(answeredSequence);
    }
    this.onHeard();
  }
}
