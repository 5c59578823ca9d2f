export { DeclaredTripEntity } from './declared-trip.entity.js';
