/** Names in `extras` are few, and the same again and again. */
const MOST_NAMES = 1_000;
const FIRST_ROOM = 8_192;
/** Bytes that a character takes at most. */
const BYTES_PER_CHAR = 3;

const jsonNames = new Map<string, string>();

/** What a terminal adds to its fixes, as `jsonb` takes it, one text behind the other. */
export class ExtrasText {
  private bytes = Buffer.allocUnsafeSlow(FIRST_ROOM);
  private end = 0;

  /** Bytes so far: where the next text begins. */
  get length(): number {
    return this.end;
  }

  add(extras: object | null): void {
    const text = jsonOf(extras);
    if (text === null) return;
    this.makeRoom(text.length * BYTES_PER_CHAR);
    this.end += this.bytes.write(text, this.end);
  }

  /** The text between two places; null where these are NaN. */
  read(from: number, to: number): string | null {
    return Number.isNaN(from) ? null : this.bytes.toString('utf8', from, to);
  }

  /** Copies the bytes between two places to `target`, from `at`. */
  copyTo(target: Uint8Array, at: number, from: number, to: number): void {
    this.bytes.copy(target, at, from, to);
  }

  private makeRoom(bytes: number): void {
    if (this.end + bytes <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.end + bytes));
    this.bytes.copy(larger, 0, 0, this.end);
    this.bytes = larger;
  }
}

/** As `jsonb` takes it. */
export const jsonOf = (extras: object | null): string | null =>
  extras === null
    ? null
    : (jsonOfNumbers(extras as Readonly<Record<string, unknown>>) ?? JSON.stringify(extras));

/** What a terminal adds to a fix is nearly always numbers alone; null: here it is not. */
function jsonOfNumbers(extras: Readonly<Record<string, unknown>>): string | null {
  let text = '';
  for (const name in extras) {
    const value = extras[name];
    if (typeof value !== 'number' || !Number.isFinite(value)) return null;
    text += (text === '' ? '{' : ',') + jsonNameOf(name) + value;
  }
  return text === '' ? null : text + '}';
}

function jsonNameOf(name: string): string {
  const known = jsonNames.get(name);
  if (known !== undefined) return known;
  if (jsonNames.size >= MOST_NAMES) jsonNames.clear();
  const written = `${JSON.stringify(name)}:`;
  jsonNames.set(name, written);
  return written;
}
