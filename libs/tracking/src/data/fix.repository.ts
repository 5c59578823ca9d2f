import { canCopyIn, copyIn } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupOfShard } from '../rules/shard.js';
import { COPIED_COLUMNS, encodeFixes, jsonOf } from './encode-fixes.js';
import type { StorableFix, StoredFix, StoredGroup } from './storable-fix.js';

/** Numbers that `judge_arrival` gives at a time. */
export const ARRIVAL_BLOCK = 10_000;

/** Column, its type in SQL and what a fix has for it: one array each for `unnest`. */
const COLUMNS: readonly (readonly [string, string, (fix: StoredFix) => unknown])[] = [
  ['vehicle_id', 'uuid', ({ sent }) => sent.vehicleId],
  ['at', 'timestamptz', ({ sent }) => sent.at],
  ['arrival', 'bigint', (fix) => fix.arrival],
  ['shard', 'smallint', (fix) => fix.shard],
  ['source', 'text', ({ sent }) => sent.source],
  ['terminal_id', 'uuid', ({ sent }) => sent.terminalId],
  ['driver_id', 'uuid', ({ sent }) => sent.driverId],
  ['client_id', 'uuid', ({ sent }) => sent.clientId],
  ['received_at', 'timestamptz', ({ sent }) => sent.receivedAt],
  ['crs', 'text', ({ sent }) => sent.crs],
  ['lng_sent', 'float8', ({ sent }) => sent.lngSent],
  ['lat_sent', 'float8', ({ sent }) => sent.latSent],
  ['lng', 'float8', (fix) => fix.lng],
  ['lat', 'float8', (fix) => fix.lat],
  ['accuracy_m', 'float8', ({ sent }) => sent.accuracyM],
  ['altitude_m', 'float8', ({ sent }) => sent.altitudeM],
  ['speed_kph', 'float8', ({ sent }) => sent.speedKph],
  ['heading_deg', 'float8', ({ sent }) => sent.headingDeg],
  ['mileage_km', 'float8', ({ sent }) => sent.mileageKm],
  ['alarm_bits', 'bigint', ({ sent }) => sent.alarmBits],
  ['status_bits', 'bigint', ({ sent }) => sent.statusBits],
  ['is_located', 'boolean', ({ sent }) => sent.isLocated],
  ['extras', 'jsonb', ({ sent }) => jsonOf(sent.extras)],
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
  /**
   * Adds fixes, judged in the order given; those whose client id is known already are left out.
   *
   * @returns those that were added
   */
  async add(tx: EntityManager, fixes: readonly StorableFix[]): Promise<StoredGroup[]> {
    const groups: StoredGroup[] = [];
    for (let from = 0; from < fixes.length; from += ARRIVAL_BLOCK) {
      groups.push(...(await this.addBlock(tx, fixes.slice(from, from + ARRIVAL_BLOCK))));
    }
    return groups;
  }

  private async addBlock(tx: EntityManager, fixes: readonly StorableFix[]): Promise<StoredGroup[]> {
    const [block]: [{ first: string }] = await tx.query(`SELECT nextval('judge_arrival') AS first`);
    const firstArrival = Number(block.first);
    const numbered = fixes.map(({ sent, shard, lng, lat }, place): StoredFix => ({
      sent,
      arrival: firstArrival + place,
      shard,
      lng,
      lat,
    }));
    const isOfPhones = numbered.some(({ sent }) => sent.clientId !== null);
    const added =
      isOfPhones || !(await canCopyIn(tx))
        ? await this.insert(tx, numbered)
        : await this.copy(tx, numbered);
    const groups = groupStored(firstArrival, added);
    await this.tellOfWaiting(tx, groups);
    return groups;
  }

  /** Half the price of `insert`; it cannot leave out what is known. */
  private async copy(
    tx: EntityManager,
    fixes: readonly StoredFix[],
  ): Promise<readonly StoredFix[]> {
    await copyIn(tx, COPY, encodeFixes(fixes));
    return fixes;
  }

  private async insert(
    tx: EntityManager,
    fixes: readonly StoredFix[],
  ): Promise<readonly StoredFix[]> {
    const rows: { arrival: string }[] = await tx.query(
      INSERT,
      COLUMNS.map(([, , valueOf]) => fixes.map(valueOf)),
    );
    const added = new Set(rows.map(({ arrival }) => Number(arrival)));
    return fixes.filter(({ arrival }) => added.has(arrival));
  }

  /** In the transaction that stores them: what is stored is judged, whatever happens next. */
  private async tellOfWaiting(tx: EntityManager, groups: readonly StoredGroup[]): Promise<void> {
    if (groups.length === 0) return;
    const times = groups.map(({ fixes }) => spanOf(fixes));
    await tx.query(
      `INSERT INTO fix_waiting (first_arrival, shard_group, last_arrival, first_at, last_at, fixes)
       SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::bigint[], $4::timestamptz[],
         $5::timestamptz[], $6::integer[])`,
      [
        groups.map(({ firstArrival }) => firstArrival),
        groups.map(({ shardGroup }) => shardGroup),
        groups.map(({ fixes }) => fixes.at(-1)!.arrival),
        times.map(([first]) => first),
        times.map(([, last]) => last),
        groups.map(({ fixes }) => fixes.length),
      ],
    );
  }
}

function groupStored(firstArrival: number, fixes: readonly StoredFix[]): StoredGroup[] {
  const groups = new Map<number, StoredFix[]>();
  for (const fix of fixes) {
    const shardGroup = groupOfShard(fix.shard);
    const group = groups.get(shardGroup);
    if (group) group.push(fix);
    else groups.set(shardGroup, [fix]);
  }
  return [...groups].map(([shardGroup, group]) => ({ firstArrival, shardGroup, fixes: group }));
}

function spanOf(fixes: readonly StoredFix[]): [Date, Date] {
  let first = fixes[0]!.sent.at;
  let last = first;
  for (const { sent } of fixes) {
    if (sent.at < first) first = sent.at;
    if (sent.at > last) last = sent.at;
  }
  return [first, last];
}
