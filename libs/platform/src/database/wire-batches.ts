const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;
/** Sync, simple query, function call, end and failure of a copy, a password: the backend answers. */
const CLOSING_TYPES = new Set(['S', 'Q', 'F', 'c', 'f', 'p'].map((type) => type.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);

export type WireEvent =
  /** The client asks for encryption, which a loopback connection goes without. */
  | { readonly kind: 'encryption_asked' }
  /** Messages that the backend must get without another client's in between. */
  | { readonly kind: 'batch'; readonly messages: readonly Uint8Array[] }
  | { readonly kind: 'ended' };

/**
 * Cuts what one client sends into batches of whole PostgreSQL messages (protocol 3.0).
 *
 * A batch runs to the message after which the client waits for an answer. One backend serves all
 * connections, with one unnamed statement and portal: were their messages mixed, a client could
 * be given the rows that another asked for.
 */
export class WireBatches {
  private rest: Buffer = Buffer.alloc(0);
  private open: Uint8Array[] = [];
  private isStarted = false;

  push(bytes: Uint8Array): WireEvent[] {
    this.rest = Buffer.concat([this.rest, bytes]);
    const events: WireEvent[] = [];
    for (let event = this.next(); event !== null; event = this.next()) {
      if (event !== 'more') events.push(event);
    }
    return events;
  }

  private next(): WireEvent | 'more' | null {
    return this.isStarted ? this.nextMessage() : this.nextStartup();
  }

  /** Before the start there are only a length and a number. */
  private nextStartup(): WireEvent | null {
    if (this.rest.length < 8) return null;
    const code = this.rest.readInt32BE(4);
    const message = this.take(this.rest.readInt32BE(0));
    if (!message) return null;
    if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'encryption_asked' };
    if (code === CANCEL_REQUEST) return { kind: 'ended' };
    this.isStarted = true;
    return { kind: 'batch', messages: [message] };
  }

  private nextMessage(): WireEvent | 'more' | null {
    if (this.rest.length < 5) return null;
    const message = this.take(1 + this.rest.readInt32BE(1));
    if (!message) return null;
    if (message[0] === TERMINATE) return { kind: 'ended' };
    this.open.push(message);
    if (!CLOSING_TYPES.has(message[0]!)) return 'more';
    const messages = this.open;
    this.open = [];
    return { kind: 'batch', messages };
  }

  private take(length: number): Uint8Array | null {
    if (this.rest.length < length) return null;
    const message = Uint8Array.from(this.rest.subarray(0, length));
    this.rest = this.rest.subarray(length);
    return message;
  }
}
