import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { ReadyOnce } from './ready-once.js';
import { WireBatches } from './wire-batches.js';

interface Turn {
  readonly socket: Socket;
  readonly messages: readonly Uint8Array[];
}

/**
 * Lets `pg` reach a PGlite as any PostgreSQL: many connections, one backend.
 *
 * Each batch of messages has the backend to itself; while one connection has a transaction open,
 * the others wait. The server of `@electric-sql/pglite-socket` takes turns at every message, which
 * mixes the unnamed portals of connections that ask at once.
 */
export class EmbeddedSocketServer {
  private readonly server: Server = createServer((socket) => this.serve(socket));
  private readonly sockets = new Set<Socket>();
  private waiting: Turn[] = [];
  private isWorking = false;
  /** Whose transaction is open. */
  private owner: Socket | null = null;

  constructor(private readonly db: PGlite) {}

  /** @returns the loopback port, a free one */
  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', () => {
        resolve((this.server.address() as AddressInfo).port);
      });
    });
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private serve(socket: Socket): void {
    const batches = new WireBatches();
    this.sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('data', (bytes) => {
      for (const event of batches.push(bytes)) {
        if (event.kind === 'encryption_asked') socket.write('N');
        else if (event.kind === 'ended') socket.end();
        else this.waiting.push({ socket, messages: event.messages });
      }
      void this.work();
    });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      this.sockets.delete(socket);
      this.waiting = this.waiting.filter((turn) => turn.socket !== socket);
      void this.work();
    });
  }

  private async work(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    try {
      await this.rollBackIfGone();
      for (let turn = this.nextTurn(); turn; turn = this.nextTurn()) {
        await this.take(turn);
        await this.rollBackIfGone();
      }
    } finally {
      this.isWorking = false;
    }
  }

  private nextTurn(): Turn | undefined {
    const { owner } = this;
    const place = this.waiting.findIndex(({ socket }) => owner === null || socket === owner);
    return place < 0 ? undefined : this.waiting.splice(place, 1)[0];
  }

  private async take({ socket, messages }: Turn): Promise<void> {
    try {
      await this.db.runExclusive(async () => {
        const closing = messages.at(-1)!;
        for (const message of messages) {
          // Copied, for the bytes lie in the backend's own memory.
          const pass = (data: Uint8Array) =>
            void (socket.writable && socket.write(Buffer.from(data)));
          const once = new ReadyOnce(pass);
          const isClosing = message === closing;
          await this.db.execProtocolRawStream(message, {
            onRawData: isClosing ? pass : (data) => once.push(data),
          });
          once.end();
        }
      });
    } catch {
      socket.destroy(); // the client sees a lost connection, and no half answer
    }
    this.owner = this.db.isInTransaction() ? socket : null;
  }

  /** A client that left in the middle of a transaction must not keep the others out. */
  private async rollBackIfGone(): Promise<void> {
    if (!this.owner?.destroyed) return;
    await this.db.exec('ROLLBACK');
    this.owner = null;
  }
}
