import { type DemoMixer, DEMO_VEHICLES } from '../../../database/seeds/demo/vehicles.js';

/** The plate of a vehicle of the demo. */
export function demoPlate(fleetNo: string): string {
  const vehicle = DEMO_VEHICLES.find((one) => one.fleetNo === fleetNo);
  if (!vehicle || vehicle.kind === 'trailer_pump') throw new Error(`no plate on ${fleetNo}`);
  return vehicle.plateNo;
}

/** A mixer of the demo, with the terminal that it has. */
export function mixerOf(fleetNo: string): DemoMixer {
  const mixer = DEMO_VEHICLES.find((one) => one.fleetNo === fleetNo);
  if (mixer?.kind !== 'mixer') throw new Error(`no mixer ${fleetNo}`);
  return mixer;
}
