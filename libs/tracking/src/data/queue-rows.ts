import type { VehicleId } from '@tongyun/kernel';
import type { QueuedChange, QueuedFix } from '../queued-input.js';
import type { DutyFacts, PumpFacts, TripFacts } from '../rules/inputs.js';
import { readDrumState } from '../rules/drum-state.js';
import type { JudgeInputEntity } from './judge-input.entity.js';
import { readStoredFacts, type StoredFacts } from './stored-facts.js';

export interface FixRow {
  readonly vehicle_id: VehicleId;
  readonly at: Date;
  readonly arrival: string;
  readonly shard: number;
  readonly received_at: Date;
  readonly source: 'terminal' | 'phone';
  readonly driver_id: string | null;
  readonly lng: number;
  readonly lat: number;
  readonly speed_kph: number | null;
  readonly heading_deg: number | null;
  readonly is_located: boolean;
  readonly accuracy_m: number | null;
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
    readonly pump?: PumpFacts | null;
    readonly duty?: DutyFacts | null;
    readonly facts?: StoredFacts;
  };
}

export const FIX_COLUMNS = `vehicle_id, at, arrival, shard, received_at, source, driver_id, lng, lat,
  speed_kph, heading_deg, is_located, accuracy_m, alarm_bits, extras ->> 'drumState' AS drum_state`;
export const CHANGE_COLUMNS = 'vehicle_id, at, arrival, kind, payload';

export const toQueuedFix = (row: FixRow): QueuedFix => ({
  from: 'fix',
  arrival: Number(row.arrival),
  vehicleId: row.vehicle_id,
  shard: row.shard,
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
    accuracyM: row.accuracy_m,
    speedKph: row.speed_kph,
    alarmBits: Number(row.alarm_bits),
    drumState: readDrumState(row.drum_state),
  },
});

export const toQueuedChange = ({
  vehicle_id,
  at,
  arrival,
  kind,
  payload: { trip, pump, duty, facts },
}: ChangeRow): QueuedChange => ({
  from: 'judge_input',
  arrival: Number(arrival),
  vehicleId: vehicle_id,
  facts: facts === undefined ? null : readStoredFacts(facts),
  input:
    kind === 'trip_changed'
      ? { kind, at, trip: trip ?? null, pump: pump ?? null, duty: duty ?? null }
      : { kind, at },
});
