export { RoadsideCheckEntity } from './roadside-check.entity.js';
