import { AlertEpisodes, type OpeningEpisode } from '@tongyun/alerts';
import { FactsQueries, type ZoneInForce, ZoneQueries } from '@tongyun/compliance';
import type { PlateColor, SeenKind } from '@tongyun/contracts';
import { isTrailersOrSchools, NoteSeenPlateService } from '@tongyun/fleet';
import { addMinutes, type AlertId, SYSTEM_SCOPE, type VehicleId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';
import { TIME_ZONE } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type SightedVehicle, SightingRepository } from './data/sighting.repository.js';
import { findUnregisteredIn, suspect, type UnregisteredIn } from './rules/sighted-in-zone.js';
import type { SeenAt } from './rules/sighting-outcome.js';
import { anUnknownVehicle } from './rules/unknown-vehicle.js';

/** Sightings of one vehicle within this time of each other are one episode. */
const ONE_EPISODE_MIN = 60;

interface SeenPlate {
  readonly plateNo: string;
  readonly plateColor: PlateColor | null;
  readonly seenKind: SeenKind | null;
}

interface FoundIn {
  readonly policyVersion: string;
  readonly zones: readonly UnregisteredIn<ZoneInForce>[];
}

/** The alerts that a camera's sighting raises. What a camera saw is over at once. */
@Injectable()
export class SightingAlerts {
  constructor(
    private readonly sightings: SightingRepository,
    private readonly episodes: AlertEpisodes,
    private readonly facts: FactsQueries,
    private readonly zones: ZoneQueries,
    private readonly seenPlates: NoteSeenPlateService,
    private readonly policies: PolicyQueries,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** The plate was read where nobody could have driven to from its terminal. */
  mismatch(
    tx: EntityManager,
    { id: vehicleId }: SightedVehicle,
    [seen, fix]: readonly [SeenAt, SeenAt],
    measured: Pick<OpeningEpisode, 'value' | 'limitValue' | 'ruleVersion'>,
  ): Promise<AlertId> {
    return this.raise(tx, seen, [seen, fix], {
      code: 'plate_mismatch',
      level: 'grave',
      vehicleId,
      subjectKind: 'vehicle',
      subjectId: vehicleId,
      ...measured,
      unit: 'm',
      reasons: [],
    });
  }

  /**
   * An entered vehicle was read in zones that demand a registration of it, and had none in force.
   *
   * @returns of the first of those zones; null where none of them demands it
   */
  async unregistered(
    tx: EntityManager,
    { id, registrationState }: SightedVehicle,
    seen: SeenAt,
    covering: readonly ZoneInForce[],
  ): Promise<AlertId | null> {
    if (covering.length === 0) return null;
    const fact = await this.facts.vehicleFact(SYSTEM_SCOPE, id, tx);
    const vehicle = { ...fact, registrationState };
    const found = await this.findIn(tx, vehicle, seen, covering);
    return this.raiseIn(tx, id, seen, found, 'grave');
  }

  /**
   * The same of a plate that nobody has entered and that is suspected of a concrete vehicle; it is
   * noted as a vehicle only where it is alerted of.
   */
  async unknown(
    tx: EntityManager,
    { plateNo, plateColor, seenKind }: SeenPlate,
    seen: SeenAt,
    covering: readonly ZoneInForce[],
  ): Promise<{ readonly vehicleId: VehicleId; readonly alertId: AlertId | null } | null> {
    const suspicion = suspect({
      plateColor,
      isTrailersOrSchools: isTrailersOrSchools(plateNo),
      seenKind,
    });
    if (suspicion === null) return null;
    const { kind, level } = suspicion;
    const vehicle = { ...anUnknownVehicle(plateNo), plateColor, kind };
    const found = await this.findIn(tx, vehicle, seen, covering);
    if (found.zones.length === 0) return null;
    const noted = await this.seenPlates.note(tx, plateNo, plateColor);
    return { vehicleId: noted.id, alertId: await this.raiseIn(tx, noted.id, seen, found, level) };
  }

  private async findIn(
    tx: EntityManager,
    vehicle: VehicleFact,
    { at }: SeenAt,
    covering: readonly ZoneInForce[],
  ): Promise<FoundIn> {
    const { version: policyVersion } = await this.zones.inForce(at, tx);
    const calendar = (await this.policies.valueAt('calendar.days', at, [], tx)).value;
    const { timeZone } = this;
    const asked = { vehicle, driver: null, work: null, timeZone, calendar, policyVersion };
    return { policyVersion, zones: findUnregisteredIn({ ...asked, zones: covering }, at) };
  }

  private async raiseIn(
    tx: EntityManager,
    vehicleId: VehicleId,
    seen: SeenAt,
    { zones, policyVersion }: FoundIn,
    level: OpeningEpisode['level'],
  ): Promise<AlertId | null> {
    let first: AlertId | null = null;
    for (const { zone, reasons } of zones) {
      const alertId = await this.raise(tx, seen, [seen], {
        code: 'unregistered_in_zone',
        level,
        vehicleId,
        subjectKind: 'zone',
        subjectId: zone.fact.zoneId,
        value: null,
        limitValue: null,
        unit: null,
        ruleVersion: policyVersion,
        reasons,
      });
      first ??= alertId;
    }
    return first;
  }

  /** Opens an alert, or adds to the one of a moment ago. */
  private async raise(
    tx: EntityManager,
    { position, at }: SeenAt,
    places: readonly SeenAt[],
    raised: Pick<
      OpeningEpisode,
      | 'code'
      | 'level'
      | 'vehicleId'
      | 'subjectKind'
      | 'subjectId'
      | 'value'
      | 'limitValue'
      | 'unit'
      | 'ruleVersion'
      | 'reasons'
    >,
  ): Promise<AlertId> {
    const evidence = places.map((place) => ({
      at: place.at.toISOString(),
      lng: place.position.lng,
      lat: place.position.lat,
    }));
    const since = addMinutes(at, -ONE_EPISODE_MIN);
    const recent = (await this.episodes.notOverBefore(tx, raised.vehicleId, since)).find(
      ({ code, subjectId, startedAt }) =>
        code === raised.code &&
        subjectId === raised.subjectId &&
        startedAt <= addMinutes(at, ONE_EPISODE_MIN),
    );
    if (!recent) {
      return this.episodes.open(tx, {
        ...raised,
        enterpriseId: await this.sightings.enterpriseOf(tx, raised.vehicleId, at),
        driverId: null,
        tripId: null,
        evidence,
        position,
        startedAt: at,
        endedAt: at,
        isLate: false,
      });
    }
    const { alertId, endedAt } = recent;
    // A level only ever rises: what one camera noticed, another that tells kinds apart makes grave.
    const { level, value } = raised;
    await this.episodes.extend(tx, alertId, { evidence, level, value });
    // One that goes on is a terminal's: that ends it.
    if (endedAt !== null && endedAt < at) await this.episodes.end(tx, alertId, at);
    return alertId;
  }
}
