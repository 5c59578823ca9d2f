import { COLUMN, CRS_WORDS, IS_LOCATED, IS_OF_PHONE, ROW_WIDTH } from '../fix-rows.js';
import { arrivalAt, type FixBlock } from './stored-group.js';

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

/** An id as four words. */
type IdWords = readonly [number, number, number, number];

const idWords = new Map<string, IdWords>();

/** Fixes as the binary format of COPY takes them; of a block that is all of its fixes in the room that these keep for it. */
export function encodeFixes(block: FixBlock): Buffer {
  const writer = new RowWriter(block);
  for (let place = block.from; place < block.to; place += 1) writer.row(place);
  return writer.end();
}

class RowWriter {
  private readonly bytes: Buffer;
  private readonly view: DataView;
  private readonly ids: readonly IdWords[];
  private place = HEADER_BYTES;

  constructor(private readonly block: FixBlock) {
    const { fixes, from, to } = block;
    const size = HEADER_BYTES + (to - from) * ROW_BYTES + fixes.extras.length + TRAILER_BYTES;
    const isAll = to - from === fixes.count;
    this.bytes = isAll ? fixes.roomToWrite(size) : Buffer.allocUnsafeSlow(size);
    this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, size);
    this.bytes.set(HEADER);
    this.ids = fixes.ids.map(wordsOfId);
  }

  row(place: number): void {
    const { view, ids, block } = this;
    const { values } = block.fixes;
    const from = place * ROW_WIDTH;
    const flags = values[from + COLUMN.flags]!;
    const crs = CRS_WORDS[values[from + COLUMN.crs]!]!;
    let at = this.place;
    view.setInt16(at, COLUMN_COUNT);
    at = putId(view, at + 2, ids[values[from + COLUMN.vehicle]!]);
    at = putInstant(view, at, values[from + COLUMN.atMs]!);
    at = putBigint(view, at, arrivalAt(block, place));
    at = putSmallint(view, at, values[from + COLUMN.shard]!);
    at = putWord(view, at, (flags & IS_OF_PHONE) === 0 ? 'terminal' : 'phone');
    at = putId(view, at, ids[values[from + COLUMN.terminal]!]);
    at = putId(view, at, ids[values[from + COLUMN.driver]!]);
    at = putId(view, at, ids[values[from + COLUMN.client]!]);
    at = putInstant(view, at, values[from + COLUMN.receivedAtMs]!);
    at = putWord(view, at, crs);
    for (let column: number = COLUMN.lngSent; column <= COLUMN.mileageKm; column += 1) {
      at = putDouble(view, at, values[from + column]!);
    }
    at = putBigint(view, at, values[from + COLUMN.alarmBits]!);
    at = putBigint(view, at, values[from + COLUMN.statusBits]!);
    at = putBoolean(view, at, (flags & IS_LOCATED) !== 0);
    this.place = this.jsonb(at, values[from + COLUMN.extrasFrom]!, values[from + COLUMN.extrasTo]!);
  }

  end(): Buffer {
    this.view.setInt16(this.place, NULL_LENGTH);
    return this.bytes.subarray(0, this.place + TRAILER_BYTES);
  }

  private jsonb(at: number, from: number, to: number): number {
    if (Number.isNaN(from)) return putNull(this.view, at);
    this.view.setInt32(at, to - from + 1);
    this.view.setUint8(at + 4, JSONB_VERSION);
    this.block.fixes.extras.copyTo(this.bytes, at + 5, from, to);
    return at + 5 + to - from;
  }
}

// Each writes the length of a value and the value at a place, and answers with the place behind.

function putNull(view: DataView, at: number): number {
  view.setInt32(at, NULL_LENGTH);
  return at + 4;
}

function putId(view: DataView, at: number, words: IdWords | undefined): number {
  if (words === undefined) return putNull(view, at);
  view.setInt32(at, ID_BYTES);
  view.setUint32(at + 4, words[0]);
  view.setUint32(at + 8, words[1]);
  view.setUint32(at + 12, words[2]);
  view.setUint32(at + 16, words[3]);
  return at + 20;
}

const putInstant = (view: DataView, at: number, ms: number): number =>
  putBigint(view, at, (ms - EPOCH_2000_MS) * 1_000);

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

function putDouble(view: DataView, at: number, value: number): number {
  if (Number.isNaN(value)) return putNull(view, at);
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
