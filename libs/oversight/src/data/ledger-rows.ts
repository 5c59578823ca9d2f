import type { EnterpriseLedgerView } from '@tongyun/contracts';
import { holderOf } from '@tongyun/fleet';
import type { EnterpriseId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CityPeriod } from '../rules/city-period.js';
import { declaredDoneAt } from './declared-done-at.js';

export type LedgerVehicleRow = EnterpriseLedgerView['vehicles'][number];
export interface LedgerPassRow {
  readonly passNo: string;
  readonly plateNo: string | null;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly state: 'pending' | 'valid' | 'suspended' | 'revoked';
}
export type LedgerTripRow = Omit<EnterpriseLedgerView['trips'][number], 'at'> & {
  readonly at: Date;
};
export type LedgerEntryRow = Omit<EnterpriseLedgerView['entries'][number], 'at' | 'withdrawal'> & {
  readonly at: Date;
  readonly withdrawnReason: string | null;
  readonly withdrawnAt: Date | null;
};
export interface TripSum {
  readonly tripCount: number;
  readonly m3: number;
}

/** Discharged within the period, planned here or declared. $1: enterprise; $2, $3: instants. */
const DONE = `
  done AS (
    SELECT trip.unload_end_at AS at, trip.vehicle_id, trip.plant_id, site.name AS site_name,
      pour_order.grade, coalesce(trip.batched_m3, trip.planned_m3) AS m3, false AS is_declared
    FROM trip
    LEFT JOIN site ON site.id = trip.site_id
    LEFT JOIN pour_order ON pour_order.id = trip.order_id
    WHERE trip.enterprise_id = $1 AND trip.unload_end_at >= $2 AND trip.unload_end_at < $3
      AND trip.stage IN ('unloaded', 'washing', 'back_at_plant')
    UNION ALL
    SELECT ${declaredDoneAt('told')}, told.vehicle_id, told.plant_id, told.site_name, told.grade,
      told.m3, true
    FROM declared_trip told
    WHERE told.enterprise_id = $1 AND ${declaredDoneAt('told')} >= $2
      AND ${declaredDoneAt('told')} < $3)`;

/** What an enterprise's ledger lists. Whether the asker may see the enterprise is asked before. */
@Injectable()
export class LedgerRows {
  /** Those that it holds (`holderOf`) at an instant. */
  vehicles(manager: EntityManager, id: EnterpriseId, at: Date): Promise<LedgerVehicleRow[]> {
    return manager.query(
      `SELECT vehicle.id AS "vehicleId", vehicle.plate_no AS "plateNo",
         vehicle.plate_color AS "plateColor", vehicle.equipment_no AS "equipmentNo", vehicle.kind,
         vehicle.drum_capacity_m3 AS "drumCapacityM3",
         CASE WHEN vehicle.owner_enterprise_id IS NULL THEN vehicle.owner_name END AS "ownerName",
         registration.registration_no AS "registrationNo",
         registration.state AS "registrationState"
       FROM vehicle LEFT JOIN registration ON registration.vehicle_id = vehicle.id
       WHERE ${holderOf('vehicle', '$2')} = $1 AND NOT vehicle.is_provisional
       ORDER BY vehicle.kind, vehicle.plate_no, vehicle.id`,
      [id, at],
    );
  }

  /** Of those vehicles, the passes whose validity meets the period. */
  passes(
    manager: EntityManager,
    id: EnterpriseId,
    { from, to, now }: CityPeriod,
  ): Promise<LedgerPassRow[]> {
    return manager.query(
      `SELECT pass.pass_no AS "passNo", vehicle.plate_no AS "plateNo",
         pass.valid_from AS "validFrom", pass.valid_to AS "validTo", pass.state
       FROM road_pass pass JOIN vehicle ON vehicle.id = pass.vehicle_id
       WHERE ${holderOf('vehicle', '$4')} = $1 AND pass.valid_from < $3 AND pass.valid_to > $2
       ORDER BY vehicle.plate_no, pass.valid_from, pass.pass_no`,
      [id, from, to, now],
    );
  }

  trips(
    manager: EntityManager,
    id: EnterpriseId,
    { from, to }: CityPeriod,
    limit: number,
  ): Promise<LedgerTripRow[]> {
    return manager.query(
      `WITH ${DONE}
       SELECT done.at, vehicle.plate_no AS "plateNo", plant.name AS "plantName",
         done.site_name AS "siteName", done.grade, done.m3, done.is_declared AS "isDeclared"
       FROM done
       LEFT JOIN vehicle ON vehicle.id = done.vehicle_id
       LEFT JOIN plant ON plant.id = done.plant_id
       ORDER BY done.at, vehicle.plate_no LIMIT $4`,
      [id, from, to, limit],
    );
  }

  async tripSum(
    manager: EntityManager,
    id: EnterpriseId,
    { from, to }: CityPeriod,
  ): Promise<TripSum> {
    const rows: [TripSum] = await manager.query(
      `WITH ${DONE}
       SELECT count(*)::int AS "tripCount", coalesce(sum(m3), 0) AS m3 FROM done`,
      [id, from, to],
    );
    return rows[0];
  }

  entries(
    manager: EntityManager,
    id: EnterpriseId,
    { from, to }: CityPeriod,
  ): Promise<LedgerEntryRow[]> {
    return manager.query(
      `SELECT entry.occurred_at AS at, entry.kind, entry.title, entry.content,
         entry.person_name AS "personName", coalesce(site.name, entry.site_name) AS "siteName",
         gone.reason AS "withdrawnReason", gone.decided_at AS "withdrawnAt"
       FROM ledger_entry entry LEFT JOIN site ON site.id = entry.site_id
         LEFT JOIN ledger_withdrawal gone ON gone.entry_id = entry.id
       WHERE entry.enterprise_id = $1 AND entry.occurred_at >= $2 AND entry.occurred_at < $3
       ORDER BY entry.occurred_at, entry.id`,
      [id, from, to],
    );
  }

  /** Who was named last for a duty before an instant, and not by an entry that was withdrawn. */
  async personIn(
    manager: EntityManager,
    id: EnterpriseId,
    kind: 'responsible_leader' | 'safety_officer',
    before: Date,
  ): Promise<string | null> {
    const [last]: { name: string | null }[] = await manager.query(
      `SELECT person_name AS name FROM ledger_entry
       WHERE enterprise_id = $1 AND kind = $2 AND occurred_at < $3
         AND NOT EXISTS (SELECT 1 FROM ledger_withdrawal gone WHERE gone.entry_id = ledger_entry.id)
       ORDER BY occurred_at DESC, id DESC LIMIT 1`,
      [id, kind, before],
    );
    return last?.name ?? null;
  }
}
