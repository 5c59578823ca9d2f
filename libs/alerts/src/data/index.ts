export { AlertDecisionEntity } from './alert-decision.entity.js';
export { AlertDeliveryEntity } from './alert-delivery.entity.js';
export { AlertEntity } from './alert.entity.js';
