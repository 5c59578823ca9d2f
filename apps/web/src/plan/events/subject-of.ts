import { type PlanIndex, plantsOf, vehicleName } from '../plan-index.js';
import type { EventChoice } from './events-of.js';

/** What an event happens to, by its name. */
export function subjectOf({ kind, id, isOfPlant = false }: EventChoice, index: PlanIndex): string {
  switch (kind) {
    case 'truck_down':
    case 'pump_down':
    case 'truck_up':
    case 'pump_up':
      return vehicleName(index.vehicles.get(id));
    case 'driver_late':
      return [...index.vehicles.values()].find(({ driverId }) => driverId === id)?.driverName ?? '';
    case 'line_down':
    case 'line_up':
      return index.lines.get(id)?.name ?? '';
    case 'load_refused': {
      const load = index.loads.get(id);
      return `${index.orderNames.get(load?.orderId ?? '') ?? ''} ${load?.loadNo ?? ''}`;
    }
    default:
      if (isOfPlant) return plantsOf(index).find((plant) => plant.id === id)?.name ?? '';
      return index.orderNames.get(id) ?? '';
  }
}
