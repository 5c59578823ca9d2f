import { type Crs, toWgs84 } from '@tongyun/geo';
import type { DriverId, TerminalId, VehicleId } from '@tongyun/kernel';
import { ExtrasText } from './extras-text.js';
import type { IncomingFix } from './incoming-fix.js';
import { DRUM_STATES, drumStateOf } from './rules/drum-state.js';
import { shardOf } from './rules/shard.js';

/** Places in a row; what is not known is NaN. Ids are places in `ids`, words and texts as well. */
export const COLUMN = {
  vehicle: 0,
  terminal: 1,
  driver: 2,
  client: 3,
  shard: 4,
  atMs: 5,
  receivedAtMs: 6,
  crs: 7,
  lngSent: 8,
  latSent: 9,
  lng: 10,
  lat: 11,
  accuracyM: 12,
  altitudeM: 13,
  speedKph: 14,
  headingDeg: 15,
  mileageKm: 16,
  alarmBits: 17,
  statusBits: 18,
  flags: 19,
  drum: 20,
  extrasFrom: 21,
  extrasTo: 22,
} as const;
/** Numbers a row. */
export const ROW_WIDTH = 23;

export const IS_LOCATED = 1;
export const IS_OF_PHONE = 2;
export const CRS_WORDS: readonly Crs[] = ['wgs84', 'gcj02', 'bd09'];
const FIRST_ROOM = 64;

/**
 * Position reports at the door, as they were sent and with their place in WGS-84, in rows of numbers:
 * they wait to be stored, and objects that wait are what a garbage collector has most work with.
 */
export class FixRows {
  /** Ids that the rows point into. */
  readonly ids: string[] = [];
  readonly extras = new ExtrasText();
  private readonly places = new Map<string, number>();
  private rows = new Float64Array(FIRST_ROOM * ROW_WIDTH);
  private size = 0;
  private phoneFixes = 0;
  private written = Buffer.alloc(0);

  static of(fixes: readonly IncomingFix[]): FixRows {
    const rows = new FixRows();
    for (const fix of fixes) rows.add(fix);
    return rows;
  }

  get count(): number {
    return this.size;
  }

  /** `ROW_WIDTH` numbers a fix, in the order in which they came; there is room behind them. */
  get values(): Float64Array {
    return this.rows;
  }

  /** Whether some of them may be known already, by the id that their phone gave them. */
  get hasPhones(): boolean {
    return this.phoneFixes > 0;
  }

  /** Takes others into the same room: arrays of megabytes, made anew for each batch, call for the garbage collector. */
  clear(): void {
    this.ids.length = 0;
    this.places.clear();
    this.extras.clear();
    this.size = 0;
    this.phoneFixes = 0;
  }

  /** Room to write all of them out, the same each time where it is enough; what is in it is of before. */
  roomToWrite(bytes: number): Buffer {
    if (this.written.length < bytes) this.written = Buffer.allocUnsafeSlow(bytes);
    return this.written;
  }

