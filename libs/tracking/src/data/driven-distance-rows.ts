import type { Interval, VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IS_COUNTED_FIX } from './counted-fix.js';

export interface DrivenDistanceRow {
  readonly km: number;
  /** The longest time in the span of which nothing is known, its ends included, seconds. */
  readonly longestSilenceSec: number;
}

/** How far vehicles drove, from fix to fix that counted. */
@Injectable()
export class DrivenDistanceRows {
  async of(
    manager: EntityManager,
    vehicleId: VehicleId,
    { from, to }: Interval,
  ): Promise<DrivenDistanceRow> {
    const rows: DrivenDistanceRow[] = await manager.query(
      `WITH stepped AS (
         SELECT at, lag(at, 1, $2::timestamptz) OVER way AS last_at,
           ST_DistanceSphere(ST_MakePoint(lng, lat),
             ST_MakePoint(lag(lng) OVER way, lag(lat) OVER way)) AS m
         FROM fix WHERE vehicle_id = $1 AND at >= $2 AND at <= $3 AND ${IS_COUNTED_FIX}
         WINDOW way AS (ORDER BY at, arrival))
       SELECT coalesce(sum(m), 0) / 1000 AS km,
         extract(epoch FROM greatest(max(at - last_at), $3 - coalesce(max(at), $2)))::float8
           AS "longestSilenceSec"
       FROM stepped`,
      [vehicleId, from, to],
    );
    return rows[0]!;
  }
}
