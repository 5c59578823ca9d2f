import type { AccessScope, Interval, VehicleId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';
import { DrivenDistanceRows } from './data/driven-distance-rows.js';

/** A silence that is longer hides a way of its own: a minute is a kilometre in town. */
const SILENCE_MAX_SEC = 300;

/** How far vehicles really drove. */
@Injectable()
export class DrivenDistanceQueries {
  constructor(
    private readonly rows: DrivenDistanceRows,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Kilometres along the track of a vehicle; null where the track has holes. Says nothing of where
   * it was, so no look at somebody's track is noted.
   *
   * @param _scope the product itself asks, for trips that its asker may see
   */
  async km(_scope: AccessScope, vehicleId: VehicleId, span: Interval): Promise<number | null> {
    const { km, longestSilenceSec } = await this.rows.of(this.unitOfWork.reads, vehicleId, span);
    return longestSilenceSec > SILENCE_MAX_SEC ? null : km;
  }
}
