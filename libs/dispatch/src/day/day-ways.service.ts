import { type ZoneInForce, ZoneQueries, type ZonesInForce } from '@tongyun/compliance';
import type { Wgs84 } from '@tongyun/geo';
import { type Clock, CLOCK, KeptAnswers } from '@tongyun/kernel';
import { placeKey, TRAVEL_TIMES, type TravelTimes } from '@tongyun/routing';
import type { ZoneFact } from '@tongyun/permission';
import { Inject, Injectable } from '@nestjs/common';
import { wayKey } from './rules/day-facts.js';
import { findCrossings, guessCrossings } from './rules/find-crossings.js';
import { listWays, type WayOrder, type WayPlant } from './rules/list-ways.js';

/** The zones on a way. */
export interface WayZones {
  /** Whether they are those of the road, not a guess from its ends. */
  readonly isByRoad: boolean;
  readonly crossings: readonly {
    readonly zone: ZoneFact;
    readonly from: number;
    readonly to: number;
  }[];
}

interface Pair {
  readonly from: Wgs84;
  readonly to: Wgs84;
}

/** Requests at the same time: a router of its own machine answers one in a few milliseconds. */
const AT_ONCE = 8;
/** Ways of which the zones are kept: a city's enterprises take some 40,000 a day. */
const MOST_WAYS_KEPT = 100_000;
/** By road; what has changed since is asked for then. */
const ROAD_KEPT_MS = 3_600_000;
/** Guessed from its ends: the road may answer again soon. */
const GUESS_KEPT_MS = 60_000;

/** Finds where the ways between plants and sites lie in zones. The road is asked once for each, and what it crosses kept. */
@Injectable()
export class DayWaysQueries {
  /** By way and the zones in force. */
  private readonly found: KeptAnswers<WayZones>;

  constructor(
    private readonly zones: ZoneQueries,
    @Inject(TRAVEL_TIMES) private readonly travelTimes: TravelTimes,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.found = new KeptAnswers(MOST_WAYS_KEPT, clock);
  }

  /**
   * By `wayKey`, the ways that vehicles of a day may take; none where no zone is in force.
   *
   * @param at when vehicles first drive between plants
   */
  async ofDay(
    plants: readonly WayPlant[],
    orders: readonly WayOrder[],
    at: Date,
  ): Promise<Map<string, WayZones>> {
    const inForce = new Map<number, ZonesInForce>();
    for (const day of [at, ...orders.map(({ firstOnSiteAt }) => firstOnSiteAt)]) {
      if (!inForce.has(+day)) inForce.set(+day, await this.zones.inForce(day));
    }
    const left = listWays(plants, orders, at)
      .filter((way) => inForce.get(+way.at)!.zones.length > 0)
      .values();
    const ways = new Map<string, WayZones>();
    const askInTurn = async (): Promise<void> => {
      for (const way of left) {
        const [from, to] = [way.from.position, way.to.position];
        const zones = await this.keptZonesOn({ from, to }, inForce.get(+way.at)!);
        ways.set(wayKey(way.from.id, way.to.id), zones);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
    return ways;
  }

  /** The zones that are in force at an instant on the ways from one place, by road; none where it is not known. */
  async fromPlace(
    from: Wgs84,
    goals: readonly Wgs84[],
    at: Date,
  ): Promise<WayZones['crossings'][]> {
    const inForce = await this.zones.inForce(at);
    if (inForce.zones.length === 0) return goals.map(() => []);
    return Promise.all(
      goals.map(async (to) => {
        const { isByRoad, crossings } = await this.zonesOn({ from, to }, inForce);
        return isByRoad ? crossings : [];
      }),
    );
  }

  private async keptZonesOn(pair: Pair, inForce: ZonesInForce): Promise<WayZones> {
    const key = `${placeKey(pair.from)};${placeKey(pair.to)};${inForce.version}`;
    const known = this.found.find(key);
    if (known !== undefined) return known;
    const zones = await this.zonesOn(pair, inForce);
    this.found.keep(key, zones, zones.isByRoad ? ROAD_KEPT_MS : GUESS_KEPT_MS);
    return zones;
  }

  private async zonesOn({ from, to }: Pair, { zones }: ZonesInForce): Promise<WayZones> {
    const way = await this.travelTimes.timedWay(from, to);
    const crossings = way === null ? guessCrossings(from, to, zones) : findCrossings(way, zones);
    const byId = new Map<string, ZoneInForce>(zones.map((zone) => [zone.fact.zoneId, zone]));
    return {
      isByRoad: way !== null,
      crossings: crossings.map((part) => ({
        zone: byId.get(part.zoneId)!.fact,
        from: part.from,
        to: part.to,
      })),
    };
  }
}
