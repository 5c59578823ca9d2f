import type { DayPlan, PlannedLoad, PlannedPumpJob } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { turnsOf } from '../queue/turns-of.js';
import { toldNextOf } from '../state/told-next.js';
import type { Turn } from './goal.js';
import { CHAIN_GOALS, PLANT_GOALS, TRUCK_GOALS } from './index.js';
import { remainingM3, unservedM3, unservedPoints } from './unserved.js';

/** Units of each goal, by its code. */
export type GoalUnits = Readonly<Record<string, number>>;

/** What a plan costs, and where. */
export interface DayPrice {
  /** All of it, unserved volume included; less is better. */
  readonly points: number;
  /** Of them: for volume that nobody brings. */
  readonly unservedPoints: number;
  /** Of them: for what differs from what people were told. */
  readonly changePoints: number;
  /** By order, the goals that are counted on its chain. */
  readonly orders: readonly GoalUnits[];
  /** By truck, the goals that are counted on its day. */
  readonly trucks: readonly GoalUnits[];
  /** By plant, the goals that are counted on its queue. */
  readonly plants: readonly GoalUnits[];
}

/** Empty kilometres of all trucks of a priced plan. */
export const emptyKmOf = ({ trucks }: Pick<DayPrice, 'trucks'>): number =>
  trucks.reduce((km, truck) => km + (truck['empty_driving'] ?? 0), 0);

/** Counts a whole plan goal by goal, as the search does; an order is served when the plan brings it anything. */
export function priceDayPlan(problem: DayProblem, plan: DayPlan): DayPrice {
  const loadsOf = problem.orders.map((): PlannedLoad[] => []);
  const jobsOf = problem.orders.map((): PlannedPumpJob[] => []);
  const tripsOf = problem.trucks.map((): PlannedLoad[] => []);
  for (const load of plan.loads) {
    loadsOf[load.order]!.push(load);
    tripsOf[load.truck]!.push(load);
  }
  for (const job of plan.pumpJobs) jobsOf[job.order]!.push(job);
  let [points, unserved, changed] = [0, 0, 0];
  const orders = problem.orders.map((order, index): GoalUnits => {
    const loads = loadsOf[index]!.toSorted((a, b) => a.dischargeFromSec - b.dischargeFromSec);
    const isBrought = remainingM3(order) === 0 && jobsOf[index]!.length > 0;
    const isLeft = unservedM3(order, problem.nowSec) > 0 && !isBrought;
    if (isLeft && loads.every(({ started }) => started)) {
      unserved += unservedPoints(order, problem.nowSec);
      return {};
    }
    const chain = { order: index, loads, pumpJobs: jobsOf[index]! };
    return Object.fromEntries(
      CHAIN_GOALS.map((goal) => {
        const units = goal.ofChain(order, chain, problem);
        points += goal.price(problem) * units;
        if (goal.code === 'change') changed += goal.price(problem) * units;
        return [goal.code, units];
      }),
    );
  });
  const turnsAt = problem.plants.map((): Turn[] => []);
  const toldNext = toldNextOf(problem);
  const trucks = tripsOf.map((trips, truck): GoalUnits => {
    const inTime = trips.toSorted((a, b) => a.loadFromSec - b.loadFromSec);
    turnsOf(problem, toldNext, truck, inTime).forEach((turn, at) => {
      turnsAt[inTime[at]!.plant]!.push(turn);
    });
    return Object.fromEntries(
      TRUCK_GOALS.map((goal) => {
        const units = goal.ofTruck(problem, truck, inTime);
        points += goal.price(problem) * units;
        return [goal.code, units];
      }),
    );
  });
  const plants = turnsAt.map((turns): GoalUnits =>
    Object.fromEntries(
      PLANT_GOALS.map((goal) => {
        const units = goal.ofPlant(turns);
        points += goal.price(problem) * units;
        return [goal.code, units];
      }),
    ),
  );
  return {
    points: points + unserved,
    unservedPoints: unserved,
    changePoints: changed,
    orders,
    trucks,
    plants,
  };
}
