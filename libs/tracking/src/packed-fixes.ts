import type { VehicleId } from '@tongyun/kernel';
import { arrivalAt, type StoredGroup } from './data/stored-group.js';
import { COLUMN, IS_LOCATED, IS_OF_PHONE, ROW_WIDTH } from './fix-rows.js';
import type { QueuedFix } from './queued-input.js';
import { DRUM_STATES } from './rules/drum-state.js';

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

/** Packs what the judge has to know of stored fixes. */
export function packFixes({ block, shardGroup, places }: StoredGroup): PackedFixes {
  const { fixes, firstArrival } = block;
  const ids = new GroupIds(fixes.ids);
  const rows = new Float64Array(places.length * WIDTH);
  const { values } = fixes;
  places.forEach((place, nth) => {
    const [row, from] = [nth * WIDTH, place * ROW_WIDTH];
    rows[row + VEHICLE] = ids.placeOf(values[from + COLUMN.vehicle]!);
    rows[row + DRIVER] = ids.placeOf(values[from + COLUMN.driver]!);
    rows[row + ARRIVAL] = arrivalAt(block, place);
    rows[row + SHARD] = values[from + COLUMN.shard]!;
    rows[row + AT_MS] = values[from + COLUMN.atMs]!;
    rows[row + RECEIVED_AT_MS] = values[from + COLUMN.receivedAtMs]!;
    rows[row + LNG] = values[from + COLUMN.lng]!;
    rows[row + LAT] = values[from + COLUMN.lat]!;
    rows[row + ACCURACY_M] = values[from + COLUMN.accuracyM]!;
    rows[row + SPEED_KPH] = values[from + COLUMN.speedKph]!;
    rows[row + HEADING_DEG] = values[from + COLUMN.headingDeg]!;
    rows[row + ALARM_BITS] = values[from + COLUMN.alarmBits]!;
    rows[row + FLAGS] = values[from + COLUMN.flags]!;
    rows[row + DRUM] = values[from + COLUMN.drum]!;
  });
  return { firstArrival, shardGroup, count: places.length, ids: ids.used, rows };
}

/** The ids that a group uses, of all that its fixes came with: no others are sent along. */
class GroupIds {
  readonly used: string[] = [];
  private readonly places: Int32Array;

  constructor(private readonly all: readonly string[]) {
    this.places = new Int32Array(all.length).fill(-1);
  }

  /** The place of an id in `used`, by that among all; NaN stays it. */
  placeOf(place: number): number {
    if (Number.isNaN(place)) return place;
    if (this.places[place] === -1) this.places[place] = this.used.push(this.all[place]!) - 1;
    return this.places[place]!;
  }
}

/** Fixes as the judge takes them, in order of arrival. */
export function unpackFixes({ count, ids, rows }: PackedFixes): QueuedFix[] {
  const fixes: QueuedFix[] = [];
  let receivedAt = new Date(Number.NaN);
  for (let row = 0; row < count * WIDTH; row += WIDTH) {
    // Those that came together, as most do, share the time.
    const receivedAtMs = rows[row + RECEIVED_AT_MS]!;
    if (receivedAtMs !== receivedAt.getTime()) receivedAt = new Date(receivedAtMs);
    fixes.push(unpackFix(rows, row, ids, receivedAt));
  }
  return fixes;
}

function unpackFix(
  rows: Float64Array,
  row: number,
  ids: readonly string[],
  receivedAt: Date,
): QueuedFix {
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
      receivedAt,
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
