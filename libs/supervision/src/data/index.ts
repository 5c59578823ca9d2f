export { RoadsideCheckEntity } from './roadside-check.entity.js';
export { SightingEntity } from './sighting.entity.js';
export { DriverDisclosureEntity } from './driver-disclosure.entity.js';
export { RoadsideOutcomeEntity } from './roadside-outcome.entity.js';
