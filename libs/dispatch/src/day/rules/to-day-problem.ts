import {
  type DayOrder,
  type DayProblem,
  GHOST,
  type ReleasedLoad,
  type Source,
  type Span,
  remainingM3,
  type TravelTable,
  withJams,
} from '@tongyun/solver';
import { isPourKnown, othersOf } from './beside-order.js';
import { breakOff, lastBegunSec } from './break-off.js';
import { closeDown } from './close-down.js';
import { type DayFacts, type DayTravel, type FactOrder, secOf } from './day-facts.js';
import {
  dischargeSecPerM3,
  type FixedLoad,
  type FixedPump,
  lastReadySec,
  placesOf,
  takenInPartM3,
} from './begun.js';
import { findFixed } from './find-fixed.js';
import { findJams } from './find-jams.js';
import { isGhost } from './ghost.js';
import type { Held } from './held.js';
import { letGo } from './let-go.js';
import { findNextSpan, findOpenSpan } from './open-span.js';
import { longestGapSec } from './longest-gap.js';
import type { ContentEvent } from './plan-content.js';
import { sitesOf } from './sites-of-orders.js';
import { sourcesOf, takeTurns } from './take-turns.js';
import { type SlowerWay, takenSec } from './taken-times.js';
import { toTruck, toPump } from './to-vehicles.js';
import { toWayCrossings } from './way-crossings.js';

/** A plan's problem with the rows that its indices stand for. */
export interface PlannedDay {
  readonly problem: DayProblem;
  readonly facts: DayFacts;
  readonly travelSource: DayTravel['source'];
  readonly trucks: readonly DayFacts['vehicles'][number][];
  readonly pumps: readonly DayFacts['vehicles'][number][];
  /** By order: what is no choice any more. */
  readonly fixedLoads: readonly (readonly FixedLoad[])[];
  readonly fixedPumps: readonly (readonly FixedPump[])[];
}

/** An order that is overdue, or whose pump is, is brought late rather than not at all. */
const OVERDUE_WITHIN_SEC = 3 * 3_600;

/** Turns what is known of a day into the planner's problem; what is held in vain of it holds no longer. */
export function toDayProblem(
  facts: DayFacts,
  travel: DayTravel,
  events: readonly ContentEvent[],
  held: Held,
): PlannedDay {
  const planned = holding(facts, travel, events, held);
  const still = letGo(planned, held);
  return still === null ? planned : toDayProblem(facts, travel, events, still);
}

