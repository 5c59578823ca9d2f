import type { DayLoadRow } from '@tongyun/deliveries';
import type { OrderId } from '@tongyun/kernel';

/** A load of a day's work that nobody has begun. */
export const aLoadRow = (given: Partial<DayLoadRow> = {}): DayLoadRow => ({
  id: 'load',
  orderId: 'order' as OrderId,
  loadNo: 1,
  kind: 'concrete',
  plannedM3: 8,
  dueAt: new Date('2026-11-24T08:00:00Z'),
  state: 'planned',
  plantId: null,
  vehicleId: null,
  driverId: null,
  isByHand: false,
  startsAt: null,
  endsAt: null,
  stage: null,
  batchedM3: null,
  refusedM3: null,
  undeliveredM3: null,
  startedAt: null,
  loadStartAt: null,
  leftPlantAt: null,
  arrivedAt: null,
  unloadStartAt: null,
  unloadEndAt: null,
  endedAt: null,
  ...given,
});
