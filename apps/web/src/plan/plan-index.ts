import type { DayPlanView, PlannedLoadView, PlannedPumpJobView } from '@tongyun/contracts';
import { groupBy } from '@tongyun/kernel';
import { formatTime } from '../i18n/time.js';

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
  /** What orders are called: their site, and the time where a site has several. */
  readonly orderNames: ReadonlyMap<string, string>;
  /** Names of drivers and pump operators. */
  readonly drivers: ReadonlyMap<string, string>;
  /** Who drives a vehicle by the plan; who has nothing to do is left out. */
  readonly driverOf: ReadonlyMap<string, string>;
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.id, row]));

export const indexPlan = (plan: DayPlanView): PlanIndex => ({
  orders: byId(plan.orders),
  vehicles: byId(plan.vehicles),
  lines: byId(plan.lines),
  loads: byId(plan.loads),
  pumpJobs: byId(plan.pumpJobs),
  orderNames: orderNamesOf(plan.orders),
  drivers: new Map(
    plan.vehicles.flatMap(({ driverId, driverName }): [string, string][] =>
      driverId !== null && driverName !== null ? [[driverId, driverName]] : [],
    ),
  ),
  driverOf: new Map(
    [...plan.loads, ...plan.pumpJobs].map(({ vehicleId, driverId }) => [vehicleId, driverId]),
  ),
});

function orderNamesOf(orders: readonly PlanOrder[]): ReadonlyMap<string, string> {
  const ofSite = groupBy(orders, ({ siteId }) => siteId);
  return new Map(
    orders.map(({ id, siteId, siteName, firstOnSiteAt }) => [
      id,
      ofSite.get(siteId)!.length > 1 ? `${siteName} ${formatTime(firstOnSiteAt)}` : siteName,
    ]),
  );
}

/** The plants whose lines are planned, each once. */
export const plantsOf = ({
  lines,
}: PlanIndex): { readonly id: string; readonly name: string }[] => [
  ...new Map(
    [...lines.values()].map(({ plantId: id, plantName: name }) => [id, { id, name }]),
  ).values(),
];

/** What people at the plant call it: its number in the fleet, else its plate. */
export const vehicleName = (vehicle: PlanVehicle | undefined): string =>
  vehicle?.fleetNo ?? vehicle?.plateNo ?? '?';

/** Who drives a vehicle by the plan, else who would; null: nobody. */
export function driverNameOf(
  vehicle: PlanVehicle,
  { drivers, driverOf }: PlanIndex,
): string | null {
  return drivers.get(driverOf.get(vehicle.id) ?? '') ?? vehicle.driverName;
}
