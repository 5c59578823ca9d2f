export { DurationDecisionEntity } from './duration-decision.entity.js';
export { DurationLearningEntity } from './duration-learning.entity.js';
export { LearntDurationEntity } from './learnt-duration.entity.js';
export { ObservedTripEntity } from './observed-trip.entity.js';
