import { wgs84, type Wgs84 } from '@tongyun/geo';
import type { VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface LastPosition {
  readonly position: Wgs84;
  readonly fixAt: Date;
}

/** Where vehicles were last seen; reads the table that tracking keeps. */
@Injectable()
export class LastPositions {
  async find(manager: EntityManager, vehicleId: VehicleId): Promise<LastPosition | null> {
    const rows: { lng: number; lat: number; fix_at: Date }[] = await manager.query(
      `SELECT lng, lat, fix_at FROM vehicle_track
       WHERE vehicle_id = $1 AND lng IS NOT NULL AND lat IS NOT NULL AND fix_at IS NOT NULL`,
      [vehicleId],
    );
    const [row] = rows;
    return row ? { position: wgs84(row.lng, row.lat), fixAt: row.fix_at } : null;
  }
}
