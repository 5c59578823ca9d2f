import { DEMO_VEHICLES } from '../../../database/seeds/demo/vehicles.js';

/** The plate of a vehicle of the demo. */
export function demoPlate(fleetNo: string): string {
  const vehicle = DEMO_VEHICLES.find((one) => one.fleetNo === fleetNo);
  if (!vehicle || vehicle.kind === 'trailer_pump') throw new Error(`no plate on ${fleetNo}`);
  return vehicle.plateNo;
}
