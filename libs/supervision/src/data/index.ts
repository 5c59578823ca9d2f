export { RoadsideFindingEntity } from './findings/roadside-finding.entity.js';
export { RoadsideFindingPhotoEntity } from './findings/roadside-finding-photo.entity.js';
export { RoadsideFindingStepEntity } from './findings/roadside-finding-step.entity.js';
export { RoadsideCheckEntity } from './roadside-check.entity.js';
export { SightingEntity } from './sighting.entity.js';
export { DriverDisclosureEntity } from './driver-disclosure.entity.js';
export { RoadsideOutcomeEntity } from './roadside-outcome.entity.js';
