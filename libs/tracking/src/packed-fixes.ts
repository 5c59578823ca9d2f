import type { VehicleId } from '@tongyun/kernel';
import type { StoredFix, StoredGroup } from './data/storable-fix.js';
import type { QueuedFix } from './queued-input.js';
import { drumStateOf, DRUM_STATES } from './rules/drum-state.js';

/**
 * A group of stored fixes as numbers: goes from thread to thread without a copy, and is one thing for
 * the garbage collector however many fixes it holds.
 */
export interface PackedFixes {
  readonly firstArrival: number;
  readonly shardGroup: number;
  readonly count: number;
  /** Ids that the rows point into. */
  readonly ids: readonly string[];
  /** `WIDTH` numbers a fix, in order of arrival; what is not known is NaN. */
  readonly rows: Float64Array<ArrayBuffer>;
}

/** Places in a row. */
const VEHICLE = 0;
const DRIVER = 1;
const ARRIVAL = 2;
const SHARD = 3;
const AT_MS = 4;
const RECEIVED_AT_MS = 5;
const LNG = 6;
const LAT = 7;
const ACCURACY_M = 8;
const SPEED_KPH = 9;
const HEADING_DEG = 10;
const ALARM_BITS = 11;
const FLAGS = 12;
const DRUM = 13;
const WIDTH = 14;

const IS_LOCATED = 1;
const IS_OF_PHONE = 2;

/** Packs what the judge has to know of stored fixes. */
export function packFixes({ firstArrival, shardGroup, fixes }: StoredGroup): PackedFixes {
  const places = new Map<string, number>();
  const rows = new Float64Array(fixes.length * WIDTH);
  fixes.forEach((fix, nth) => packFix(rows, nth * WIDTH, fix, places));
  return { firstArrival, shardGroup, count: fixes.length, ids: [...places.keys()], rows };
}

function packFix(
  rows: Float64Array,
  row: number,
  { sent, arrival, shard, lng, lat }: StoredFix,
  places: Map<string, number>,
): void {
  rows[row + VEHICLE] = placeOf(sent.vehicleId, places);
  rows[row + DRIVER] = sent.driverId === null ? Number.NaN : placeOf(sent.driverId, places);
  rows[row + ARRIVAL] = arrival;
  rows[row + SHARD] = shard;
  rows[row + AT_MS] = sent.at.getTime();
  rows[row + RECEIVED_AT_MS] = sent.receivedAt.getTime();
  rows[row + LNG] = lng;
  rows[row + LAT] = lat;
  rows[row + ACCURACY_M] = sent.accuracyM ?? Number.NaN;
  rows[row + SPEED_KPH] = sent.speedKph ?? Number.NaN;
  rows[row + HEADING_DEG] = sent.headingDeg ?? Number.NaN;
  rows[row + ALARM_BITS] = sent.alarmBits;
  rows[row + FLAGS] =
    (sent.isLocated ? IS_LOCATED : 0) | (sent.source === 'phone' ? IS_OF_PHONE : 0);
  const drum = drumStateOf(sent.extras);
  rows[row + DRUM] = drum === null ? Number.NaN : DRUM_STATES.indexOf(drum);
}

function placeOf(id: string, places: Map<string, number>): number {
  const known = places.get(id);
  if (known !== undefined) return known;
  places.set(id, places.size);
  return places.size - 1;
}

/** Fixes as the judge takes them, in order of arrival. */
export function unpackFixes({ count, ids, rows }: PackedFixes): QueuedFix[] {
  const fixes: QueuedFix[] = [];
  for (let nth = 0; nth < count; nth += 1) fixes.push(unpackFix(rows, nth * WIDTH, ids));
  return fixes;
}

function unpackFix(rows: Float64Array, row: number, ids: readonly string[]): QueuedFix {
  const flags = rows[row + FLAGS]!;
  const speedKph = known(rows[row + SPEED_KPH]!);
  return {
    from: 'fix',
    arrival: rows[row + ARRIVAL]!,
    vehicleId: ids[rows[row + VEHICLE]!]! as VehicleId,
    shard: rows[row + SHARD]!,
    speedKph,
    headingDeg: known(rows[row + HEADING_DEG]!),
    input: {
      kind: 'fix',
      at: new Date(rows[row + AT_MS]!),
      receivedAt: new Date(rows[row + RECEIVED_AT_MS]!),
      source: (flags & IS_OF_PHONE) === 0 ? 'terminal' : 'phone',
      driverId: ids[rows[row + DRIVER]!] ?? null,
      lng: rows[row + LNG]!,
      lat: rows[row + LAT]!,
      isLocated: (flags & IS_LOCATED) !== 0,
      accuracyM: known(rows[row + ACCURACY_M]!),
      speedKph,
      alarmBits: rows[row + ALARM_BITS]!,
      drumState: DRUM_STATES[rows[row + DRUM]!] ?? null,
    },
  };
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
