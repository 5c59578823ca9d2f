import type { VehiclePresenceView } from '@tongyun/contracts';
import { loadStateOf } from '@tongyun/jt808';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { LiveVehicleRows } from './data/live-vehicle-rows.js';
import { PresenceRows } from './data/presence-rows.js';
import { findDwells } from './rules/dwell.js';

/** What was said of the load longer ago says nothing of it now; clocks of terminals are not all right. */
const LOAD_WITHIN_MIN = 24 * 60;

/** Where a vehicle is, for how long, and how loaded. */
@Injectable()
export class PresenceQueries {
  constructor(
    private readonly vehicles: LiveVehicleRows,
    private readonly rows: PresenceRows,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of a vehicle that the asker sees on the map. */
  async of(scope: AccessScope, vehicleId: VehicleId): Promise<VehiclePresenceView> {
    const { reads } = this.unitOfWork;
    const now = this.clock.now();
    const [vehicle] = await this.vehicles.some(reads, scope, now, [vehicleId]);
    if (!vehicle) {
      throw new DomainError('VEHICLE_NOT_FOUND', `No vehicle ${vehicleId}`, { vehicleId });
    }
    const presences = await this.rows.presencesOf(reads, vehicleId);
    const dwells = presences === null ? [] : findDwells(presences);
    const names = await this.rows.namesOf(
      reads,
      dwells.map(({ id }) => id),
      now,
    );
    const span = {
      from: addMinutes(now, -LOAD_WITHIN_MIN),
      to: addMinutes(now, LOAD_WITHIN_MIN),
    };
    const load = await this.rows.loadOf(reads, vehicleId, span);
    return {
      vehicleId,
      places: dwells.map(({ kind, id, sinceMs }) => ({
        kind,
        id,
        name: names.get(`${kind}:${id}`) ?? null,
        since: new Date(sinceMs).toISOString(),
      })),
      load: load && {
        state: loadStateOf(Number(load.status_bits)),
        at: load.at.toISOString(),
      },
    };
  }
}
