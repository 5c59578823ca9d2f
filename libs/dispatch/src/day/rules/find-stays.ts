import { addMinutes, type Interval } from '@tongyun/kernel';
import type { ZoneCrossing } from '@tongyun/solver';
import type { DayFacts, FactOrder } from './day-facts.js';
import type { PlanContent } from './plan-content.js';
import { toCrossings } from './to-crossings.js';

/** A time in a set of zones. */
export interface PlannedStay extends Interval {
  readonly zoneSet: number;
}

type Known = Pick<DayFacts, 'policy'> & { readonly orders: readonly StayOrder[] };
type StayOrder = Pick<FactOrder, 'id' | 'zoneSet' | 'ways'>;
type Jobs = Pick<PlanContent, 'loads' | 'pumpJobs'>;

interface Visit {
  readonly orderId: string;
  /** Where its ways begin and end. */
  readonly plantId: string;
  readonly leftAt: Date;
  readonly arriveAt: Date;
  readonly leaveAt: Date;
  readonly backAt: Date;
}

const MS_PER_MIN = 60_000;
const MS_PER_SEC = 1_000;

/**
 * When one vehicle is in zones by a plan: on its ways to the sites, there, and on the ways back, which are taken to
 * lead to where they came from, as the planner takes them. Of an order that the day does not know nothing is said.
 *
 * @param jobs those of this vehicle alone
 * @param homePlantId where its day begins; a pump's ways lead from there and back
 */
export const findStays = (known: Known, jobs: Jobs, homePlantId: string): PlannedStay[] =>
  visitsOf(known, jobs, homePlantId).flatMap((visit) => {
    const order = known.orders.find(({ id }) => id === visit.orderId);
    return order ? staysOf(known, order, visit) : [];
  });

const visitsOf = ({ policy }: Known, { loads, pumpJobs }: Jobs, homePlantId: string): Visit[] => [
  ...loads.map(({ orderId, plantId, loadToAt, arriveAt, leaveAt, backAt }) => ({
    orderId,
    plantId,
    leftAt: new Date(loadToAt),
    arriveAt: new Date(arriveAt),
    leaveAt: new Date(leaveAt),
    backAt: new Date(backAt),
  })),
  ...pumpJobs.map((job) => {
    const leftAt = new Date(job.departAt);
    const arriveAt = addMinutes(new Date(job.readyAt), -policy.pumpSetupMin);
    const leaveAt = new Date(job.leaveAt);
    // A plan does not say when a pump is back: the way takes as long as the one there.
    const backAt = addMinutes(leaveAt, minutesOf(leftAt, arriveAt));
    return { orderId: job.orderId, plantId: homePlantId, leftAt, arriveAt, leaveAt, backAt };
  }),
];

function staysOf(
  { policy }: Known,
  { zoneSet, ways }: StayOrder,
  { plantId, leftAt, arriveAt, leaveAt, backAt }: Visit,
): PlannedStay[] {
  const known = ways.find((one) => one.plantId === plantId);
  const besideMin = known ? 0 : policy.zoneApproachMin;
  const from = addMinutes(arriveAt, -besideMin);
  const atSite = zoneSet < 0 ? [] : [{ zoneSet, from, to: addMinutes(leaveAt, besideMin) }];
  if (known === undefined) return atSite;
  const shareOf = (begin: Date, end: Date): number =>
    Math.min(1, policy.zoneApproachMin / Math.max(1, minutesOf(begin, end)));
  const out = toCrossings(known.out, { fromSite: 0, toSite: shareOf(leftAt, arriveAt) });
  const back = toCrossings(known.back, { fromSite: shareOf(leaveAt, backAt), toSite: 0 });
  return [
    ...out.map((part) => partOf(leftAt, arriveAt, part)),
    ...atSite,
    ...back.map((part) => partOf(leaveAt, backAt, part)),
  ];
}

const minutesOf = (from: Date, to: Date): number => (+to - +from) / MS_PER_MIN;

/** In whole seconds inside of it: the planner reckons no finer. */
const partOf = (begin: Date, end: Date, { zone, from, to }: ZoneCrossing): PlannedStay => ({
  zoneSet: zone,
  from: new Date(Math.ceil((+begin + from * (+end - +begin)) / MS_PER_SEC) * MS_PER_SEC),
  to: new Date(Math.floor((+begin + to * (+end - +begin)) / MS_PER_SEC) * MS_PER_SEC),
});