function holding(
  facts: DayFacts,
  travel: DayTravel,
  events: readonly ContentEvent[],
  held: Held,
): PlannedDay {
  const trucks = facts.vehicles.filter(({ kind, drumM3 }) => kind === 'mixer' && drumM3);
  const pumps = facts.vehicles.filter(({ kind }) => kind !== 'mixer');
  const table = withJams(toTable(facts, travel), findJams(facts, events));
  const fixed = findFixed(facts, table, { trucks, pumps }, held, events);
  const sites = sitesOf(facts.orders);
  const problem: DayProblem = {
    nowSec: secOf(facts, facts.now),
    travel: table,
    plants: facts.plants.map((plant, place) => ({
      id: plant.id,
      enterprise: 0,
      place,
      open: {
        fromSec: secOf(facts, plant.open[0]!.from),
        toSec: secOf(facts, plant.open.at(-1)!.to),
      },
      lines: plant.lines.map(({ id, rateM3PerHour }) => ({
        id,
        rateM3PerHour,
        closed: [...shutBetween(facts, plant), ...takenBefore(facts, id)],
      })),
    })),
    trucks: trucks.map((truck) => toTruck(facts, truck)),
    pumps: pumps.map((pump) => toPump(facts, pump)),
    orders: facts.orders.map((order, index) => {
      const wanted = toOrder(facts, order, index, {
        loadM3: meanDrumM3(trucks),
        pumpsReadySec: lastReadySec(fixed.pumps[index]!),
        fixed: fixed.loads[index]!,
      });
      const begun: DayOrder = {
        ...wanted,
        site: sites[index]!,
        started: fixed.loads[index]!,
        startedPumps: fixed.pumps[index]!,
        released: releasedOf(facts, order, trucks, fixed.loads[index]!),
      };
      // A site that opens again goes on where it stopped; one on hold does so nobody knows when.
      const isHeld = order.state === 'on_hold';
      return breakOff(
        begun,
        Math.max(begun.open.fromSec, isHeld ? lastBegunSec(begun) : -Infinity),
      );
    }),
    limits: {
      loadFixedSec: facts.policy.dockMin * 60,
      washSec: facts.policy.washMin * 60,
      drivingMaxSec: facts.policy.drivingMaxMin * 60,
      breakSec: facts.policy.restMin * 60,
      dayDrivingMaxSec: facts.policy.dayDrivingMaxMin * 60,
      unnoticedSec: facts.policy.toldAgainMin * 60,
    },
    weights: facts.policy.weights,
    queueOrder: facts.policy.queueOrder,
  };
  const closed = closeDown(problem, facts, { trucks, pumps }, events, fixed.loads);
  const fixedPumps = closed.orders.map((order, index) => pumpsOf(order, fixed, index));
  return {
    problem: {
      ...closed,
      orders: closed.orders.map((order, index) => ({
        ...order,
        startedPumps: fixedPumps[index]!,
      })),
    },
    facts,
    travelSource: travel.source,
    trucks,
    pumps,
    fixedLoads: fixed.loads,
    fixedPumps,
  };
}

/**
 * The pumps of an order that are no choice. One that has driven away is a fact, unless more is to come and none
 * is there for it.
 */
function pumpsOf(
  order: DayOrder,
  { pumps, pumpsGone }: ReturnType<typeof findFixed>,
  index: number,
): readonly FixedPump[] {
  const lacksAll = pumps[index]!.length === 0 && remainingM3(order) > 0;
  return lacksAll ? [] : [...pumpsGone[index]!, ...pumps[index]!];
}

function toTable(facts: DayFacts, travel: DayTravel): TravelTable {
  const places = facts.plants.length + facts.orders.length;
  const freeSec = takenSec(travel, seenWays(facts));
  return {
    places,
    freeSec,
    roadKm: travel.roadKm,
    hourFactor: facts.hourFactor,
    crossings: toWayCrossings(facts, { freeSec, places }),
  };
}

/** When a plant does not load between its first opening and its last closing. */
const shutBetween = (facts: DayFacts, { open }: DayFacts['plants'][number]): Span[] =>
  open.slice(1).map(({ from }, index) => ({
    fromSec: secOf(facts, open[index]!.to),
    toSec: secOf(facts, from),
  }));

/** When a line still loads for the day before. */
const takenBefore = (facts: DayFacts, lineId: string): Span[] =>
  facts.before.lines
    .filter((one) => one.lineId === lineId)
    .map(({ from, to }) => ({ fromSec: secOf(facts, from), toSec: secOf(facts, to) }));

const meanDrumM3 = (trucks: readonly { readonly drumM3: number | null }[]): number =>
  trucks.reduce((sum, { drumM3 }) => sum + (drumM3 ?? 0), 0) / Math.max(1, trucks.length);

/** The ways between a plant and a site, as many times as long as they were seen to take. */
const seenWays = ({ plants, orders }: DayFacts): SlowerWay[] =>
  orders.flatMap(({ durations }, index) =>
    durations.sources.flatMap(({ plantId, travel }) => {
      const site = plants.length + index;
      const plant = plants.findIndex(({ id }) => id === plantId);
      if (plant < 0) return [];
      const factor = travel.value;
      return [
        { from: plant, to: site, factor },
        { from: site, to: plant, factor },
      ];
    }),
  );