  add(fix: IncomingFix): void {
    const row = this.size * ROW_WIDTH;
    if (row === this.rows.length) this.grow();
    const { rows } = this;
    const { lngSent, latSent, crs, extras } = fix;
    const { lng, lat } = toWgs84({ lng: lngSent, lat: latSent }, crs);
    const drum = drumStateOf(extras);
    rows[row + COLUMN.vehicle] = this.placeOf(fix.vehicleId);
    rows[row + COLUMN.terminal] = this.placeOf(fix.terminalId);
    rows[row + COLUMN.driver] = this.placeOf(fix.driverId);
    rows[row + COLUMN.client] = this.placeOf(fix.clientId);
    rows[row + COLUMN.shard] = shardOf(fix.vehicleId);
    rows[row + COLUMN.atMs] = fix.at.getTime();
    rows[row + COLUMN.receivedAtMs] = fix.receivedAt.getTime();
    rows[row + COLUMN.crs] = CRS_WORDS.indexOf(crs);
    rows[row + COLUMN.lngSent] = lngSent;
    rows[row + COLUMN.latSent] = latSent;
    rows[row + COLUMN.lng] = lng;
    rows[row + COLUMN.lat] = lat;
    rows[row + COLUMN.accuracyM] = fix.accuracyM ?? Number.NaN;
    rows[row + COLUMN.altitudeM] = fix.altitudeM ?? Number.NaN;
    rows[row + COLUMN.speedKph] = fix.speedKph ?? Number.NaN;
    rows[row + COLUMN.headingDeg] = fix.headingDeg ?? Number.NaN;
    rows[row + COLUMN.mileageKm] = fix.mileageKm ?? Number.NaN;
    rows[row + COLUMN.alarmBits] = fix.alarmBits;
    rows[row + COLUMN.statusBits] = fix.statusBits;
    rows[row + COLUMN.flags] =
      (fix.isLocated ? IS_LOCATED : 0) | (fix.source === 'phone' ? IS_OF_PHONE : 0);
    rows[row + COLUMN.drum] = drum === null ? Number.NaN : DRUM_STATES.indexOf(drum);
    rows[row + COLUMN.extrasFrom] = extras === null ? Number.NaN : this.extras.length;
    this.extras.add(extras);
    rows[row + COLUMN.extrasTo] = extras === null ? Number.NaN : this.extras.length;
    if (fix.clientId !== null) this.phoneFixes += 1;
    this.size += 1;
  }

  /** The fix at a place, as it came. */
  at(place: number): IncomingFix {
    const { rows, ids } = this;
    const row = place * ROW_WIDTH;
    const numberIn = (column: number): number => rows[row + column]!;
    const known = (column: number): number | null =>
      Number.isNaN(numberIn(column)) ? null : numberIn(column);
    const extras = this.extras.read(numberIn(COLUMN.extrasFrom), numberIn(COLUMN.extrasTo));
    return {
      vehicleId: ids[numberIn(COLUMN.vehicle)] as VehicleId,
      at: new Date(numberIn(COLUMN.atMs)),
      source: (numberIn(COLUMN.flags) & IS_OF_PHONE) === 0 ? 'terminal' : 'phone',
      terminalId: (ids[numberIn(COLUMN.terminal)] ?? null) as TerminalId | null,
      driverId: (ids[numberIn(COLUMN.driver)] ?? null) as DriverId | null,
      clientId: ids[numberIn(COLUMN.client)] ?? null,
      receivedAt: new Date(numberIn(COLUMN.receivedAtMs)),
      crs: CRS_WORDS[numberIn(COLUMN.crs)]!,
      lngSent: numberIn(COLUMN.lngSent),
      latSent: numberIn(COLUMN.latSent),
      accuracyM: known(COLUMN.accuracyM),
      altitudeM: known(COLUMN.altitudeM),
      speedKph: known(COLUMN.speedKph),
      headingDeg: known(COLUMN.headingDeg),
      mileageKm: known(COLUMN.mileageKm),
      alarmBits: numberIn(COLUMN.alarmBits),
      statusBits: numberIn(COLUMN.statusBits),
      isLocated: (numberIn(COLUMN.flags) & IS_LOCATED) !== 0,
      extras: extras === null ? null : (JSON.parse(extras) as object),
    };
  }

  /** Each as it came, in order. */
  *[Symbol.iterator](): Generator<IncomingFix> {
    for (let place = 0; place < this.size; place += 1) yield this.at(place);
  }

  private placeOf(id: string | null): number {
    if (id === null) return Number.NaN;
    const known = this.places.get(id);
    if (known !== undefined) return known;
    this.places.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }

  private grow(): void {
    const larger = new Float64Array(this.rows.length * 2);
    larger.set(this.rows);
    this.rows = larger;
  }
}
