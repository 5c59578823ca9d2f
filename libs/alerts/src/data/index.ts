export { AlertDecisionEntity } from './alert-decision.entity.js';
export { AlertEntity } from './alert.entity.js';
