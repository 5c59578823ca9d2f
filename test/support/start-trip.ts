import { randomUUID } from 'node:crypto';
import type {
  AssignmentView,
  DriverDayView,
  DriverView,
  OrderDetailView,
  TripView,
  VehicleView,
} from '@tongyun/contracts';
import { addMinutes } from '@tongyun/kernel';
import { type ApiClient, sent } from './api-client.js';
import type { EnteredWorks } from './entered-works.js';
import type { TestServer } from './test-server.js';

export interface StartedTrip {
  readonly order: OrderDetailView;
  readonly assignment: AssignmentView;
  readonly trip: TripView;
  /** The driver's. */
  readonly phone: ApiClient;
}

/**
 * Orders a load, assigns it, signs the driver in and has the plant desk record the batch: the truck
 * stands loaded at its plant.
 *
 * @param since when the driver clocked in; the batch follows five minutes later
 */
export async function startTrip(
  server: TestServer,
  works: EnteredWorks,
  { vehicle, driver, since }: { vehicle: VehicleView; driver: DriverView; since: Date },
): Promise<StartedTrip> {
  const order = await works.order(await works.addSite());
  const pair = { vehicleId: vehicle.id, driverId: driver.id };
  const assigning = works.dispatcher.post(`loads/${order.loads[0]!.id}/assignment`, pair);
  const assignment = await sent<AssignmentView>(assigning);
  const phone = await server.signInPhone(works.side, driver.id);
  const { plateNo, plateColor } = vehicle;
  const duty = { id: randomUUID(), plateNo, plateColor, at: since };
  const { trip } = await sent<DriverDayView>(phone.post('driver/duties', duty));
  if (trip?.assignmentId !== assignment.id) throw new Error('the driver is not shown his trip');
  await sent(
    server.as('plant_desk', works.side).post('batch-records', {
      tripId: trip.id,
      vehicleId: vehicle.id,
      plantId: works.plantId,
      grade: order.grade,
      batchedM3: order.plannedM3,
      batchedAt: addMinutes(since, 5),
    }),
  );
  return { order, assignment, trip, phone };
}
