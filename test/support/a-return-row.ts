import type { DayReturnRow } from '@tongyun/deliveries';
import type { OrderId, PlantId, VehicleId } from '@tongyun/kernel';

/** A truck that its site sent back with all of its load, and that is still on the road. */
export const aReturnRow = (given: Partial<DayReturnRow> = {}): DayReturnRow => ({
  tripId: 'trip',
  orderId: 'order' as OrderId,
  loadId: 'load',
  kind: 'concrete',
  plantId: 'plant' as PlantId,
  vehicleId: 'truck' as VehicleId,
  takenM3: 0,
  carriedM3: 8,
  loadStartAt: null,
  leftPlantAt: new Date('2026-11-24T08:00:00Z'),
  arrivedAt: new Date('2026-11-24T08:30:00Z'),
  unloadStartAt: null,
  sentBackAt: new Date('2026-11-24T08:40:00Z'),
  backAt: null,
  isOut: true,
  ...given,
});
