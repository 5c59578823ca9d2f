/** How much of one connection is set aside, and how long. */
const MAX_PARTS = 64;
const MAX_BYTES = 65_536;
const KEPT_MS = 60_000;

/** One piece of a message that its terminal has cut up. */
export interface Part {
  readonly messageId: number;
  readonly total: number;
  /** From one. */
  readonly no: number;
  readonly body: Uint8Array;
}

/** Parts of one connection's long messages, the newest; the oldest give way. */
export class PartsSetAside {
  private readonly kept: { readonly part: Part; readonly keptUntilMs: number }[] = [];
  private bytes = 0;

  /** Copies the body: it may lie in a buffer that is used again. */
  put(part: Part, now: Date): void {
    const atMs = now.getTime();
    const copy = { ...part, body: part.body.slice() };
    this.kept.push({ part: copy, keptUntilMs: atMs + KEPT_MS });
    this.bytes += copy.body.length;
    while (this.isTooMuch(atMs)) this.bytes -= this.kept.shift()!.part.body.length;
  }

  /** What has come of a message, in the order of arrival. */
  of(messageId: number, now: Date): Part[] {
    return this.kept
      .filter(
        ({ part, keptUntilMs }) => part.messageId === messageId && keptUntilMs > now.getTime(),
      )
      .map(({ part }) => part);
  }

  private isTooMuch(atMs: number): boolean {
    const [oldest] = this.kept;
    if (oldest === undefined) return false;
    const isFull = this.kept.length > MAX_PARTS || this.bytes > MAX_BYTES;
    return isFull || oldest.keptUntilMs <= atMs;
  }
}
