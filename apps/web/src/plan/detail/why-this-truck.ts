import type { DayPlanView, PlannedLoadView } from '@tongyun/contracts';
import type { PlanVehicle } from '../plan-index.js';

/** What speaks for a load's truck, and what became of the others at that time. */
export interface WhyThisTruck {
  /** When it was back from its load before, and minutes from then until it loads; null: its first. */
  readonly after: { readonly at: string; readonly spareMin: number } | null;
  readonly drumM3: number;
  /** Mixers that could have brought it as well. */
  readonly free: readonly PlanVehicle[];
  /** Mixers that could not, by what kept them away. */
  readonly kept: Readonly<
    Record<'barred' | 'no_driver' | 'off_duty' | 'too_small' | 'busy', number>
  >;
}

const MS_PER_MIN = 60_000;
const minutesFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_MIN);

/** Compares a load's truck with every other mixer of the plan over the time of the trip. */
export function whyThisTruck(
  { vehicles, loads }: Pick<DayPlanView, 'vehicles' | 'loads'>,
  load: PlannedLoadView,
): WhyThisTruck {
  const kept = { barred: 0, no_driver: 0, off_duty: 0, too_small: 0, busy: 0 };
  const free: PlanVehicle[] = [];
  for (const vehicle of vehicles) {
    if (vehicle.kind !== 'mixer' || vehicle.id === load.vehicleId) continue;
    const obstacle = obstacleOf(vehicle, load, loads);
    if (obstacle === null) free.push(vehicle);
    else kept[obstacle] += 1;
  }
  const freeAt = freeBefore(load, loads);
  return {
    after: freeAt === null ? null : { at: freeAt, spareMin: minutesFrom(freeAt, load.loadFromAt) },
    drumM3: vehicles.find(({ id }) => id === load.vehicleId)?.drumM3 ?? load.m3,
    free,
    kept,
  };
}

function obstacleOf(
  vehicle: PlanVehicle,
  load: PlannedLoadView,
  loads: readonly PlannedLoadView[],
): keyof WhyThisTruck['kept'] | null {
  if (vehicle.reasons.some(({ effect }) => effect !== 'notice')) return 'barred';
  if (vehicle.driverId === null) return 'no_driver';
  const [from, to] = [Date.parse(load.loadFromAt), Date.parse(load.backAt)];
  if (Date.parse(vehicle.dutyFromAt) > from || Date.parse(vehicle.dutyToAt) < to) return 'off_duty';
  if ((vehicle.drumM3 ?? 0) < load.m3) return 'too_small';
  const isBusy = loads.some(
    (other) =>
      other.vehicleId === vehicle.id &&
      Date.parse(other.loadFromAt) < to &&
      Date.parse(other.backAt) > from,
  );
  return isBusy ? 'busy' : null;
}

function freeBefore(load: PlannedLoadView, loads: readonly PlannedLoadView[]): string | null {
  return loads
    .filter(
      ({ vehicleId, loadFromAt }) =>
        vehicleId === load.vehicleId && Date.parse(loadFromAt) < Date.parse(load.loadFromAt),
    )
    .reduce<string | null>(
      (latest, { backAt }) =>
        latest === null || Date.parse(backAt) > Date.parse(latest) ? backAt : latest,
      null,
    );
}
