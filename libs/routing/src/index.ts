export { placeKey } from './place-key.js';
export { RoutingModule, type RoutingOptions } from './routing.module.js';
export { DETOUR_FACTOR, OSRM_SETTINGS, SPEED_KPH_BY_HOUR } from './routing-settings.js';
export { estimateTravel, StraightLineEstimate } from './straight-line-estimate.js';
export {
  type TimedWay,
  TRAVEL_TIMES,
  type TravelTime,
  type TravelTimes,
  type Way,
} from './travel-times.js';
