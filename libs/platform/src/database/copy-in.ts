import type { Client, Connection, Submittable } from 'pg';
import type { EntityManager } from 'typeorm';

const isEmbedded = new WeakMap<object, Promise<boolean>>();

/** Whether `copyIn` works here: the embedded database has no COPY on its wire. */
export async function canCopyIn(tx: EntityManager): Promise<boolean> {
  const { connection } = tx;
  const asked = isEmbedded.get(connection) ?? askIfEmbedded(tx);
  isEmbedded.set(connection, asked);
  return !(await asked);
}

/** Sends rows by `COPY … FROM STDIN` on the connection of a transaction, `rows` in its format. */
export async function copyIn(tx: EntityManager, statement: string, rows: Buffer): Promise<void> {
  const { queryRunner } = tx;
  if (queryRunner === undefined) throw new Error('COPY needs the manager of a transaction');
  const client = (await queryRunner.connect()) as Client;
  await new Promise<void>((resolve, reject) => {
    client.query(new CopyIn(statement, rows, resolve, reject));
  });
}

/** PGlite is PostgreSQL compiled by Emscripten, and says so. */
async function askIfEmbedded(tx: EntityManager): Promise<boolean> {
  const [{ version }]: [{ version: string }] = await tx.query(`SELECT version()`);
  return /emcc|emscripten|wasm/i.test(version);
}

/** What of the connection COPY needs beside its types. */
interface CopyConnection extends Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** `pg` itself has no door for COPY; its queue takes whatever answers to these names. */
class CopyIn implements Submittable {
  private error: Error | null = null;

  constructor(
    private readonly statement: string,
    private readonly rows: Buffer,
    private readonly resolve: () => void,
    private readonly reject: (error: Error) => void,
  ) {}

  submit(connection: Connection): void {
    (connection as CopyConnection).query(this.statement);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.rows);
    connection.endCopyFrom();
  }

  handleError(error: Error): void {
    this.error = error;
    this.reject(error);
  }

  handleCommandComplete(): void {
    // Rows were taken; `handleReadyForQuery` ends it.
  }

  handleReadyForQuery(): void {
    if (this.error === null) this.resolve();
  }
}
