import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import {
  type DecodedFrame,
  encodeAuthenticate,
  encodeFrame,
  type HeaderVersion,
  MESSAGE_ID,
  MessageReader,
} from '@tongyun/jt808';
import { until } from './until.js';

/** A terminal in the test's hand: every byte is the test's own. */
export class Jt808Device {
  readonly answers: DecodedFrame[] = [];
  isClosed = false;
  private readonly reader = new MessageReader();
  private sequence = 99;

  private constructor(
    private readonly socket: Socket,
    private readonly phone: string,
    private readonly version: HeaderVersion,
  ) {
    socket.on('data', (chunk) => this.answers.push(...this.reader.push(chunk)));
    socket.on('close', () => (this.isClosed = true));
    socket.on('error', () => undefined);
  }

  static async connect(
    port: number,
    phone: string,
    version: HeaderVersion = '2013',
  ): Promise<Jt808Device> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Jt808Device(socket, phone, version);
  }

  frame(messageId: number, body: Uint8Array): Uint8Array {
    this.sequence += 1;
    const { version, phone, sequence } = this;
    return encodeFrame({ messageId, version, phone, sequence }, body);
  }

  write(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  /** Shows a code and waits for the answer; it is then forgotten, and all that came before. */
  async authenticate(authCode: string): Promise<void> {
    const heard = this.answers.length;
    this.write(this.credentials(authCode));
    await this.heard(heard + 1);
    this.answers.length = 0;
  }

  credentials(authCode: string): Uint8Array {
    const credentials = { authCode, imei: null, softwareVersion: null };
    return this.frame(MESSAGE_ID.authenticate, encodeAuthenticate(credentials, this.version));
  }

  /** Waits until so many answers came, and gives them in short. */
  async heard(count: number): Promise<unknown[]> {
    await until(() => this.answers.length >= count);
    return this.answers.map((frame) => (frame.ok ? frame.message : frame));
  }

  close(): void {
    this.socket.destroy();
  }
}
