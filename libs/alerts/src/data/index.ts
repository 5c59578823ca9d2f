export { AlertDecisionEntity } from './alert-decision.entity.js';
export { AlertDeliveryEntity } from './alert-delivery.entity.js';
export { AlertEntity } from './alert.entity.js';
export { AlertMuteEntity } from './alert-mute.entity.js';
export { PushKeyEntity } from './push-key.entity.js';
export { PushSubscriptionEntity } from './push-subscription.entity.js';
export { WebhookEntity } from './webhook.entity.js';
