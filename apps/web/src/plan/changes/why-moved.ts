import type { DayPlanView, PlanDifferenceView, PlanEventRequest } from '@tongyun/contracts';

export type WhyMoved =
  | 'its_truck'
  | 'its_pump'
  | 'its_line'
  | 'its_driver'
  | 'its_site'
  | 'works_again'
  | 'makes_room'
  | 'follows';

/** Whether a jam is known by the load's site, its plant or both. */
const isInJam = (
  { orderId, plantId }: Extract<PlanEventRequest, { kind: 'traffic' }>,
  ofOrder: string,
  ofPlant: string | undefined,
): boolean =>
  (orderId === undefined || orderId === ofOrder) && (plantId === undefined || plantId === ofPlant);

/** Why a load was moved when something happened: it was hit itself, or it gives way to one that was. */
export function whyMoved(
  event: PlanEventRequest,
  moved: PlanDifferenceView['moved'][number],
  before: Pick<DayPlanView, 'loads' | 'pumpJobs'>,
): WhyMoved {
  const load = before.loads.find(({ id }) => id === moved.loadId);
  switch (event.kind) {
    case 'truck_down':
      if (moved.fromVehicleId === event.vehicleId) return 'its_truck';
      break;
    case 'pump_down': {
      const isPumped = before.pumpJobs.some(
        ({ orderId, vehicleId }) => orderId === moved.orderId && vehicleId === event.vehicleId,
      );
      if (isPumped) return 'its_pump';
      break;
    }
    case 'line_down':
      if (load?.lineId === event.lineId) return 'its_line';
      break;
    case 'truck_up':
    case 'pump_up':
    case 'line_up':
      return moved.fromVehicleId === moved.toVehicleId ? 'follows' : 'works_again';
    case 'driver_late':
      if (load?.driverId === event.driverId) return 'its_driver';
      break;
    case 'load_refused': {
      const refused = before.loads.find(({ id }) => id === event.loadId);
      if (refused?.orderId === moved.orderId) return 'its_site';
      break;
    }
    case 'traffic':
      if (isInJam(event, moved.orderId, load?.plantId)) return 'its_site';
      break;
    default:
      if (event.orderId === moved.orderId) return 'its_site';
  }
  return moved.fromVehicleId === moved.toVehicleId ? 'follows' : 'makes_room';
}
