import type { PlantGoal, Turn } from '../objectives/goal.js';
import { PLANT_GOALS } from '../objectives/index.js';
import type { PlannedLoad } from '../problem/day-plan.js';
import type { DayProblem } from '../problem/day-problem.js';
import { turnsOf } from '../queue/turns-of.js';
import type { ToldNext } from './told-next.js';

/** The queues at the plants and what their goals cost; only what a change touches is counted again. */
export class PlantQueues {
  /** Whether anything in them has a price; what has none is not counted. */
  readonly isPriced: boolean;
  private readonly goals: readonly PlantGoal[];
  private readonly turns: Map<PlannedLoad, Turn>[];
  private readonly points: Float64Array;

  /** @param toldNext by truck, what it was told to load next */
  constructor(
    private readonly problem: DayProblem,
    private readonly toldNext: readonly (ToldNext | undefined)[],
  ) {
    this.goals = PLANT_GOALS.filter((goal) => goal.price(problem) > 0);
    this.isPriced = this.goals.length > 0;
    this.turns = problem.plants.map(() => new Map());
    this.points = new Float64Array(problem.plants.length);
  }

  /**
   * Counts the queues again in which trucks have come to stand otherwise.
   *
   * @param days of each truck that has changed, its loads before and now, in order of loading
   * @returns points more than before; less than 0 when the queues are better kept
   */
  change(
    days: readonly {
      readonly truck: number;
      readonly before: readonly PlannedLoad[];
      readonly now: readonly PlannedLoad[];
    }[],
  ): number {
    const changed = new Set<number>();
    for (const { truck, before, now } of days) {
      for (const load of before) {
        this.turns[load.plant]!.delete(load);
        changed.add(load.plant);
      }
      turnsOf(this.problem, this.toldNext, truck, now).forEach((turn, at) => {
        const load = now[at]!;
        this.turns[load.plant]!.set(load, turn);
        changed.add(load.plant);
      });
    }
    let more = 0;
    for (const plant of changed) {
      const turns = [...this.turns[plant]!.values()];
      let points = 0;
      for (const goal of this.goals) points += goal.price(this.problem) * goal.ofPlant(turns);
      more += points - this.points[plant]!;
      this.points[plant] = points;
    }
    return more;
  }
}
