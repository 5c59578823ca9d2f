import type { Client, Connection, Submittable } from 'pg';

/** Sends rows by `COPY … FROM STDIN` on a connection of `pg`, `rows` in the statement's format. */
export const copyOn = (client: Client, statement: string, rows: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    client.query(new CopyIn(statement, rows, resolve, reject));
  });

/** What of the connection COPY needs beside its types. */
interface CopyConnection extends Connection {
  query(text: string): void;
  endCopyFrom(): void;
}

/** The kind of the message CopyData, and its length, which counts itself. */
const COPY_DATA = 'd'.codePointAt(0)!;
const LENGTH_BYTES = 4;

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
    // By hand: the driver's own way copies the rows into a message first.
    const head = Buffer.alloc(1 + LENGTH_BYTES);
    head.writeUInt8(COPY_DATA);
    head.writeUInt32BE(LENGTH_BYTES + this.rows.length, 1);
    connection.stream.write(head);
    connection.stream.write(this.rows);
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
