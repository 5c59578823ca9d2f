import type { VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { QueuedChange, QueuedFix, QueuedTimer } from '../queued-input.js';
import type { DrumState, DutyFacts, TimerKind, TripFacts } from '../rules/inputs.js';
import type { JudgeInputEntity } from './judge-input.entity.js';
import { readStoredFacts, type StoredFacts } from './stored-facts.js';

export interface FixRow {
  readonly vehicle_id: VehicleId;
  readonly at: Date;
  readonly arrival: string;
  readonly received_at: Date;
  readonly source: 'terminal' | 'phone';
  readonly driver_id: string | null;
  readonly lng: number;
  readonly lat: number;
  readonly speed_kph: number | null;
  readonly heading_deg: number | null;
  readonly is_located: boolean;
  readonly alarm_bits: string;
  readonly drum_state: string | null;
}

export interface ChangeRow {
  readonly vehicle_id: VehicleId;
  readonly at: Date;
  readonly arrival: string;
  readonly kind: JudgeInputEntity['kind'];
  readonly payload: {
    readonly trip?: TripFacts | null;
    readonly duty?: DutyFacts | null;
    readonly facts?: StoredFacts;
  };
}

export const FIX_COLUMNS = `vehicle_id, at, arrival, received_at, source, driver_id, lng, lat,
  speed_kph, heading_deg, is_located, alarm_bits, extras ->> 'drumState' AS drum_state`;
export const CHANGE_COLUMNS = 'vehicle_id, at, arrival, kind, payload';

/** What of an index-ordered list may be taken; vehicles that are set aside wait. */
interface Waiting {
  readonly shards: readonly number[];
  readonly limit: number;
  readonly setAside: readonly VehicleId[];
}

/** What waits for the judge, and the marks that say it waits no more. */
@Injectable()
export class JudgeQueue {
  /** Unjudged fixes and changes of these shards, in order of arrival. */
  async waiting(manager: EntityManager, waiting: Waiting): Promise<(QueuedFix | QueuedChange)[]> {
    const { shards, limit, setAside } = waiting;
    const where = `judged_at IS NULL AND shard = ANY($1::smallint[])
      AND NOT vehicle_id = ANY($2::uuid[]) ORDER BY arrival LIMIT ${limit}`;
    const parameters = [shards, setAside];
    const fixes: FixRow[] = await manager.query(
      `SELECT ${FIX_COLUMNS} FROM fix WHERE ${where}`,
      parameters,
    );
    const changes: ChangeRow[] = await manager.query(
      `SELECT ${CHANGE_COLUMNS} FROM judge_input WHERE ${where}`,
      parameters,
    );
    const ends = [fixes, changes]
      .filter((rows) => rows.length === limit)
      .map((rows) => Number(rows.at(-1)!.arrival));
    const end = Math.min(...ends, Number.MAX_SAFE_INTEGER);
    return [...fixes.map(toQueuedFix), ...changes.map(toQueuedChange)]
      .filter(({ arrival }) => arrival <= end)
      .toSorted((one, other) => one.arrival - other.arrival);
  }

  async dueTimers(
    manager: EntityManager,
    shards: readonly number[],
    now: Date,
  ): Promise<QueuedTimer[]> {
    const rows: { vehicle_id: VehicleId; kind: TimerKind; due_at: Date }[] = await manager.query(
      `SELECT vehicle_id, kind, due_at FROM judge_timer
       WHERE due_at <= $1 AND shard = ANY($2::smallint[]) ORDER BY due_at, vehicle_id LIMIT 1000`,
      [now, shards],
    );
    return rows.map(({ vehicle_id, kind, due_at }) => ({
      from: 'judge_timer',
      vehicleId: vehicle_id,
      input: { kind: 'timer', timer: kind, at: due_at },
    }));
  }

  /** Marks fixes as judged; throws when another process has judged one of them meanwhile. */
  async markFixes(
    tx: EntityManager,
    fixes: readonly { readonly fix: QueuedFix; readonly verdict: string }[],
    now: Date,
  ): Promise<void> {
    if (fixes.length === 0) return;
    const [, marked]: [unknown, number] = await tx.query(
      `UPDATE fix SET judged_at = $1, verdict = judged.verdict
       FROM unnest($2::uuid[], $3::timestamptz[], $4::bigint[], $5::text[])
         AS judged (vehicle_id, at, arrival, verdict)
       WHERE fix.vehicle_id = judged.vehicle_id AND fix.at = judged.at
         AND fix.arrival = judged.arrival AND fix.judged_at IS NULL`,
      [
        now,
        fixes.map(({ fix }) => fix.vehicleId),
        fixes.map(({ fix }) => fix.input.at),
        fixes.map(({ fix }) => fix.arrival),
        fixes.map(({ verdict }) => verdict),
      ],
    );
    assertAll('fixes', fixes.length, marked);
  }

  async markChanges(tx: EntityManager, changes: readonly QueuedChange[], now: Date): Promise<void> {
    if (changes.length === 0) return;
    const [, marked]: [unknown, number] = await tx.query(
      `UPDATE judge_input SET judged_at = $1 WHERE arrival = ANY($2::bigint[]) AND judged_at IS NULL`,
      [now, changes.map(({ arrival }) => arrival)],
    );
    assertAll('changes', changes.length, marked);
  }

  /** Takes timers away as they fire; throws when another process has fired one meanwhile. */
  async takeTimers(tx: EntityManager, timers: readonly QueuedTimer[]): Promise<void> {
    if (timers.length === 0) return;
    const [, taken]: [unknown, number] = await tx.query(
      `DELETE FROM judge_timer
       USING unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS fired (vehicle_id, kind, at)
       WHERE judge_timer.vehicle_id = fired.vehicle_id AND judge_timer.kind = fired.kind
         AND judge_timer.due_at = fired.at`,
      [
        timers.map(({ vehicleId }) => vehicleId),
        timers.map(({ input }) => input.timer),
        timers.map(({ input }) => input.at),
      ],
    );
    assertAll('timers', timers.length, taken);
  }

  async setTimers(
    tx: EntityManager,
    timers: readonly { vehicleId: VehicleId; kind: string; shard: number; dueAt: Date }[],
  ): Promise<void> {
    if (timers.length === 0) return;
    await tx.query(
      `INSERT INTO judge_timer (vehicle_id, kind, shard, due_at)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::smallint[], $4::timestamptz[])
       ON CONFLICT (vehicle_id, kind) DO UPDATE SET due_at = excluded.due_at`,
      [
        timers.map(({ vehicleId }) => vehicleId),
        timers.map(({ kind }) => kind),
        timers.map(({ shard }) => shard),
        timers.map(({ dueAt }) => dueAt),
      ],
    );
  }
}

const DRUM_STATES: readonly DrumState[] = ['stopped', 'forward', 'reverse'];

export const toQueuedFix = (row: FixRow): QueuedFix => ({
  from: 'fix',
  arrival: Number(row.arrival),
  vehicleId: row.vehicle_id,
  speedKph: row.speed_kph,
  headingDeg: row.heading_deg,
  input: {
    kind: 'fix',
    at: row.at,
    receivedAt: row.received_at,
    source: row.source,
    driverId: row.driver_id,
    lng: row.lng,
    lat: row.lat,
    isLocated: row.is_located,
    speedKph: row.speed_kph,
    alarmBits: Number(row.alarm_bits),
    drumState: DRUM_STATES.find((state) => state === row.drum_state) ?? null,
  },
});

export const toQueuedChange = ({
  vehicle_id,
  at,
  arrival,
  kind,
  payload: { trip, duty, facts },
}: ChangeRow): QueuedChange => ({
  from: 'judge_input',
  arrival: Number(arrival),
  vehicleId: vehicle_id,
  facts: facts === undefined ? null : readStoredFacts(facts),
  input:
    kind === 'trip_changed' ? { kind, at, trip: trip ?? null, duty: duty ?? null } : { kind, at },
});

function assertAll(what: string, wanted: number, marked: number): void {
  if (marked === wanted) return;
  throw new Error(`${wanted - marked} of ${wanted} ${what} were judged by another process`);
}
