/** ReadyForQuery: its type, a length of five, and the state of the transaction. */
const READY_BYTES = 6;
const READY_TYPE = 'Z'.charCodeAt(0);

/**
 * Passes an answer of the backend on, without a ReadyForQuery at its end.
 *
 * PGlite says it is ready right after an error, and once more at the Sync that follows. A client
 * takes the first for the end of its question and the second for that of its next one, which is
 * then answered with nothing. No answer to a message before the Sync may end so, and none but
 * ReadyForQuery ends with a length of five and one byte.
 *
 * @param pass gets bytes that are its own: nobody writes into them later
 */
export class ReadyOnce {
  private held: Buffer = Buffer.alloc(0);

  constructor(private readonly pass: (bytes: Buffer) => void) {}

  push(bytes: Uint8Array): void {
    const all = Buffer.concat([this.held, bytes]);
    const kept = Math.max(0, all.length - READY_BYTES);
    if (kept > 0) this.pass(all.subarray(0, kept));
    this.held = all.subarray(kept);
  }

  /** Passes on what was held back, unless it says ready. */
  end(): void {
    if (this.held.length > 0 && !this.saysReady()) this.pass(this.held);
    this.held = Buffer.alloc(0);
  }

  private saysReady(): boolean {
    const { held } = this;
    return held.length === READY_BYTES && held[0] === READY_TYPE && held.readInt32BE(1) === 5;
  }
}
