export { DEMO_DRIVERS, type DemoDriver } from './drivers.js';
export { DEMO_ENTERPRISES, DEMO_PLANTS } from './enterprises.js';
export { loadDemo } from './load-demo.js';
export type { DemoFleet } from './load-fleet.js';
export { DEMO_ORDERS } from './orders.js';
export { DEMO_PASSWORD, DEMO_SIGN_INS, type DemoSignIn } from './sign-ins.js';
export { DEMO_SITES } from './sites.js';
export { DEMO_VEHICLES, type DemoVehicle } from './vehicles.js';
export { DEMO_ZONES } from './zones.js';
