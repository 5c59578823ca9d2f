import type { RoadsideQuery } from '@tongyun/contracts';
import { type ZoneInForce, ZoneQueries } from '@tongyun/compliance';
import { toWgs84, type Wgs84 } from '@tongyun/geo';
import { minutesBetween, type VehicleId } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LastPositions } from './data/last-positions.js';

/** Where a roadside question is judged for, and which zones that may be in. */
export interface RoadsidePlace {
  /** Null: neither stated nor known. */
  readonly position: Wgs84 | null;
  readonly accuracyM: number | null;
  /** Zones that cover the position; none when there is no position. */
  readonly covering: readonly ZoneInForce[];
  /** Those and every zone whose border is within the accuracy; all zones without a position. */
  readonly possible: readonly ZoneInForce[];
  /** Names the zones there were to choose from. */
  readonly zonesVersion: string;
}

@Injectable()
export class RoadsidePlaces {
  constructor(
    private readonly zones: ZoneQueries,
    private readonly policies: PolicyQueries,
    private readonly lastPositions: LastPositions,
  ) {}

  /** The place that the officer states, else where the vehicle was seen shortly before `at`. */
  async find(
    tx: EntityManager,
    query: RoadsideQuery,
    vehicleId: VehicleId | null,
    at: Date,
  ): Promise<RoadsidePlace> {
    const position = statedPosition(query) ?? (await this.freshPosition(tx, vehicleId, at));
    const { zones, version: zonesVersion } = await this.zones.inForce(at, tx);
    if (position === null) {
      return { position, accuracyM: null, covering: [], possible: zones, zonesVersion };
    }
    const accuracyM = query.accuracyM ?? (await this.defaultAccuracyM(tx, at));
    const covering = await this.zones.zonesAt(position, at, tx);
    const near = await this.zones.zonesNear(position, accuracyM, at, tx);
    const possible = [...new Set([...covering, ...near])];
    return { position, accuracyM, covering, possible, zonesVersion };
  }

  private async freshPosition(
    tx: EntityManager,
    vehicleId: VehicleId | null,
    at: Date,
  ): Promise<Wgs84 | null> {
    if (vehicleId === null) return null;
    const last = await this.lastPositions.find(tx, vehicleId);
    if (!last) return null;
    const { value: freshMin } = await this.policies.valueAt('alerts.offline_after_min', at, [], tx);
    return Math.abs(minutesBetween(last.fixAt, at)) <= freshMin ? last.position : null;
  }

  private async defaultAccuracyM(tx: EntityManager, at: Date): Promise<number> {
    return (await this.policies.valueAt('roadside.accuracy_default_m', at, [], tx)).value;
  }
}

const statedPosition = ({ lng, lat, crs }: RoadsideQuery): Wgs84 | null =>
  lng === undefined || lat === undefined || crs === undefined ? null : toWgs84({ lng, lat }, crs);
