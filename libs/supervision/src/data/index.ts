export { RoadsideCheckEntity } from './roadside-check.entity.js';
export { SightingEntity } from './sighting.entity.js';
