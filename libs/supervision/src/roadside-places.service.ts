import type { RoadsideQuery } from '@tongyun/contracts';
import { type ZoneInForce, ZoneQueries } from '@tongyun/compliance';
import { toWgs84, type Wgs84 } from '@tongyun/geo';
import { minutesBetween } from '@tongyun/kernel';
import type { DayCalendar } from '@tongyun/permission';
import { PolicyQueries } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import { findRoadsLeftOut, type RoadLeftOut } from './rules/roads-left-out.js';
import type { RoadsideSubject } from './roadside-subjects.service.js';

/** Where a roadside question is judged for, and which zones that may be in. */
export interface RoadsidePlace {
  /** Null: neither stated nor known. */
  readonly position: Wgs84 | null;
  readonly accuracyM: number | null;
  /** Zones that cover the position; none when there is no position. */
  readonly covering: readonly ZoneInForce[];
  /** Those and every zone whose border is within the accuracy; all zones without a position. */
  readonly possible: readonly ZoneInForce[];
  /** Roads left out of zones that the position may be on. */
  readonly roadsLeftOut: readonly RoadLeftOut[];
  /** Names the zones there were to choose from. */
  readonly zonesVersion: string;
  readonly calendar: DayCalendar;
}

/** The widest that a road left out may be drawn to either side. */
const WIDEST_HALF_ROAD_M = 100;

@Injectable()
export class RoadsidePlaces {
  constructor(
    private readonly zones: ZoneQueries,
    private readonly policies: PolicyQueries,
  ) {}

  /** The place that the officer states, else where the vehicle was seen shortly before `at`. */
  async find(
    query: RoadsideQuery,
    lastSeen: RoadsideSubject['lastSeen'],
    at: Date,
  ): Promise<RoadsidePlace> {
    const position = statedPosition(query) ?? (await this.freshPosition(lastSeen, at));
    const { zones, version: zonesVersion } = await this.zones.inForce(at);
    const calendar = (await this.policies.valueAt('calendar.days', at, [])).value;
    const known = { zonesVersion, calendar };
    if (position === null) {
      return {
        position,
        accuracyM: null,
        covering: [],
        possible: zones,
        roadsLeftOut: [],
        ...known,
      };
    }
    const accuracyM = query.accuracyM ?? (await this.defaultAccuracyM(at));
    const covering = await this.zones.zonesAt(position, at);
    const near = await this.zones.zonesNear(position, accuracyM, at);
    const possible = [...new Set([...covering, ...near])];
    // Whoever is on such a road is within half of its width of what is left of the zone.
    const about = await this.zones.zonesNear(position, accuracyM + WIDEST_HALF_ROAD_M, at);
    const withRoads = about.map(({ fact, exemptRoads }) => ({ name: fact.name, exemptRoads }));
    const roadsLeftOut = findRoadsLeftOut(position, accuracyM, withRoads);
    return { position, accuracyM, covering, possible, roadsLeftOut, ...known };
  }

  private async freshPosition(
    lastSeen: RoadsideSubject['lastSeen'],
    at: Date,
  ): Promise<Wgs84 | null> {
    if (lastSeen === null) return null;
    const { value: freshMin } = await this.policies.valueAt('alerts.offline_after_min', at);
    return Math.abs(minutesBetween(lastSeen.fixAt, at)) <= freshMin ? lastSeen.position : null;
  }

  private async defaultAccuracyM(at: Date): Promise<number> {
    return (await this.policies.valueAt('roadside.accuracy_default_m', at)).value;
  }
}

const statedPosition = ({ lng, lat, crs }: RoadsideQuery): Wgs84 | null =>
  lng === undefined || lat === undefined || crs === undefined ? null : toWgs84({ lng, lat }, crs);
