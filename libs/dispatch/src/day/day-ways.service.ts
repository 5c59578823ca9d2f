import { type ZoneInForce, ZoneQueries, type ZonesInForce } from '@tongyun/compliance';
import type { Wgs84 } from '@tongyun/geo';
import { placeKey, type TimedWay, TRAVEL_TIMES, type TravelTimes } from '@tongyun/routing';
import type { ZoneFact } from '@tongyun/permission';
import { Inject, Injectable } from '@nestjs/common';
import { findCrossings, guessCrossings, type WayCrossing } from './rules/find-crossings.js';

interface Plant {
  readonly id: string;
  readonly position: Wgs84;
}

/** An order with the plants that may supply it. */
interface SuppliedOrder {
  readonly position: Wgs84;
  readonly firstOnSiteAt: Date;
  readonly sourcePlantIds: readonly string[];
}

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

/** The zones on the way from a plant to a site and back. */
export interface PlantWayZones {
  readonly plantId: string;
  readonly out: WayZones;
  readonly back: WayZones;
}

interface Pair {
  readonly from: Wgs84;
  readonly to: Wgs84;
}

/** Requests at the same time: a router of its own machine answers one in a few milliseconds. */
const AT_ONCE = 8;

/** Finds where the ways between plants and sites lie in zones. The road is asked once for each, and kept by routing. */
@Injectable()
export class DayWaysQueries {
  /** By way: what was found on it, as long as the zones are the same. */
  private readonly found = new WeakMap<
    TimedWay,
    { readonly version: string; readonly crossings: readonly WayCrossing[] }
  >();

  constructor(
    private readonly zones: ZoneQueries,
    @Inject(TRAVEL_TIMES) private readonly travelTimes: TravelTimes,
  ) {}

  /** In the sequence of the orders, for each of its plants; empty where no zone is in force. */
  async ofOrders(
    plants: readonly Plant[],
    orders: readonly SuppliedOrder[],
  ): Promise<PlantWayZones[][]> {
    const inForce = await Promise.all(
      orders.map(({ firstOnSiteAt }) => this.zones.inForce(firstOnSiteAt)),
    );
    const suppliers = orders.map(({ sourcePlantIds }, index) =>
      inForce[index]!.zones.length === 0
        ? []
        : plants.filter(({ id }) => sourcePlantIds.includes(id)),
    );
    const ways = await this.ask(
      orders.flatMap(({ position: site }, index) =>
        suppliers[index]!.flatMap(({ position: plant }) => [
          { from: plant, to: site },
          { from: site, to: plant },
        ]),
      ),
    );
    return orders.map(({ position: site }, index) =>
      suppliers[index]!.map(({ id: plantId, position: plant }) => {
        const on = (pair: Pair): WayZones =>
          this.zonesOn(pair, ways.get(keyOf(pair)) ?? null, inForce[index]!);
        return { plantId, out: on({ from: plant, to: site }), back: on({ from: site, to: plant }) };
      }),
    );
  }

  /** The zones that are in force at an instant on the ways from one place, by road; none where it is not known. */
  async fromPlace(
    from: Wgs84,
    goals: readonly Wgs84[],
    at: Date,
  ): Promise<WayZones['crossings'][]> {
    const inForce = await this.zones.inForce(at);
    if (inForce.zones.length === 0) return goals.map(() => []);
    const pairs = goals.map((to): Pair => ({ from, to }));
    const ways = await this.ask(pairs);
    return pairs.map((pair) => {
      const { isByRoad, crossings } = this.zonesOn(pair, ways.get(keyOf(pair)) ?? null, inForce);
      return isByRoad ? crossings : [];
    });
  }

  private async ask(pairs: readonly Pair[]): Promise<Map<string, TimedWay | null>> {
    const left = new Map(pairs.map((pair) => [keyOf(pair), pair])).entries();
    const ways = new Map<string, TimedWay | null>();
    const askInTurn = async (): Promise<void> => {
      for (const [key, { from, to }] of left) {
        ways.set(key, await this.travelTimes.timedWay(from, to));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
    return ways;
  }

  private zonesOn({ from, to }: Pair, way: TimedWay | null, inForce: ZonesInForce): WayZones {
    const { zones } = inForce;
    const crossings =
      way === null ? guessCrossings(from, to, zones) : this.crossingsOf(way, inForce);
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

  private crossingsOf(way: TimedWay, { version, zones }: ZonesInForce): readonly WayCrossing[] {
    const known = this.found.get(way);
    if (known?.version === version) return known.crossings;
    const crossings = findCrossings(way, zones);
    this.found.set(way, { version, crossings });
    return crossings;
  }
}

const keyOf = ({ from, to }: Pair): string => `${placeKey(from)};${placeKey(to)}`;
