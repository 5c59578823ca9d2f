/** Names in `extras` are few, and the same again and again. */
const MOST_NAMES = 1_000;
const FIRST_ROOM = 8_192;
/** Bytes that a character takes at most. */
const BYTES_PER_CHAR = 3;
/** Characters of a number at most, as JSON writes it. */
const NUMBER_CHARS = 25;
/** Whole numbers below it are written digit by digit. */
const MOST_BY_DIGITS = 1e9;

const OPENING = 0x7b;
const COMMA = 0x2c;
const CLOSING = 0x7d;
const ZERO = 0x30;

/** Each with its quotes and colon. */
const writtenNames = new Map<string, Uint8Array>();

/** What a terminal adds to its fixes, as `jsonb` takes it, one text behind the other. */
export class ExtrasText {
  private bytes = Buffer.allocUnsafeSlow(FIRST_ROOM);
  private end = 0;

  /** Bytes so far: where the next text begins. */
  get length(): number {
    return this.end;
  }

  /** The next text begins where the first did. */
  clear(): void {
    this.end = 0;
  }

  add(extras: object | null): void {
    if (extras === null) return;
    const end = this.writeNumbers(extras as Readonly<Record<string, unknown>>);
    this.end = end ?? this.writeText(JSON.stringify(extras));
  }

  /** The text between two places; null where these are NaN. */
  read(from: number, to: number): string | null {
    return Number.isNaN(from) ? null : this.bytes.toString('utf8', from, to);
  }

  /** Copies the bytes between two places to `target`, from `at`. */
  copyTo(target: Uint8Array, at: number, from: number, to: number): void {
    this.bytes.copy(target, at, from, to);
  }

  /**
   * What a terminal adds is nearly always numbers alone: these go straight to their bytes.
   *
   * @returns where the text ends; null: there is something else among them, or nothing
   */
  private writeNumbers(extras: Readonly<Record<string, unknown>>): number | null {
    let at = this.end;
    for (const name in extras) {
      const value = extras[name];
      if (typeof value !== 'number' || !Number.isFinite(value)) return null;
      const written = writtenNameOf(name);
      this.makeRoom(at, written.length + NUMBER_CHARS + 2);
      const { bytes } = this;
      bytes[at] = at === this.end ? OPENING : COMMA;
      at += 1;
      for (let nth = 0; nth < written.length; nth += 1) bytes[at + nth] = written[nth]!;
      at = writeNumber(bytes, at + written.length, value);
    }
    if (at === this.end) return null;
    this.bytes[at] = CLOSING;
    return at + 1;
  }

  private writeText(text: string): number {
    this.makeRoom(this.end, text.length * BYTES_PER_CHAR);
    return this.end + this.bytes.write(text, this.end);
  }

  private makeRoom(at: number, bytes: number): void {
    if (at + bytes <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (at + bytes));
    this.bytes.copy(larger, 0, 0, at);
    this.bytes = larger;
  }
}

/** @returns where it ends */
function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  if (Number.isInteger(value) && value >= 0 && value < MOST_BY_DIGITS) {
    let end = at + 1;
    for (let limit = 10; limit <= value; limit *= 10) end += 1;
    for (let place = end - 1, rest = value; place >= at; place -= 1) {
      bytes[place] = ZERO + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    return end;
  }
  const text = String(value);
  for (let nth = 0; nth < text.length; nth += 1) bytes[at + nth] = text.charCodeAt(nth);
  return at + text.length;
}

function writtenNameOf(name: string): Uint8Array {
  const known = writtenNames.get(name);
  if (known !== undefined) return known;
  if (writtenNames.size >= MOST_NAMES) writtenNames.clear();
  const written = Buffer.from(`${JSON.stringify(name)}:`);
  writtenNames.set(name, written);
  return written;
}
