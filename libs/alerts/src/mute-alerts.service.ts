import type { AlertMuteView, MuteAlertsRequest } from '@tongyun/contracts';
import type { DeliveryEvents } from '@tongyun/deliveries';
import { VehicleQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  addMinutes,
  type AlertMuteId,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  type TripId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AlertMuteEntity } from './data/alert-mute.entity.js';
import { AlertMuteRepository } from './data/alert-mute.repository.js';
import { judgeMuteSpan } from './rules/judge-mute-span.js';

const SHOWN_FOR_MIN = 7 * 1_440;
const MOST_SHOWN = 200;
/** What a truck raises that goes where its plant and its first site do not lead. */
const OF_A_DIVERSION = ['over_radius', 'off_route'] as const;
/** Minutes by which a diverted truck may be later than expected and still be muted; ours. */
const DELAYED_MIN = 60;

type TripDiverted = DeliveryEvents['trip.diverted'];

/** Authorised diversions and emergencies, for which a kind of alert is opened but not sounded. */
@Injectable()
export class MuteAlertsService {
  constructor(
    private readonly mutes: AlertMuteRepository,
    private readonly vehicles: VehicleQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  mute(scope: AccessScope, request: MuteAlertsRequest): Promise<AlertMuteView> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const { vehicleId, tripId = null, code, ground, reason, validFrom, validTo } = request;
      await this.vehicles.get(scope, vehicleId as VehicleId, tx);
      const verdict = judgeMuteSpan({ from: validFrom, to: validTo }, now);
      if (!verdict.ok) {
        throw new DomainError(verdict.code, 'The time of a mute is not sound', {
          validFrom,
          validTo,
          mostHours: verdict.mostHours,
        });
      }
      const row: AlertMuteEntity = {
        id: newId<AlertMuteId>(),
        vehicleId: vehicleId as VehicleId,
        tripId: tripId as TripId | null,
        code,
        ground,
        reason,
        validFrom,
        validTo,
        decidedBy: scope.userId,
        decidedAt: now,
        liftedAt: null,
        liftedBy: null,
      };
      await this.mutes.insert(tx, row);
      return toView(row);
    });
  }

  /** For the truck on that trip alone, until its concrete should be out of the drum and some more. */
  async muteDiversion(
    tx: EntityManager,
    { tripId, vehicleId, reason, approvedBy, decidedBy, at, until }: TripDiverted,
  ): Promise<void> {
    const validFrom = new Date(at);
    for (const code of OF_A_DIVERSION) {
      if (await this.mutes.isMutedFrom(tx, { tripId, code, validFrom })) continue;
      await this.mutes.insert(tx, {
        id: newId<AlertMuteId>(),
        vehicleId,
        tripId,
        code,
        ground: 'diversion',
        reason: `${reason} (${approvedBy})`,
        validFrom,
        validTo: addMinutes(new Date(until), DELAYED_MIN),
        decidedBy,
        decidedAt: validFrom,
        liftedAt: null,
        liftedBy: null,
      });
    }
  }

  lift(scope: AccessScope, id: AlertMuteId): Promise<AlertMuteView> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.mutes.find(tx, id);
      if (!row) throw new DomainError('ALERT_MUTE_NOT_FOUND', `No mute ${id}`, { id });
      await this.vehicles.get(scope, row.vehicleId, tx);
      if (row.liftedAt === null) {
        Object.assign(row, { liftedAt: this.clock.now(), liftedBy: scope.userId });
        await this.mutes.save(tx, row);
      }
      return toView(row);
    });
  }

  /** The newest of the last week and to come, of vehicles that the asker may see. */
  async list(scope: AccessScope): Promise<AlertMuteView[]> {
    const { reads } = this.unitOfWork;
    const since = addMinutes(this.clock.now(), -SHOWN_FOR_MIN);
    const shown: AlertMuteEntity[] = [];
    let rows: AlertMuteEntity[] = [];
    do {
      rows = await this.mutes.list(reads, since, MOST_SHOWN, rows.at(-1)?.id ?? null);
      const ids = [...new Set(rows.map(({ vehicleId }) => vehicleId))];
      const seen = new Set((await this.vehicles.getMany(scope, ids)).map(({ id }) => id));
      shown.push(...rows.filter(({ vehicleId }) => seen.has(vehicleId)));
    } while (rows.length === MOST_SHOWN && shown.length < MOST_SHOWN);
    return shown.slice(0, MOST_SHOWN).map(toView);
  }
}

const toView = (row: AlertMuteEntity): AlertMuteView => ({
  id: row.id,
  vehicleId: row.vehicleId,
  tripId: row.tripId,
  code: row.code,
  ground: row.ground,
  reason: row.reason,
  validFrom: row.validFrom.toISOString(),
  validTo: row.validTo.toISOString(),
  decidedBy: row.decidedBy,
  liftedAt: row.liftedAt?.toISOString() ?? null,
});
