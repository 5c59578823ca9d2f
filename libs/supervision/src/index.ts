export type { RoadsidePlace } from './roadside-places.service.js';
export type { RoadsideSubject, RoadsideTrip } from './roadside-subjects.service.js';
export type { RoadsideAnswer } from './roadside-answers.service.js';
export { RoadsideService } from './roadside.service.js';
export type { RoadsideVerdict } from './rules/roadside-verdict.js';
export { SupervisionModule } from './supervision.module.js';
