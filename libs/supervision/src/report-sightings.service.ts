import { type ZoneInForce, ZoneQueries } from '@tongyun/compliance';
import type { ReportSightingsRequest, ReportSightingsView } from '@tongyun/contracts';
import { isPlate, normalisePlate } from '@tongyun/fleet';
import { toWgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  secondsBetween,
  type ZoneId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SightingEntity } from './data/sighting.entity.js';
import { type SightedVehicle, SightingRepository } from './data/sighting.repository.js';
import { chooseOfOnePlate } from './rules/of-one-plate.js';
import { judgeApart, type SeenAt } from './rules/sighting-outcome.js';
import { SightingAlerts } from './sighting-alerts.service.js';

type Sighting = ReportSightingsRequest['sightings'][number];
type Outcome = Pick<SightingEntity, 'outcome' | 'vehicleId' | 'apartM' | 'alertId'>;

/** Takes what cameras read, and compares registered plates with where their terminals were. */
@Injectable()
export class ReportSightingsService {
  constructor(
    private readonly sightings: SightingRepository,
    private readonly zones: ZoneQueries,
    private readonly policies: PolicyQueries,
    private readonly alerts: SightingAlerts,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Stores each sighting once, however often its batch is sent. A batch with sightings that are ahead
   * of time by more than a fix may be is refused whole, and names them.
   */
  report(
    scope: AccessScope,
    { crs, sightings }: ReportSightingsRequest,
  ): Promise<ReportSightingsView> {
    return this.unitOfWork.run(async (tx) => {
      await this.refuseFuture(tx, sightings);
      const known = await this.sightings.known(
        tx,
        sightings.map(({ id }) => id),
      );
      const fresh = firstOfEach(sightings).filter(({ id }) => !known.has(id));
      const vehicles = await this.sightings.vehicles(tx, fresh.map(toPlate));
      let stored = 0;
      // Noting a plate locks it: in one order, lest batches that share some wait for each other.
      for (const sighting of fresh.toSorted(byPlateAndTime)) {
        const position = toWgs84(sighting, crs);
        const covering = await this.zones.zonesAt(position, sighting.at, tx);
        const seen = { position, at: sighting.at };
        const outcome = await this.outcomeOf(tx, sighting, seen, covering, vehicles);
        const row: SightingEntity = {
          ...outcome,
          id: sighting.id,
          plateNo: normalisePlate(sighting.plateNo),
          plateColor: sighting.plateColor,
          seenKind: sighting.seenKind,
          cameraId: sighting.cameraId,
          imageUrl: sighting.imageUrl,
          crs,
          lngSent: sighting.lng,
          latSent: sighting.lat,
          lng: position.lng,
          lat: position.lat,
          seenAt: sighting.at,
          receivedAt: this.clock.now(),
          reportedBy: scope.userId,
          zoneIds: covering.map(({ fact }) => fact.zoneId as ZoneId),
          zoneNames: covering.map(({ fact }) => fact.name),
        };
        if (await this.sightings.insert(tx, row)) stored += 1;
      }
      return { stored, duplicates: sightings.length - stored };
    });
  }

  /** What is dated ahead would be evidence of a day to come, and the newest for ever. */
  private async refuseFuture(tx: EntityManager, sightings: readonly Sighting[]): Promise<void> {
    const now = this.clock.now();
    const tolerance = await this.policyAt('fix.future_tolerance_sec', now, tx);
    const ahead = sightings.filter(({ at }) => secondsBetween(now, at) > tolerance.value);
    if (ahead.length === 0) return;
    throw new DomainError('SIGHTING_IN_FUTURE', 'The camera’s clock is ahead of the server’s', {
      ids: ahead.map(({ id }) => id),
      now: now.toISOString(),
      toleranceSec: tolerance.value,
    });
  }

  private async outcomeOf(
    tx: EntityManager,
    sighting: Sighting,
    seen: SeenAt,
    covering: readonly ZoneInForce[],
    vehicles: readonly SightedVehicle[],
  ): Promise<Outcome> {
    const nothing = { vehicleId: null, apartM: null, alertId: null };
    const plateNo = normalisePlate(sighting.plateNo);
    if (!isPlate(plateNo, sighting.plateColor)) return { ...nothing, outcome: 'not_a_plate' };
    const bearers = vehicles.filter(
      (it) =>
        it.sightingId === sighting.id &&
        (sighting.plateColor ?? it.plateColor) === (it.plateColor ?? sighting.plateColor),
    );
    if (bearers.length === 0) {
      const { plateColor, seenKind } = sighting;
      const noted = await this.alerts.unknown(
        tx,
        { plateNo, plateColor, seenKind },
        seen,
        covering,
      );
      return { ...nothing, ...noted, outcome: 'unknown' };
    }
    // Of two that differ in colour only, a camera that saw no colour tells neither.
    const vehicle = chooseOfOnePlate(bearers);
    if (vehicle === null) return { ...nothing, outcome: 'not_compared' };
    const { id: vehicleId, registrationState } = vehicle;
    const isSuspended = registrationState === 'suspended';
    if (registrationState !== 'registered' && !isSuspended) {
      const alertId = await this.alerts.unregistered(tx, vehicle, seen, covering);
      return { ...nothing, vehicleId, alertId, outcome: 'unregistered' };
    }
    const compared = await this.compare(tx, seen, vehicle);
    // Its terminal still tells a cloned plate, which is graver than that it should not be there.
    if (!isSuspended || compared.outcome === 'apart') return compared;
    const alertId = await this.alerts.unregistered(tx, vehicle, seen, covering);
    return { ...compared, alertId, outcome: 'suspended' };
  }

  private async compare(
    tx: EntityManager,
    seen: SeenAt,
    vehicle: SightedVehicle,
  ): Promise<Outcome> {
    const { id: vehicleId } = vehicle;
    const { value: withinSec } = await this.policyAt('sightings.compare_within_sec', seen.at, tx);
    const apart = await this.policyAt('sightings.apart_m', seen.at, tx);
    const { value: maxSpeedKph } = await this.policyAt('fix.max_speed_kph', seen.at, tx);
    const fix = await this.sightings.nearestFix(tx, vehicleId, seen.at, withinSec);
    const verdict = judgeApart(seen, fix, { apartM: apart.value, maxSpeedKph });
    if (verdict.state === 'not_compared') {
      return { outcome: 'not_compared', vehicleId, apartM: null, alertId: null };
    }
    const { state: outcome, distanceM: apartM, limitM } = verdict;
    if (outcome === 'matched' || fix === null) return { outcome, vehicleId, apartM, alertId: null };
    const alertId = await this.alerts.mismatch(tx, vehicle, [seen, fix], {
      value: apartM,
      limitValue: limitM,
      ruleVersion: apart.version,
    });
    return { outcome, vehicleId, apartM, alertId };
  }

  private policyAt(
    key:
      | 'sightings.compare_within_sec'
      | 'sightings.apart_m'
      | 'fix.max_speed_kph'
      | 'fix.future_tolerance_sec',
    at: Date,
    tx: EntityManager,
  ) {
    return this.policies.valueAt(key, at, [], tx);
  }
}

/** An id that a batch repeats names one sighting. */
const firstOfEach = (sightings: readonly Sighting[]): Sighting[] => [
  ...new Map(sightings.toReversed().map((sighting) => [sighting.id, sighting])).values(),
];

const toPlate = ({ id, plateNo, at }: Sighting) => ({
  sightingId: id,
  plateNo: normalisePlate(plateNo),
  at,
});

const byPlateAndTime = (one: Sighting, other: Sighting): number => {
  const [plate, otherPlate] = [normalisePlate(one.plateNo), normalisePlate(other.plateNo)];
  if (plate !== otherPlate) return plate < otherPlate ? -1 : 1;
  return one.at.getTime() - other.at.getTime();
};
