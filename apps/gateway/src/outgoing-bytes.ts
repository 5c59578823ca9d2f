import type { Socket } from 'node:net';

/** Sends together what is said in one turn of the event loop: a write costs more than an answer. */
export class OutgoingBytes {
  private waiting: Uint8Array[] = [];

  constructor(private readonly socket: Socket) {}

  push(wire: Uint8Array): void {
    if (this.waiting.push(wire) === 1) setImmediate(() => this.flush());
  }

  /** Sends what waits, now: before the connection ends, and before the next bytes are read. */
  flush(): void {
    const { waiting, socket } = this;
    if (waiting.length === 0) return;
    this.waiting = [];
    if (socket.writable) socket.write(waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting));
  }
}
