import { canCopyIn, copyIn } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupOfShard } from '../rules/shard.js';
import { COPIED_COLUMNS, encodeFixes } from './encode-fixes.js';
import type { StorableFix, StoredFix, StoredGroup } from './storable-fix.js';

/** Numbers that `judge_arrival` gives at a time. */
export const ARRIVAL_BLOCK = 10_000;

/** Column, its type in SQL and what a fix has for it: one array each for `unnest`. */
const COLUMNS: readonly (readonly [string, string, (fix: StoredFix) => unknown])[] = [
  ['vehicle_id', 'uuid', (fix) => fix.vehicleId],
  ['at', 'timestamptz', (fix) => fix.at],
  ['arrival', 'bigint', (fix) => fix.arrival],
  ['shard', 'smallint', (fix) => fix.shard],
  ['source', 'text', (fix) => fix.source],
  ['terminal_id', 'uuid', (fix) => fix.terminalId],
  ['driver_id', 'uuid', (fix) => fix.driverId],
  ['client_id', 'uuid', (fix) => fix.clientId],
  ['received_at', 'timestamptz', (fix) => fix.receivedAt],
  ['crs', 'text', (fix) => fix.crs],
  ['lng_sent', 'float8', (fix) => fix.lngSent],
  ['lat_sent', 'float8', (fix) => fix.latSent],
  ['lng', 'float8', (fix) => fix.lng],
  ['lat', 'float8', (fix) => fix.lat],
  ['accuracy_m', 'float8', (fix) => fix.accuracyM],
  ['altitude_m', 'float8', (fix) => fix.altitudeM],
  ['speed_kph', 'float8', (fix) => fix.speedKph],
  ['heading_deg', 'float8', (fix) => fix.headingDeg],
  ['mileage_km', 'float8', (fix) => fix.mileageKm],
  ['alarm_bits', 'bigint', (fix) => fix.alarmBits],
  ['status_bits', 'bigint', (fix) => fix.statusBits],
  ['is_located', 'boolean', (fix) => fix.isLocated],
  ['extras', 'jsonb', (fix) => (fix.extras === null ? null : JSON.stringify(fix.extras))],
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
    const numbered = fixes.map((fix, place) => ({ ...fix, arrival: firstArrival + place }));
    const isOfPhones = numbered.some(({ clientId }) => clientId !== null);
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
  let [first, last] = [fixes[0]!.at, fixes[0]!.at];
  for (const { at } of fixes) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return [first, last];
}
