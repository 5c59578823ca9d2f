import type { Header } from '@tongyun/jt808';

/** How much of one connection's cut messages is kept at a time. */
const MAX_MESSAGES = 8;
const MAX_PARTS = 512;
const MAX_BYTES = 524_288;
/** How long to wait for more parts before asking for those missing; doubled with every asking. */
const PATIENCE_MS = 5_000;
const MAX_ASKINGS = 3;
const SEQUENCES = 0x1_0000;
/** As many as the form of 2013 can name. */
const MOST_ASKED = 255;

/** A message whose parts have all come. */
export interface WholeMessage {
  /** Of its parts, in the order in which they arrived; the last one is that of the part that was missing. */
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
}

/** Parts to be asked for again (0x8003). */
export interface MissingParts {
  readonly header: Header;
  readonly firstSequence: number;
  readonly partNos: readonly number[];
}

interface Cut {
  readonly firstSequence: number;
  readonly total: number;
  readonly parts: Map<number, { readonly header: Header; readonly body: Uint8Array }>;
  askings: number;
  askAtMs: number;
}

/**
 * Puts one connection's cut messages together, within bounds: the oldest give way.
 *
 * A message is known by its id and the sequence of its first part; its parts are numbered on from
 * there (JT/T 808-2019, 4.4.3).
 */
export class MessageParts {
  private readonly cuts = new Map<string, Cut>();
  private bytes = 0;

  /** Takes a part, a copy of it; gives the whole message when it was the last one missing. */
  take(header: Header, body: Uint8Array, now: Date): WholeMessage | null {
    const { messageId, sequence, subPackage } = header;
    if (subPackage === null || !isPossible(subPackage)) return null;
    const { total, no } = subPackage;
    const firstSequence = (sequence - (no - 1) + SEQUENCES) % SEQUENCES;
    const key = `${messageId}:${firstSequence}`;
    const known = this.cuts.get(key);
    if (known !== undefined && known.total !== total) this.drop(key);
    const cut = this.cuts.get(key) ?? {
      firstSequence,
      total,
      parts: new Map(),
      askings: 0,
      askAtMs: 0,
    };
    this.bytes += body.length - (cut.parts.get(no)?.body.length ?? 0);
    cut.parts.set(no, { header, body: body.slice() });
    cut.askAtMs = now.getTime() + PATIENCE_MS;
    this.cuts.set(key, cut);
    if (cut.parts.size === total) {
      this.drop(key);
      return wholeOf(cut);
    }
    this.makeRoom();
    return null;
  }

  /** What has to be asked for again now; a message asked for often enough in vain is given up. */
  missingAt(now: Date): MissingParts[] {
    const missing: MissingParts[] = [];
    for (const [key, cut] of this.cuts) {
      if (now.getTime() < cut.askAtMs) continue;
      if (cut.askings === MAX_ASKINGS) {
        this.drop(key);
        continue;
      }
      cut.askings += 1;
      cut.askAtMs = now.getTime() + PATIENCE_MS * 2 ** cut.askings;
      const partNos = Array.from({ length: cut.total }, (_, index) => index + 1)
        .filter((no) => !cut.parts.has(no))
        .slice(0, MOST_ASKED);
      const [first] = cut.parts.values();
      missing.push({ header: first!.header, firstSequence: cut.firstSequence, partNos });
    }
    return missing;
  }

  private makeRoom(): void {
    while (this.cuts.size > MAX_MESSAGES || this.bytes > MAX_BYTES) {
      this.drop(this.cuts.keys().next().value!);
    }
  }

  private drop(key: string): void {
    for (const { body } of this.cuts.get(key)!.parts.values()) this.bytes -= body.length;
    this.cuts.delete(key);
  }
}

const isPossible = ({ total, no }: { total: number; no: number }): boolean =>
  total <= MAX_PARTS && no >= 1 && no <= total;

function wholeOf({ parts, total }: Cut): WholeMessage {
  const bodies = Array.from({ length: total }, (_, index) => parts.get(index + 1)!.body);
  const body = new Uint8Array(bodies.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of bodies) {
    body.set(piece, at);
    at += piece.length;
  }
  return { headers: [...parts.values()].map(({ header }) => header), body };
}