/** A source that loads as long as its plant was seen, or is said, to take. */
function loadedAsSeen({ plants }: DayFacts, { durations }: FactOrder, source: Source): Source {
  const { id } = plants[source.plant]!;
  const seen = durations.sources.find(({ plantId }) => plantId === id);
  return seen ? { ...source, loadFixedSec: Math.round(seen.loading.value * 60) } : source;
}

function toOrder(
  facts: DayFacts,
  order: FactOrder,
  index: number,
  {
    loadM3,
    pumpsReadySec,
    fixed,
  }: {
    readonly loadM3: number;
    readonly pumpsReadySec: number;
    readonly fixed: readonly FixedLoad[];
  },
): DayOrder {
  const { policy } = facts;
  const earliestSec = Math.max(secOf(facts, facts.now), pumpsReadySec);
  const isTogether = isPourKnown(facts, order);
  const wantedAt = isTogether ? order.pourFirstAt : order.firstOnSiteAt;
  const open = findOpenSpan(facts, order, order.pourFirstAt);
  const nextOpen = findNextSpan(facts, order, order.pourFirstAt);
  const wantedSec = Math.max(secOf(facts, wantedAt), open.fromSec);
  const places = placesOf(facts, order);
  const gapMaxSec = longestGapSec(order, policy.gapMaxMin);
  const latestSec = wantedSec + policy.firstLateMaxMin * 60;
  return {
    id: order.id,
    place: facts.plants.length + index,
    priority: isGhost(order) ? GHOST : order.isEmergency ? 0 : 1,
    volumeM3:
      order.state === 'closed'
        ? 0
        : Math.max(0, order.plannedM3 - takenInPartM3(facts, order.id, fixed)),
    firstFromSec: wantedSec,
    firstToSec:
      earliestSec > wantedSec ? Math.max(latestSec, earliestSec + OVERDUE_WITHIN_SEC) : latestSec,
    open,
    ...(nextOpen && { nextOpen }),
    places,
    ...othersOf(facts, order, places),
    dischargeSecPerM3: dischargeSecPerM3(facts, order),
    dischargeFixedSec: Math.round(order.durations.waiting.value * 60),
    leaveSec: policy.leaveMin * 60,
    ...(isTogether ? { spacingSec: 0, gapMaxSec } : takeTurns(order, loadM3, gapMaxSec)),
    ageMaxSec: order.ageMaxMin * 60,
    zone: order.zoneSet,
    zoneSec: order.zoneSet < 0 ? 0 : policy.zoneApproachMin * 60,
    sources: sourcesOf(order, facts.plants).map((source) => loadedAsSeen(facts, order, source)),
    pumps: order.isPumpNeeded ? order.pumpsAtSite : 0,
    reachM: order.isPumpNeeded ? (order.pumpReachM ?? 0) : 0,
    primingM3: facts.loads
      .filter(({ orderId, kind }) => orderId === order.id && kind === 'priming_mortar')
      .reduce((sum, { plannedM3 }) => sum + plannedM3, 0),
    started: [],
    startedPumps: [],
    released: [],
  };
}

/** What drivers were told and have not begun, load by load. */
const releasedOf = (
  facts: DayFacts,
  order: FactOrder,
  trucks: PlannedDay['trucks'],
  fixed: readonly FixedLoad[],
): ReleasedLoad[] =>
  facts.loads
    .filter((load) => load.orderId === order.id && load.state === 'released')
    .filter(({ id }) => !fixed.some(({ loadId }) => loadId === id))
    .flatMap(({ vehicleId, plantId, startsAt }) => {
      const truck = trucks.findIndex(({ id }) => id === vehicleId);
      const plant = facts.plants.findIndex(({ id }) => id === plantId);
      if (truck < 0 || plant < 0 || startsAt === null) return [];
      return [{ truck, plant, loadToSec: secOf(facts, startsAt) }];
    })
    .toSorted((one, other) => one.loadToSec - other.loadToSec);
