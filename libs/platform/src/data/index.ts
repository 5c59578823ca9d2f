export { DayCounterEntity } from './day-counter.entity.js';
export { IdempotentAnswerEntity } from './idempotent-answer.entity.js';
export { LeaseEntity } from './lease.entity.js';
export { OutboxEventEntity } from './outbox-event.entity.js';
export { OutboxReceiptEntity } from './outbox-receipt.entity.js';
