import { AlertEpisodes } from '@tongyun/alerts';
import { ZoneQueries } from '@tongyun/compliance';
import type { ReportSightingsRequest, ReportSightingsView } from '@tongyun/contracts';
import { isPlate, normalisePlate } from '@tongyun/fleet';
import { toWgs84, type Wgs84 } from '@tongyun/geo';
import { addMinutes, type AccessScope, type AlertId, type Clock, CLOCK } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SightingEntity } from './data/sighting.entity.js';
import { type SightedVehicle, SightingRepository } from './data/sighting.repository.js';
import { judgeApart, type SeenAt } from './rules/sighting-outcome.js';

type Sighting = ReportSightingsRequest['sightings'][number];
type Outcome = Pick<SightingEntity, 'outcome' | 'vehicleId' | 'apartM' | 'alertId'>;

/** Sightings of one vehicle apart from its terminal within this time are one episode. */
const ONE_EPISODE_MIN = 60;

/** Takes what cameras read, and compares registered plates with where their terminals were. */
@Injectable()
export class ReportSightingsService {
  constructor(
    private readonly sightings: SightingRepository,
    private readonly zones: ZoneQueries,
    private readonly policies: PolicyQueries,
    private readonly episodes: AlertEpisodes,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Stores each sighting once, however often its batch is sent. */
  report(
    scope: AccessScope,
    { crs, sightings }: ReportSightingsRequest,
  ): Promise<ReportSightingsView> {
    return this.unitOfWork.run(async (tx) => {
      const known = await this.sightings.known(
        tx,
        sightings.map(({ id }) => id),
      );
      const plateNos = sightings.map(({ plateNo }) => normalisePlate(plateNo));
      const vehicles = await this.sightings.vehicles(tx, plateNos);
      let stored = 0;
      for (const sighting of sightings.toSorted(byTime)) {
        if (known.has(sighting.id)) continue;
        known.add(sighting.id);
        const position = toWgs84(sighting, crs);
        const outcome = await this.outcomeOf(tx, sighting, position, vehicles);
        const covering = await this.zones.zonesAt(position, sighting.at, tx);
        const row: SightingEntity = {
          ...outcome,
          id: sighting.id,
          plateNo: normalisePlate(sighting.plateNo),
          plateColor: sighting.plateColor,
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
          zoneNames: covering.map(({ fact }) => fact.name),
        };
        if (await this.sightings.insert(tx, row)) stored += 1;
      }
      return { stored, duplicates: sightings.length - stored };
    });
  }

  private async outcomeOf(
    tx: EntityManager,
    sighting: Sighting,
    position: Wgs84,
    vehicles: readonly SightedVehicle[],
  ): Promise<Outcome> {
    const nothing = { vehicleId: null, apartM: null, alertId: null };
    const plateNo = normalisePlate(sighting.plateNo);
    if (!isPlate(plateNo, sighting.plateColor)) return { ...nothing, outcome: 'not_a_plate' };
    const [vehicle, ...others] = vehicles.filter(
      (it) =>
        it.plateNo === plateNo &&
        (sighting.plateColor ?? it.plateColor) === (it.plateColor ?? sighting.plateColor),
    );
    if (!vehicle) return { ...nothing, outcome: 'unknown' };
    // Of two that differ in colour only, a camera that saw no colour tells neither.
    if (others.length > 0) return { ...nothing, outcome: 'not_compared' };
    const { id: vehicleId, registrationState } = vehicle;
    const isSuspended = registrationState === 'suspended';
    if (registrationState !== 'registered' && !isSuspended) {
      return { ...nothing, vehicleId, outcome: 'unregistered' };
    }
    const compared = await this.compare(tx, { position, at: sighting.at }, vehicle);
    // Its terminal still tells a cloned plate, which is graver than that it should not be there.
    return isSuspended && compared.outcome !== 'apart'
      ? { ...compared, outcome: 'suspended' }
      : compared;
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
    const alertId = await this.raise(tx, vehicle, [seen, fix], {
      value: apartM,
      limitValue: limitM,
      ruleVersion: apart.version,
    });
    return { outcome, vehicleId, apartM, alertId };
  }

  /** Opens an alert, or adds to the one of a moment ago. What a camera saw is over at once. */
  private async raise(
    tx: EntityManager,
    { id: vehicleId, ownerEnterpriseId }: SightedVehicle,
    [seen, fix]: readonly [SeenAt, SeenAt],
    measured: {
      readonly value: number;
      readonly limitValue: number;
      readonly ruleVersion: string;
    },
  ): Promise<AlertId> {
    const evidence = [seen, fix].map(({ position: { lng, lat }, at }) => ({
      at: at.toISOString(),
      lng,
      lat,
    }));
    const since = addMinutes(seen.at, -ONE_EPISODE_MIN);
    const recent = (await this.episodes.notOverBefore(tx, vehicleId, since)).find(
      ({ code, startedAt }) =>
        code === 'plate_mismatch' && startedAt <= addMinutes(seen.at, ONE_EPISODE_MIN),
    );
    if (recent) {
      const { alertId, endedAt } = recent;
      await this.episodes.extend(tx, alertId, { evidence, level: null, value: measured.value });
      if (endedAt === null || endedAt < seen.at) await this.episodes.end(tx, alertId, seen.at);
      return alertId;
    }
    return this.episodes.open(tx, {
      code: 'plate_mismatch',
      level: 'grave',
      vehicleId,
      driverId: null,
      tripId: null,
      enterpriseId: ownerEnterpriseId,
      subjectKind: 'vehicle',
      subjectId: vehicleId,
      ...measured,
      unit: 'm',
      reasons: [],
      evidence,
      position: seen.position,
      startedAt: seen.at,
      endedAt: seen.at,
      isLate: false,
    });
  }

  private policyAt(
    key: 'sightings.compare_within_sec' | 'sightings.apart_m' | 'fix.max_speed_kph',
    at: Date,
    tx: EntityManager,
  ) {
    return this.policies.valueAt(key, at, [], tx);
  }
}

const byTime = (one: Sighting, other: Sighting): number => one.at.getTime() - other.at.getTime();
