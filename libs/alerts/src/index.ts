export {
  AlertEpisodes,
  type EpisodeExtension,
  type EpisodeSpan,
  type OpeningEpisode,
} from './alert-episodes.service.js';
export { pushedAlertForReader } from './alert-for-reader.js';
export { AlertQueries } from './alert-queries.service.js';
export type { AlertEvents } from './alerts.events.js';
export { AlertsModule } from './alerts.module.js';
export { DecideAlertService } from './decide-alert.service.js';
export { isViolation } from './data/is-violation.js';
export { PageReceipts } from './page-receipts.service.js';
export {
  SMS_RECEIPTS,
  SMS_SENDER,
  type SmsAnswer,
  type SmsMessage,
  type SmsReceipts,
  type SmsSender,
} from './sms-sender.js';
