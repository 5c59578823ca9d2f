import { checkDayPlan } from '../check/check-day-plan.js';
import { priceDayPlan } from '../objectives/price-day-plan.js';
import type { DayPlan, PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { findJumps, type Jump } from './find-jumps.js';
import { withoutGhosts } from './without-ghosts.js';

/** A jump that stays in a plan, and why. */
export interface ReasonedJump extends Jump {
  /**
   * The rule that the truck that waited would break, `started` or `released` where people act on the
   * plan already, or `costs_more` where the order of the queue is only preferred.
   */
  readonly reason: string;
}

/**
 * Lets trucks load in the order in which they come to their plant, wherever nothing stands against it:
 * two trucks exchange the rest of their days, and all times stay. The plan is one that breaks no rule.
 *
 * Who waits for a call stands in no queue: nobody waits for a truck that is only pencilled in, nor does it
 * wait for anybody. Once called it queues as any other.
 *
 * An exchange takes one jump away and makes none, so it comes to an end.
 */
export function keepQueue(problem: DayProblem, plan: DayPlan): DayPlan {
  if (!isKept(problem)) return plan;
  let kept = plan;
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    const reasoned = new Set<string>();
    const next = (): Jump | undefined =>
      findJumps(problem, kept).find((jump) => !reasoned.has(keyOf(jump)));
    for (let jump = next(); jump !== undefined; jump = next()) {
      if (reasonOf(problem, kept, jump) === null) {
        kept = exchange(kept, jump);
        isBetter = true;
      } else {
        reasoned.add(keyOf(jump));
      }
    }
  }
  return kept;
}

/** A line loads one truck at a time, so that place and time name a load whoever brings it. */
const keyOf = ({ load }: Jump): string => `${load.plant}/${load.line}/${load.loadFromSec}`;

/** The jumps that a plan has in spite of the queue, each with its reason; none where the queue is off. */
export function listJumps(problem: DayProblem, plan: DayPlan): ReasonedJump[] {
  if (!isKept(problem)) return [];
  return findJumps(problem, plan).flatMap((jump) => {
    const reason = reasonOf(problem, plan, jump);
    return reason === null ? [] : [{ ...jump, reason }];
  });
}

const isKept = ({ queueOrder = 'off' }: DayProblem): boolean => queueOrder !== 'off';

/** Why a jump stays; null when nothing stands against taking it away, among what is sure and with the ghosts. */
function reasonOf(problem: DayProblem, plan: DayPlan, jump: Jump): string | null {
  const sure = withoutGhosts(problem, plan);
  const reason = reasonIn(problem, sure, jump);
  const hasGhosts = sure.loads.length < plan.loads.length;
  return reason ?? (hasGhosts ? reasonIn(problem, plan, jump) : null);
}

function reasonIn(problem: DayProblem, plan: DayPlan, jump: Jump): string | null {
  const rest = [...restOf(plan, jump.load), ...restOf(plan, jump.jumped)];
  if (rest.some(({ started }) => started)) return 'started';
  if (rest.some((load) => isTold(problem, load))) return 'released';
  const exchanged = exchange(plan, jump);
  const [fault] = checkDayPlan({ ...problem, queueOrder: 'off' }, exchanged);
  if (fault) return fault.code;
  if (problem.queueOrder === 'strict') return null;
  const more = priceDayPlan(problem, exchanged).points - priceDayPlan(problem, plan).points;
  return more < 0 ? null : 'costs_more';
}

/** What a truck does from a load on. */
const restOf = ({ loads }: DayPlan, from: PlannedLoad): PlannedLoad[] =>
  loads.filter((load) => load.truck === from.truck && load.loadFromSec >= from.loadFromSec);

const isTold = ({ orders }: DayProblem, { order, truck }: PlannedLoad): boolean =>
  orders[order]!.released.some((told) => told.truck === truck);

/** The plan with the two trucks' days exchanged from the load that jumps, and the jumped one, on. */
function exchange(plan: DayPlan, { load, jumped }: Jump): DayPlan {
  const takes = new Map<PlannedLoad, number>([
    ...restOf(plan, load).map((one): [PlannedLoad, number] => [one, jumped.truck]),
    ...restOf(plan, jumped).map((one): [PlannedLoad, number] => [one, load.truck]),
  ]);
  return {
    ...plan,
    loads: plan.loads.map((one) => ({ ...one, truck: takes.get(one) ?? one.truck })),
  };
}
