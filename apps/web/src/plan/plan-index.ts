import type { DayPlanView, PlannedLoadView, PlannedPumpJobView } from '@tongyun/contracts';

export type PlanOrder = DayPlanView['orders'][number];
export type PlanVehicle = DayPlanView['vehicles'][number];
export type PlanLine = DayPlanView['lines'][number];

/** A plan's rows by what they are asked for. */
export interface PlanIndex {
  readonly orders: ReadonlyMap<string, PlanOrder>;
  readonly vehicles: ReadonlyMap<string, PlanVehicle>;
  readonly lines: ReadonlyMap<string, PlanLine>;
  readonly loads: ReadonlyMap<string, PlannedLoadView>;
  readonly pumpJobs: ReadonlyMap<string, PlannedPumpJobView>;
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.id, row]));

export const indexPlan = (plan: DayPlanView): PlanIndex => ({
  orders: byId(plan.orders),
  vehicles: byId(plan.vehicles),
  lines: byId(plan.lines),
  loads: byId(plan.loads),
  pumpJobs: byId(plan.pumpJobs),
});

/** What people at the plant call it: its number in the fleet, else its plate. */
export const vehicleName = (vehicle: PlanVehicle | undefined): string =>
  vehicle?.fleetNo ?? vehicle?.plateNo ?? '?';
