import type { ListSightingsQuery } from '@tongyun/contracts';
import { wgs84 } from '@tongyun/geo';
import type { EnterpriseId, VehicleId } from '@tongyun/kernel';
import type { CursorKey } from '@tongyun/platform';
import { IS_COUNTED_FIX } from '@tongyun/tracking';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SeenAt } from '../rules/sighting-outcome.js';
import { answeringEnterprise } from './answering-enterprise.js';
import { registrationOfThen } from './registration-of-then.js';
import { SightingEntity } from './sighting.entity.js';

/** A plate that a camera read, and when. */
export interface SightedPlate {
  readonly sightingId: string;
  readonly plateNo: string;
  readonly at: Date;
}

/** A vehicle that was entered, as far as a camera's report needs it. */
export interface SightedVehicle {
  /** The sighting that it may be the vehicle of. */
  readonly sightingId: string;
  readonly id: VehicleId;
  readonly plateNo: string;
  readonly plateColor: string | null;
  /** When it was seen; null: no registration was ever begun. */
  readonly registrationState: string | null;
}

/** The sightings, and what of other slices' tables they are compared with. */
@Injectable()
export class SightingRepository {
  /** Ids of these that are on record already. */
  async known(manager: EntityManager, ids: readonly string[]): Promise<Set<string>> {
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM sighting WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** @returns false when it is on record already, perhaps since a moment ago */
  async insert(manager: EntityManager, row: SightingEntity): Promise<boolean> {
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(SightingEntity)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  /** Newest first; one row more than the page holds. */
  list(
    manager: EntityManager,
    { outcome, zoneId }: Pick<ListSightingsQuery, 'outcome' | 'zoneId'>,
    after: CursorKey | null,
    limit: number,
  ): Promise<SightingEntity[]> {
    const rows = manager.createQueryBuilder(SightingEntity, 'sighting').where('true');
    if (outcome !== undefined) rows.andWhere('sighting.outcome = :outcome', { outcome });
    if (zoneId !== undefined) rows.andWhere(':zoneId = ANY(sighting.zoneIds)', { zoneId });
    if (after) rows.andWhere('(sighting.seenAt, sighting.id) < (:key::timestamptz, :id)', after);
    return rows
      .orderBy('sighting.seenAt', 'DESC')
      .addOrderBy('sighting.id', 'DESC')
      .limit(limit + 1)
      .getMany();
  }

  /**
   * Those with one of these plates that somebody has entered, as they were when it was seen;
   * provisional ones are nobody's.
   */
  vehicles(manager: EntityManager, plates: readonly SightedPlate[]): Promise<SightedVehicle[]> {
    return manager.query(
      `SELECT seen.sighting_id AS "sightingId", v.id, v.plate_no AS "plateNo",
         v.plate_color AS "plateColor", ${registrationOfThen('v', 'seen.at')} AS "registrationState"
       FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS seen (sighting_id, plate_no, at)
       JOIN vehicle v ON v.plate_no = seen.plate_no AND NOT v.is_provisional`,
      [
        plates.map(({ sightingId }) => sightingId),
        plates.map(({ plateNo }) => plateNo),
        plates.map(({ at }) => at),
      ],
    );
  }

  /** Who answered for a vehicle at an instant; null for nobody. */
  async enterpriseOf(
    manager: EntityManager,
    vehicleId: VehicleId,
    at: Date,
  ): Promise<EnterpriseId | null> {
    const rows: { enterpriseId: EnterpriseId | null }[] = await manager.query(
      `SELECT ${answeringEnterprise('v', '$2::timestamptz')} AS "enterpriseId"
       FROM vehicle v WHERE v.id = $1`,
      [vehicleId, at],
    );
    return rows[0]?.enterpriseId ?? null;
  }

  /** The fix of a vehicle's terminal that counted and is nearest to an instant, at most `withinSec` seconds off. */
  async nearestFix(
    manager: EntityManager,
    vehicleId: VehicleId,
    at: Date,
    withinSec: number,
  ): Promise<SeenAt | null> {
    const rows: { lng: number; lat: number; at: Date }[] = await manager.query(
      `SELECT lng, lat, at FROM fix
       WHERE vehicle_id = $1 AND source = 'terminal' AND ${IS_COUNTED_FIX}
         AND at BETWEEN $2::timestamptz - make_interval(secs => $3)
                    AND $2::timestamptz + make_interval(secs => $3)
       ORDER BY abs(extract(epoch FROM at - $2::timestamptz)) LIMIT 1`,
      [vehicleId, at, withinSec],
    );
    const [fix] = rows;
    return fix ? { position: wgs84(fix.lng, fix.lat), at: fix.at } : null;
  }
}
