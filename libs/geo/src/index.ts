export { bd09, type Bd09, gcj02, type Gcj02, wgs84, type Wgs84 } from './position.js';
