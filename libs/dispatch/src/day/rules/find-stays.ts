import { addMinutes, type Interval } from '@tongyun/kernel';
import type { ZoneCrossing } from '@tongyun/solver';
import { type DayFacts, type FactOrder, type FactVehicle, wayKey } from './day-facts.js';
import type { PlanContent } from './plan-content.js';
import { toCrossings } from './to-crossings.js';

/** A time in a set of zones. */
export interface PlannedStay extends Interval {
  readonly zoneSet: number;
}

type Known = Pick<DayFacts, 'policy' | 'ways'> & { readonly orders: readonly StayOrder[] };
type StayOrder = Pick<FactOrder, 'id' | 'zoneSet'>;
type Jobs = Pick<PlanContent, 'loads' | 'pumpJobs'>;
type Home = Pick<FactVehicle, 'homePlantId' | 'endPlantId'>;

/** What a vehicle does at one site, and where it comes from and goes to. */
interface Visit {
  readonly orderId: string;
  /** Of a plant, or of the order whose site it is. */
  readonly fromId: string;
  readonly toId: string;
  readonly leftAt: Date;
  readonly arriveAt: Date;
  readonly leaveAt: Date;
  readonly backAt: Date;
}

const MS_PER_MIN = 60_000;
const MS_PER_SEC = 1_000;

/**
 * When one vehicle is in zones by a plan: on its way to the first plant, on its ways to the sites, there, and on the
 * ways to wherever it goes from them. Of an order that the day does not know nothing is said.
 *
 * @param jobs those of this vehicle alone
 * @param home where its day begins and ends
 */
export const findStays = (known: Known, { loads, pumpJobs }: Jobs, home: Home): PlannedStay[] => [
  ...staysToFirstPlant(known, loads, home),
  ...[...visitsOfLoads(loads, home), ...visitsOfPump(known, pumpJobs, home)].flatMap((visit) => {
    const order = known.orders.find(({ id }) => id === visit.orderId);
    return order ? staysOf(known, order, visit) : [];
  }),
];

function staysToFirstPlant(
  known: Known,
  loads: PlanContent['loads'],
  { homePlantId }: Home,
): PlannedStay[] {
  const [first] = inTime(loads, ({ loadFromAt }) => loadFromAt);
  if (first?.setOutAt === undefined) return [];
  const driven = { from: new Date(first.setOutAt), to: new Date(first.loadFromAt) };
  return staysOnWay(known, homePlantId, first.plantId, driven);
}

const visitsOfLoads = (loads: PlanContent['loads'], { endPlantId }: Home): Visit[] =>
  inTime(loads, ({ loadFromAt }) => loadFromAt).map((load, at, all) => ({
    orderId: load.orderId,
    fromId: load.plantId,
    toId: all[at + 1]?.plantId ?? endPlantId,
    leftAt: new Date(load.loadToAt),
    arriveAt: new Date(load.arriveAt),
    leaveAt: new Date(load.leaveAt),
    backAt: new Date(load.backAt),
  }));

/** It stays at a site until it sets out to the next one. */
const visitsOfPump = (
  { policy }: Known,
  pumpJobs: PlanContent['pumpJobs'],
  { homePlantId, endPlantId }: Home,
): Visit[] =>
  inTime(pumpJobs, ({ readyAt }) => readyAt).map((job, at, all) => {
    const next = all[at + 1];
    const leftAt = new Date(job.departAt);
    const standsAt = addMinutes(new Date(job.readyAt), -policy.pumpSetupMin);
    const arriveAt = job.arriveAt === undefined ? standsAt : new Date(job.arriveAt);
    const leaveAt = new Date(latest(job.leaveAt, next?.departAt));
    const nextAt =
      next && (next.arriveAt ?? addMinutes(new Date(next.readyAt), -policy.pumpSetupMin));
    // A plan that does not say when it is home: the way takes as long as the one there.
    const backAt = nextAt ?? job.backAt ?? addMinutes(leaveAt, minutesOf(leftAt, arriveAt));
    return {
      orderId: job.orderId,
      fromId: all[at - 1]?.orderId ?? homePlantId,
      toId: next?.orderId ?? endPlantId,
      leftAt,
      arriveAt,
      leaveAt,
      backAt: new Date(backAt),
    };
  });

const inTime = <Row>(rows: readonly Row[], at: (row: Row) => string): Row[] =>
  rows.toSorted((one, other) => at(one).localeCompare(at(other)));

const latest = (at: string, other: string | undefined): string =>
  other !== undefined && other > at ? other : at;

function staysOf(known: Known, { zoneSet }: StayOrder, visit: Visit): PlannedStay[] {
  const { policy, ways } = known;
  const { orderId, fromId, toId, leftAt, arriveAt, leaveAt, backAt } = visit;
  const isWayUnknown = !ways.has(wayKey(fromId, orderId));
  const isWayOnUnknown = !ways.has(wayKey(orderId, toId));
  const from = addMinutes(arriveAt, isWayUnknown ? -policy.zoneApproachMin : 0);
  const to = addMinutes(leaveAt, isWayOnUnknown ? policy.zoneApproachMin : 0);
  return [
    ...staysOnWay(known, fromId, orderId, { from: leftAt, to: arriveAt }),
    ...(zoneSet < 0 ? [] : [{ zoneSet, from, to }]),
    // The way on to another site is told with that site.
    ...(isSite(known, toId) ? [] : staysOnWay(known, orderId, toId, { from: leaveAt, to: backAt })),
  ];
}

/** None where the zones on it are not known. */
function staysOnWay(known: Known, fromId: string, toId: string, driven: Interval): PlannedStay[] {
  const zones = known.ways.get(wayKey(fromId, toId));
  if (zones === undefined) return [];
  const share = Math.min(
    1,
    known.policy.zoneApproachMin / Math.max(1, minutesOf(driven.from, driven.to)),
  );
  const least = {
    fromSite: isSite(known, fromId) ? share : 0,
    toSite: isSite(known, toId) ? share : 0,
  };
  return toCrossings(zones, least).map((part) => partOf(driven.from, driven.to, part));
}

const isSite = ({ orders }: Known, id: string): boolean => orders.some((order) => order.id === id);

const minutesOf = (from: Date, to: Date): number => (+to - +from) / MS_PER_MIN;

/** In whole seconds inside of it: the planner reckons no finer. */
const partOf = (begin: Date, end: Date, { zone, from, to }: ZoneCrossing): PlannedStay => ({
  zoneSet: zone,
  from: new Date(Math.ceil((+begin + from * (+end - +begin)) / MS_PER_SEC) * MS_PER_SEC),
  to: new Date(Math.floor((+begin + to * (+end - +begin)) / MS_PER_SEC) * MS_PER_SEC),
});
