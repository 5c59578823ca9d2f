export { type Area, isCovered, type MultiPolygonArea, type PolygonArea } from './area.js';
export { type Circle, sideOfCircle } from './circle.js';
export { distanceToBorderM } from './border-distance.js';
export { type Corridor, distanceToPathM, isInCorridor } from './corridor.js';
export {
  bd09ToWgs84,
  type Crs,
  gcj02ToWgs84,
  toWgs84,
  wgs84ToBd09,
  wgs84ToGcj02,
} from './datum.js';
export {
  buildGeofenceIndex,
  type GeofenceIndex,
  type IndexedZone,
} from './geofence/geofence-index.js';
export { destination, distanceM, EARTH_RADIUS_M, headingDeg } from './great-circle.js';
export {
  type DriveLimits,
  type DriveVerdict,
  judgeDrive,
  type PlaceInTime,
} from './judge-drive.js';
export { bd09, type Bd09, gcj02, type Gcj02, wgs84, type Wgs84 } from './position.js';
export { lngLatInRange } from './range.js';
export { hasClosedRings, isClosedRing, toWgs84Area, toWgs84Path } from './shape.js';
export { simplifyPath } from './simplify-path.js';
export { spansAlong } from './spans-along.js';
export { isCut, type LngLat, placeAt, type SegmentSpan, spansInside } from './segment-spans.js';
