import type { Wgs84 } from '@tongyun/geo';
import { addMinutes } from '@tongyun/kernel';

export interface WayPlant {
  readonly id: string;
  readonly position: Wgs84;
}

export interface WayOrder extends WayPlant {
  readonly firstOnSiteAt: Date;
  readonly isPumpNeeded: boolean;
}

/** A way that a vehicle of the day may take. */
export interface DayWay {
  readonly from: WayPlant;
  readonly to: WayPlant;
  /** When, as far as the zones in force are concerned. */
  readonly at: Date;
}

/** A pour begins no more than that later than it was wanted, and a pump comes to it from one that began before. */
const LATEST_MIN = 240;

/**
 * The ways that vehicles of a day may take: between any two plants, from any plant to any site and back, and for pumps
 * from a site to another one that is poured at about the same time or later.
 *
 * @param at when vehicles first drive between plants
 */
export function listWays(
  plants: readonly WayPlant[],
  orders: readonly WayOrder[],
  at: Date,
): DayWay[] {
  const pumped = orders.filter(({ isPumpNeeded }) => isPumpNeeded);
  return [
    ...plants.flatMap((from) =>
      plants.filter((to) => to !== from).map((to): DayWay => ({ from, to, at })),
    ),
    ...orders.flatMap((order) =>
      plants.flatMap((plant): DayWay[] => [
        { from: plant, to: order, at: order.firstOnSiteAt },
        { from: order, to: plant, at: order.firstOnSiteAt },
      ]),
    ),
    ...pumped.flatMap((from) =>
      pumped
        .filter(
          (to) => to !== from && addMinutes(to.firstOnSiteAt, LATEST_MIN) > from.firstOnSiteAt,
        )
        .map((to): DayWay => ({ from, to, at: to.firstOnSiteAt })),
    ),
  ];
}
