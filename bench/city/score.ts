import { checkDayPlan, type DayPlan, type DayProblem, keptM3, roadKm } from '@tongyun/solver';

export interface Score {
  readonly servedPct: number;
  readonly violations: number;
  readonly lateMinPerOrder: number;
  readonly waitMinPerLoad: number;
  readonly emptyKmPerLoad: number;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** Share of the ordered concrete that a plan brings, %. */
export function servedPct({ orders }: DayProblem, { loads }: DayPlan): number {
  const ordered = orders.reduce((sum, { volumeM3 }) => sum + volumeM3, 0);
  const brought = loads.reduce((sum, load) => sum + keptM3(load), 0);
  return rounded((100 * brought) / ordered);
}

export function scoreOf(problem: DayProblem, plan: DayPlan): Score {
  const { loads } = plan;
  const first = new Map<number, number>();
  let waitSec = 0;
  for (const load of loads) {
    first.set(load.order, Math.min(first.get(load.order) ?? Infinity, load.dischargeFromSec));
    waitSec += load.dischargeFromSec - load.arriveSec;
  }
  let lateSec = 0;
  for (const [order, sec] of first) lateSec += sec - problem.orders[order]!.firstFromSec;
  return {
    servedPct: servedPct(problem, plan),
    violations: checkDayPlan(problem, plan).length,
    lateMinPerOrder: rounded(lateSec / 60 / first.size),
    waitMinPerLoad: rounded(waitSec / 60 / loads.length),
    emptyKmPerLoad: rounded(emptyKm(problem, plan) / loads.length),
  };
}

function emptyKm({ travel, trucks, plants, orders }: DayProblem, { loads }: DayPlan): number {
  const at = trucks.map(({ startPlace }) => startPlace);
  let km = 0;
  for (const load of loads.toSorted((one, two) => one.loadFromSec - two.loadFromSec)) {
    km += roadKm(travel, at[load.truck]!, plants[load.plant]!.place);
    at[load.truck] = orders[load.order]!.place;
  }
  trucks.forEach(({ endPlace }, truck) => {
    km += roadKm(travel, at[truck]!, endPlace);
  });
  return km;
}
