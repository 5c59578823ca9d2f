import { groupBy } from '@tongyun/kernel';
import { canCopyIn, copyIn } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { COLUMN, type FixRows, ROW_WIDTH } from '../fix-rows.js';
import type { IncomingFix } from '../incoming-fix.js';
import { groupOfShard } from '../rules/shard.js';
import { COPIED_COLUMNS, encodeFixes } from './encode-fixes.js';
import { arrivalAt, type FixBlock, type PreparedBlock, type StoredGroup } from './stored-group.js';

/** Numbers that `judge_arrival` gives at a time. */
export const ARRIVAL_BLOCK = 10_000;

/** Column, its type in SQL and what a fix has for it: one array each for `unnest`. */
const COLUMNS: readonly (readonly [string, string, (fix: NumberedFix) => unknown])[] = [
  ['vehicle_id', 'uuid', ({ sent }) => sent.vehicleId],
  ['at', 'timestamptz', ({ sent }) => sent.at],
  ['arrival', 'bigint', (fix) => fix.arrival],
  ['shard', 'smallint', ({ shard }) => shard],
  ['source', 'text', ({ sent }) => sent.source],
  ['terminal_id', 'uuid', ({ sent }) => sent.terminalId],
  ['driver_id', 'uuid', ({ sent }) => sent.driverId],
  ['client_id', 'uuid', ({ sent }) => sent.clientId],
  ['received_at', 'timestamptz', ({ sent }) => sent.receivedAt],
  ['crs', 'text', ({ sent }) => sent.crs],
  ['lng_sent', 'float8', ({ sent }) => sent.lngSent],
  ['lat_sent', 'float8', ({ sent }) => sent.latSent],
  ['lng', 'float8', ({ lng }) => lng],
  ['lat', 'float8', ({ lat }) => lat],
  ['accuracy_m', 'float8', ({ sent }) => sent.accuracyM],
  ['altitude_m', 'float8', ({ sent }) => sent.altitudeM],
  ['speed_kph', 'float8', ({ sent }) => sent.speedKph],
  ['heading_deg', 'float8', ({ sent }) => sent.headingDeg],
  ['mileage_km', 'float8', ({ sent }) => sent.mileageKm],
  ['alarm_bits', 'bigint', ({ sent }) => sent.alarmBits],
  ['status_bits', 'bigint', ({ sent }) => sent.statusBits],
  ['is_located', 'boolean', ({ sent }) => sent.isLocated],
  ['extras', 'jsonb', ({ sent }) => sent.extras && JSON.stringify(sent.extras)],
];

const names = COLUMNS.map(([name]) => name).join(', ');
const arrays = COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');

const INSERT = `
  INSERT INTO fix (${names}) SELECT ${names} FROM unnest(${arrays}) AS sent (${names})
  ON CONFLICT (client_id, at) WHERE client_id IS NOT NULL DO NOTHING
  RETURNING arrival`;

const COPY = `COPY fix (${COPIED_COLUMNS}) FROM STDIN (FORMAT binary)`;

/** The position table, as the doors write it. */
@Injectable()
export class FixRepository {
  /** Numbers fixes in the order given, in which they are judged, and writes their bytes. */
  async prepare(manager: EntityManager, fixes: FixRows): Promise<PreparedBlock[]> {
    const isCopied = !fixes.hasPhones && (await canCopyIn(manager));
    const blocks: PreparedBlock[] = [];
    for (let from = 0; from < fixes.count; from += ARRIVAL_BLOCK) {
      const to = Math.min(from + ARRIVAL_BLOCK, fixes.count);
      const [numbers]: [{ first: string }] = await manager.query(
        `SELECT nextval('judge_arrival') AS first`,
      );
      const block = { fixes, from, to, firstArrival: Number(numbers.first) };
      blocks.push({ ...block, copied: isCopied ? encodeFixes(block) : null });
    }
    return blocks;
  }

  /**
   * Adds fixes; those whose client id is known already are left out.
   *
   * @returns those that were added
   */
  async add(tx: EntityManager, blocks: readonly PreparedBlock[]): Promise<StoredGroup[]> {
    const groups: StoredGroup[] = [];
    for (const block of blocks) groups.push(...(await this.addBlock(tx, block)));
    return groups;
  }

  private async addBlock(tx: EntityManager, block: PreparedBlock): Promise<StoredGroup[]> {
    const { copied } = block;
    const added =
      copied === null ? await this.insert(tx, block) : await this.copy(tx, block, copied);
    const groups = groupStored(block, added);
    await this.tellOfWaiting(tx, groups);
    return groups;
  }

  /** Half the price of `insert`; it cannot leave out what is known. */
  private async copy(
    tx: EntityManager,
    block: FixBlock,
    bytes: Buffer,
  ): Promise<readonly number[]> {
    await copyIn(tx, COPY, bytes);
    return placesOf(block);
  }

  private async insert(tx: EntityManager, block: FixBlock): Promise<readonly number[]> {
    const places = placesOf(block);
    const fixes = places.map((place) => numberedFix(block, place));
    const rows: { arrival: string }[] = await tx.query(
      INSERT,
      COLUMNS.map(([, , valueOf]) => fixes.map(valueOf)),
    );
    const added = new Set(rows.map(({ arrival }) => Number(arrival)));
    return places.filter((place) => added.has(arrivalAt(block, place)));
  }

  /** In the transaction that stores them: what is stored is judged, whatever happens next. */
  private async tellOfWaiting(tx: EntityManager, groups: readonly StoredGroup[]): Promise<void> {
    if (groups.length === 0) return;
    const times = groups.map(spanOf);
    await tx.query(
      `INSERT INTO fix_waiting (first_arrival, shard_group, last_arrival, first_at, last_at, fixes)
       SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::bigint[], $4::timestamptz[],
         $5::timestamptz[], $6::integer[])`,
      [
        groups.map(({ block }) => block.firstArrival),
        groups.map(({ shardGroup }) => shardGroup),
        groups.map(({ block, places }) => arrivalAt(block, places.at(-1)!)),
        times.map(([first]) => first),
        times.map(([, last]) => last),
        groups.map(({ places }) => places.length),
      ],
    );
  }
}

/** A fix as `insert` writes it: as it was sent, and what the door has added. */
interface NumberedFix {
  readonly sent: IncomingFix;
  readonly arrival: number;
  readonly shard: number;
  readonly lng: number;
  readonly lat: number;
}

function numberedFix(block: FixBlock, place: number): NumberedFix {
  const { fixes } = block;
  const row = place * ROW_WIDTH;
  return {
    sent: fixes.at(place),
    arrival: arrivalAt(block, place),
    shard: fixes.values[row + COLUMN.shard]!,
    lng: fixes.values[row + COLUMN.lng]!,
    lat: fixes.values[row + COLUMN.lat]!,
  };
}

const placesOf = ({ from, to }: FixBlock): number[] =>
  Array.from({ length: to - from }, (_, nth) => from + nth);

function groupStored(block: FixBlock, places: readonly number[]): StoredGroup[] {
  const { values } = block.fixes;
  const groups = groupBy(places, (place) =>
    groupOfShard(values[place * ROW_WIDTH + COLUMN.shard]!),
  );
  return [...groups].map(([shardGroup, ofGroup]) => ({ block, shardGroup, places: ofGroup }));
}

function spanOf({ block, places }: StoredGroup): [Date, Date] {
  const { values } = block.fixes;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    const atMs = values[place * ROW_WIDTH + COLUMN.atMs]!;
    if (atMs < first) first = atMs;
    if (atMs > last) last = atMs;
  }
  return [new Date(first), new Date(last)];
}
