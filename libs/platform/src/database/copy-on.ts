import type { Client, Connection, Submittable } from 'pg';

/** Sends rows by `COPY … FROM STDIN` on a connection of `pg`, `rows` in the statement's format. */
export const copyOn = (client: Client, statement: string, rows: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    client.query(new CopyIn(statement, rows, resolve, reject));
  });

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
