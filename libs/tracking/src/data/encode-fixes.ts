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

const idBytes = new Map<string, Buffer>();

/** As `jsonb` takes it. */
export const jsonOf = (extras: object | null): string | null =>
  extras === null ? null : JSON.stringify(extras);

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
    this.view.setInt16(this.place, COLUMN_COUNT);
    this.place += 2;
    this.uuid(sent.vehicleId);
    this.instant(sent.at);
    this.bigint(arrival);
    this.smallint(shard);
    this.text(sent.source);
    this.uuid(sent.terminalId);
    this.uuid(sent.driverId);
    this.uuid(sent.clientId);
    this.instant(sent.receivedAt);
    this.text(sent.crs);
    this.double(sent.lngSent);
    this.double(sent.latSent);
    this.double(lng);
    this.double(lat);
    this.double(sent.accuracyM);
    this.double(sent.altitudeM);
    this.double(sent.speedKph);
    this.double(sent.headingDeg);
    this.double(sent.mileageKm);
    this.bigint(sent.alarmBits);
    this.bigint(sent.statusBits);
    this.boolean(sent.isLocated);
    this.jsonb(extras);
  }

  end(): Buffer {
    this.view.setInt16(this.place, NULL_LENGTH);
    return this.bytes.subarray(0, this.place + TRAILER_BYTES);
  }

  private uuid(id: string | null): void {
    if (id === null) return this.length(NULL_LENGTH);
    this.length(ID_BYTES);
    this.bytes.set(bytesOfId(id), this.place);
    this.place += ID_BYTES;
  }

  private instant(at: Date): void {
    this.bigint((at.getTime() - EPOCH_2000_MS) * 1_000);
  }

  /** Any whole number that a double holds exactly. */
  private bigint(value: number): void {
    this.length(8);
    const high = Math.floor(value / TWO_32);
    this.view.setInt32(this.place, high);
    this.view.setUint32(this.place + 4, value - high * TWO_32);
    this.place += 8;
  }

  private smallint(value: number): void {
    this.length(2);
    this.view.setInt16(this.place, value);
    this.place += 2;
  }

  private double(value: number | null): void {
    if (value === null) return this.length(NULL_LENGTH);
    this.length(8);
    this.view.setFloat64(this.place, value);
    this.place += 8;
  }

  private boolean(value: boolean): void {
    this.length(1);
    this.view.setUint8(this.place, value ? 1 : 0);
    this.place += 1;
  }

  /** One of the few words that these columns hold, plain ASCII. */
  private text(word: string): void {
    this.length(word.length);
    for (let nth = 0; nth < word.length; nth += 1) {
      this.view.setUint8(this.place + nth, word.charCodeAt(nth));
    }
    this.place += word.length;
  }

  private jsonb(json: string | null): void {
    if (json === null) return this.length(NULL_LENGTH);
    const written = this.bytes.write(json, this.place + 5);
    this.length(written + 1);
    this.view.setUint8(this.place, JSONB_VERSION);
    this.place += written + 1;
  }

  private length(bytes: number): void {
    this.view.setInt32(this.place, bytes);
    this.place += 4;
  }
}

/** A vehicle comes again and again. */
function bytesOfId(id: string): Buffer {
  const known = idBytes.get(id);
  if (known !== undefined) return known;
  if (idBytes.size >= MOST_IDS) idBytes.clear();
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  idBytes.set(id, bytes);
  return bytes;
}
