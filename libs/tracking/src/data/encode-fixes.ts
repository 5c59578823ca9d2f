import type { StoredFix } from './storable-fix.js';

/** The columns of `encodeFixes`, in its order. */
export const COPIED_COLUMNS = `vehicle_id, at, arrival, shard, source, terminal_id, driver_id,
  client_id, received_at, crs, lng_sent, lat_sent, lng, lat, accuracy_m, altitude_m, speed_kph,
  heading_deg, mileage_km, alarm_bits, status_bits, is_located, extras`;
const COLUMN_COUNT = 23;

/** Signature, flags and length of the extension: PostgreSQL's COPY, "Binary Format". */
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const HEADER_BYTES = HEADER.length;
const TRAILER_BYTES = 2;
/** Lengths and values of a row whose texts are short; `extras` comes on top. */
const ROW_BYTES = 400;
/** PostgreSQL counts microseconds since 2000. */
const EPOCH_2000_MS = Date.UTC(2000, 0, 1);
const TWO_32 = 4_294_967_296;
const JSONB_VERSION = 1;
const NULL_LENGTH = -1;
const ID_BYTES = 16;
const MOST_IDS = 20_000;

/** Names in `extras` are few, and the same again and again. */
const MOST_NAMES = 1_000;

/** An id as four words. */
type IdWords = readonly [number, number, number, number];

const idWords = new Map<string, IdWords>();
const jsonNames = new Map<string, string>();

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

/** Fixes as the binary format of COPY takes them. */
export function encodeFixes(fixes: readonly StoredFix[]): Buffer {
  const extras = fixes.map(({ sent }) => jsonOf(sent.extras));
  const extraBytes = extras.reduce((sum, text) => sum + 3 * (text?.length ?? 0), 0);
  const writer = new RowWriter(
    HEADER_BYTES + fixes.length * ROW_BYTES + extraBytes + TRAILER_BYTES,
  );
  fixes.forEach((fix, place) => writer.row(fix, extras[place]!));
  return writer.end();
}

class RowWriter {
  private readonly bytes: Buffer;
  private readonly view: DataView;
  private place = HEADER_BYTES;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafeSlow(size);
    this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, size);
    this.bytes.set(HEADER);
  }

  row({ sent, arrival, shard, lng, lat }: StoredFix, extras: string | null): void {
    const { view } = this;
    let at = this.place;
    view.setInt16(at, COLUMN_COUNT);
    at = putId(view, at + 2, sent.vehicleId);
    at = putInstant(view, at, sent.at);
    at = putBigint(view, at, arrival);
    at = putSmallint(view, at, shard);
    at = putWord(view, at, sent.source);
    at = putId(view, at, sent.terminalId);
    at = putId(view, at, sent.driverId);
    at = putId(view, at, sent.clientId);
    at = putInstant(view, at, sent.receivedAt);
    at = putWord(view, at, sent.crs);
    at = putDouble(view, at, sent.lngSent);
    at = putDouble(view, at, sent.latSent);
    at = putDouble(view, at, lng);
    at = putDouble(view, at, lat);
    at = putDouble(view, at, sent.accuracyM);
    at = putDouble(view, at, sent.altitudeM);
    at = putDouble(view, at, sent.speedKph);
    at = putDouble(view, at, sent.headingDeg);
    at = putDouble(view, at, sent.mileageKm);
    at = putBigint(view, at, sent.alarmBits);
    at = putBigint(view, at, sent.statusBits);
    at = putBoolean(view, at, sent.isLocated);
    this.place = this.jsonb(at, extras);
  }

  end(): Buffer {
    this.view.setInt16(this.place, NULL_LENGTH);
    return this.bytes.subarray(0, this.place + TRAILER_BYTES);
  }

  private jsonb(at: number, json: string | null): number {
    if (json === null) return putNull(this.view, at);
    const written = this.bytes.write(json, at + 5);
    this.view.setInt32(at, written + 1);
    this.view.setUint8(at + 4, JSONB_VERSION);
    return at + 5 + written;
  }
}

// Each writes the length of a value and the value at a place, and answers with the place behind.

function putNull(view: DataView, at: number): number {
  view.setInt32(at, NULL_LENGTH);
  return at + 4;
}

function putId(view: DataView, at: number, id: string | null): number {
  if (id === null) return putNull(view, at);
  const words = wordsOfId(id);
  view.setInt32(at, ID_BYTES);
  view.setUint32(at + 4, words[0]);
  view.setUint32(at + 8, words[1]);
  view.setUint32(at + 12, words[2]);
  view.setUint32(at + 16, words[3]);
  return at + 20;
}

const putInstant = (view: DataView, at: number, instant: Date): number =>
  putBigint(view, at, (instant.getTime() - EPOCH_2000_MS) * 1_000);

/** Any whole number that a double holds exactly. */
function putBigint(view: DataView, at: number, value: number): number {
  const high = Math.floor(value / TWO_32);
  view.setInt32(at, 8);
  view.setInt32(at + 4, high);
  view.setUint32(at + 8, value - high * TWO_32);
  return at + 12;
}

function putSmallint(view: DataView, at: number, value: number): number {
  view.setInt32(at, 2);
  view.setInt16(at + 4, value);
  return at + 6;
}

function putDouble(view: DataView, at: number, value: number | null): number {
  if (value === null) return putNull(view, at);
  view.setInt32(at, 8);
  view.setFloat64(at + 4, value);
  return at + 12;
}

function putBoolean(view: DataView, at: number, value: boolean): number {
  view.setInt32(at, 1);
  view.setUint8(at + 4, value ? 1 : 0);
  return at + 5;
}

/** One of the few words that these columns hold, plain ASCII. */
function putWord(view: DataView, at: number, word: string): number {
  const { length } = word;
  view.setInt32(at, length);
  for (let nth = 0; nth < length; nth += 1) view.setUint8(at + 4 + nth, word.charCodeAt(nth));
  return at + 4 + length;
}

/** A vehicle comes again and again. */
function wordsOfId(id: string): IdWords {
  const known = idWords.get(id);
  if (known !== undefined) return known;
  if (idWords.size >= MOST_IDS) idWords.clear();
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  const wordAt = (at: number): number => bytes.readUInt32BE(at);
  const words: IdWords = [wordAt(0), wordAt(4), wordAt(8), wordAt(12)];
  idWords.set(id, words);
  return words;
}
