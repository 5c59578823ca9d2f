import { AlertEpisodes } from '@tongyun/alerts';
import type { ListRoadsideOutcomesQuery, RecordOutcomeRequest } from '@tongyun/contracts';
import { toWgs84, type Wgs84, wgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  type AlertId,
  type Clock,
  CLOCK,
  DomainError,
  newId,
} from '@tongyun/kernel';
import { readInstantCursor, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type CheckedVehicle,
  CheckedVehicleRepository,
} from './data/checked-vehicle.repository.js';
import type { RoadsideOutcomeEntity } from './data/roadside-outcome.entity.js';
import { RoadsideOutcomeRepository } from './data/roadside-outcome.repository.js';

/** What an officer did after the answer, and the enterprise's hearing of it. */
@Injectable()
export class RecordOutcomeService {
  constructor(
    private readonly checks: CheckedVehicleRepository,
    private readonly outcomes: RoadsideOutcomeRepository,
    private readonly episodes: AlertEpisodes,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Records it, once more if it changes; a vehicle that is held becomes an alert of who answers for it. */
  record(
    scope: AccessScope,
    checkId: string,
    { outcome, route, note, position }: RecordOutcomeRequest,
  ): Promise<RoadsideOutcomeEntity> {
    return this.unitOfWork.run(async (tx) => {
      const check = await this.checks.find(tx, scope, checkId);
      if (!check)
        throw new DomainError('ROADSIDE_CHECK_NOT_FOUND', `No check ${checkId}`, { checkId });
      const place = position ? toWgs84(position, position.crs) : placeOf(check);
      const row: RoadsideOutcomeEntity = {
        id: newId(),
        checkId,
        plateNo: check.plateNo,
        vehicleId: check.vehicleId,
        enterpriseId: check.enterpriseId,
        ownerEnterpriseId: check.ownerEnterpriseId,
        outcome,
        route,
        note,
        alertId: outcome === 'held' ? await this.tellEnterprise(tx, check, place) : null,
        decidedBy: scope.userId,
        badgeNo: check.badgeNo,
        agency: scope.agency,
        decidedAt: this.clock.now(),
      };
      await this.outcomes.insert(tx, row);
      return row;
    });
  }

  /** Newest first; one row more than the page holds, for `toPage`. */
  list(scope: AccessScope, query: ListRoadsideOutcomesQuery): Promise<RoadsideOutcomeEntity[]> {
    const after = readInstantCursor(query);
    return this.outcomes.list(this.unitOfWork.reads, scope, query, after);
  }

  /** Null where there is nobody to tell: the plate is unknown, or no enterprise of ours owns or uses it. */
  private tellEnterprise(
    tx: EntityManager,
    { vehicleId, enterpriseId }: CheckedVehicle,
    place: Wgs84 | null,
  ): Promise<AlertId | null> | null {
    if (vehicleId === null || enterpriseId === null) return null;
    if (place === null) {
      throw new DomainError('ROADSIDE_PLACE_REQUIRED', 'State where the vehicle is held');
    }
    const { lng, lat } = place;
    const now = this.clock.now();
    return this.episodes.open(tx, {
      code: 'roadside_hold',
      level: 'grave',
      vehicleId,
      driverId: null,
      tripId: null,
      enterpriseId,
      subjectKind: 'vehicle',
      subjectId: vehicleId,
      value: null,
      limitValue: null,
      unit: null,
      ruleVersion: 'officer',
      reasons: [],
      evidence: [{ at: now.toISOString(), lng, lat }],
      position: { lng, lat },
      startedAt: now,
      endedAt: now,
      isLate: false,
    });
  }
}

const placeOf = ({ lng, lat }: CheckedVehicle): Wgs84 | null =>
  lng === null || lat === null ? null : wgs84(lng, lat);
