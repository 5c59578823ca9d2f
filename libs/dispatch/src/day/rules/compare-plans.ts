import type { DayPlan, DayPrice, DayWeights, GoalUnits } from '@tongyun/solver';
import { priceDayPlan } from '@tongyun/solver';
import { secOf } from './day-facts.js';
import type { PlanDifference } from './difference.js';
import { computeFigures } from './figures.js';
import type { Figures } from './plan-content.js';
import type { PlannedDay } from './to-day-problem.js';

/** What a changed load is good for: its pour gains, its trucks or plant do, or it only makes room for another. */
export interface MoveReason {
  readonly code:
    | 'less_late'
    | 'steadier'
    | 'less_waiting'
    | 'less_queueing'
    | 'less_empty'
    | 'less_waste'
    | 'evener'
    | 'fewer_jumps'
    | 'makes_room';
  /**
   * Minutes or cubic metres of its pour, kilometres of its trucks, minutes or jumps at its plant; points
   * where it shares work more evenly; 0 when it only makes room.
   */
  readonly amount: number;
}

/** What an offered plan gains over the one it would replace, both as of the same moment. */
export interface Comparison {
  readonly before: Figures;
  /** Points gained before the price of the changes, and that price. */
  readonly gainPoints: number;
  readonly changePoints: number;
  /** By load that would change. */
  readonly reasons: Readonly<Record<string, MoveReason>>;
}

type Moved = PlanDifference['moved'];

/** Sets an offered plan against the one that there is. */
export function comparePlans(
  planned: PlannedDay,
  current: DayPlan,
  offered: DayPlan,
  moved: Moved,
): Comparison {
  const before = priceDayPlan(planned.problem, current);
  const after = priceDayPlan(planned.problem, offered);
  const changePoints = after.changePoints - before.changePoints;
  return {
    before: computeFigures(planned.problem, current),
    gainPoints: before.points - after.points + changePoints,
    changePoints,
    reasons: Object.fromEntries(
      moved.map((move) => {
        const plant = plantOf(planned, offered, move);
        return [move.loadId, reasonOf(planned, before, after, move, plant)];
      }),
    ),
  };
}

/** Whether an offer gains enough for people to be asked; what they declined already is no reason. */
export const isWorthOffering = (
  { gainPoints, changePoints }: Pick<Comparison, 'gainPoints' | 'changePoints'>,
  leastPoints: number,
  mostDeclinedPoints: number,
): boolean => gainPoints - changePoints >= leastPoints + mostDeclinedPoints;

/** Goals of a pour, and what people call it when it is less. */
const OF_POUR: readonly (readonly [string, MoveReason['code'], keyof DayWeights])[] = [
  ['first_truck_late', 'less_late', 'firstLatePerMin'],
  ['spacing', 'steadier', 'spacingPerMin'],
  ['waiting_at_site', 'less_waiting', 'waitPerMin'],
  ['waste', 'less_waste', 'wastePerM3'],
];
/** Goals of a plant, alike. */
const OF_PLANT: readonly (readonly [string, MoveReason['code'], keyof DayWeights])[] = [
  ['waiting_at_plant', 'less_queueing', 'plantWaitPerMin'],
  ['queue_jumps', 'fewer_jumps', 'jumpPerLoad'],
];
/** Less of a unit than this is nothing that people would see. */
const LEAST_SEEN = 0.5;

function reasonOf(
  { facts, trucks, problem }: PlannedDay,
  before: DayPrice,
  after: DayPrice,
  { orderId, fromVehicleId, toVehicleId }: Moved[number],
  plant: number | null,
): MoveReason {
  const order = facts.orders.findIndex(({ id }) => id === orderId);
  const own = new Set([fromVehicleId, toVehicleId]);
  const { weights } = problem;
  const ofTrucks = (goal: string): number =>
    trucks.reduce(
      (sum, { id }, truck) =>
        own.has(id) ? sum + less(goal, before.trucks[truck], after.trucks[truck]) : sum,
      0,
    );
  const emptyKm = ofTrucks('empty_driving');
  const evener =
    ofTrucks('fairness') * weights.fairnessPerTrip2 +
    ofTrucks('fairness_hours') * weights.fairnessPerHour2;
  const gains = [
    ...OF_POUR.map(([goal, code, weight]) => {
      const amount = less(goal, before.orders[order], after.orders[order]);
      return { code, amount, points: amount * weights[weight] };
    }),
    ...OF_PLANT.map(([goal, code, weight]) => {
      const amount = plant === null ? 0 : less(goal, before.plants[plant], after.plants[plant]);
      return { code, amount, points: amount * weights[weight] };
    }),
    { code: 'less_empty' as const, amount: emptyKm, points: emptyKm * weights.emptyPerKm },
    { code: 'evener' as const, amount: evener, points: evener },
  ].filter(({ amount }) => amount >= LEAST_SEEN);
  const [best] = gains.toSorted((one, other) => other.points - one.points);
  if (best === undefined) return { code: 'makes_room', amount: 0 };
  return { code: best.code, amount: Math.round(best.amount * 10) / 10 };
}

/** Where a moved load is loaded now; null when the offered plan has no such load. */
function plantOf(
  { facts, trucks }: PlannedDay,
  { loads }: DayPlan,
  { toVehicleId, toLoadAt }: Moved[number],
): number | null {
  const fromSec = secOf(facts, toLoadAt);
  const load = loads.find(
    ({ truck, loadFromSec }) => trucks[truck]!.id === toVehicleId && loadFromSec === fromSec,
  );
  return load?.plant ?? null;
}

/** How much less of a goal there is than there was. */
const less = (code: string, was: GoalUnits | undefined, is: GoalUnits | undefined): number =>
  (was?.[code] ?? 0) - (is?.[code] ?? 0);
