import { z } from 'zod';
import { alertCode, alertLevel } from './alerts.js';
import { instant } from './common.js';

export const alertChannel = z.enum([
  'screen',
  'driver_page',
  'terminal',
  'sms',
  'web_push',
  'webhook',
]);
export type AlertChannel = z.infer<typeof alertChannel>;

/** One telling of an alert, and how far it came. */
export const alertDeliveryView = z.object({
  id: z.uuid(),
  channel: alertChannel,
  occasion: z.enum(['opened', 'escalated', 'ended']),
  level: alertLevel,
  /** `held`: would have been told; `heldBecause` says why not. */
  state: z.enum(['held', 'waiting', 'sent', 'delivered', 'seen', 'failed']),
  heldBecause: z.enum(['quiet_time', 'quiet_hours', 'late', 'muted', 'same_cause']).nullable(),
  /** An enterprise, a driver, a vehicle, a browser or a webhook by its id, or `authorities`. */
  recipient: z.string(),
  recipientName: z.string().nullable(),
  calls: z.number().int(),
  createdAt: instant,
  sentAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  seenAt: instant.nullable(),
  failure: z.string().nullable(),
});
export type AlertDeliveryView = z.infer<typeof alertDeliveryView>;
/** In the order they were made. */
export const alertDeliveries = z.object({ items: z.array(alertDeliveryView) });
export type AlertDeliveries = z.infer<typeof alertDeliveries>;

/** What a driver's own page shows of an alert. */
export const driverAlertView = z.object({
  id: z.uuid(),
  driverId: z.uuid(),
  code: alertCode,
  level: alertLevel,
  /** What he is to do, in both languages. */
  words: z.object({ 'zh-CN': z.string(), en: z.string() }),
  startedAt: instant,
  endedAt: instant.nullable(),
  seenAt: instant.nullable(),
});
export type DriverAlertView = z.infer<typeof driverAlertView>;
/** Of the last hours, newest first. */
export const driverAlerts = z.object({ items: z.array(driverAlertView) });
export type DriverAlerts = z.infer<typeof driverAlerts>;

/** The page says that it shows an alert, or that its driver has read it. */
export const alertReceiptRequest = z.object({ state: z.enum(['delivered', 'seen']) });
export type AlertReceiptRequest = z.infer<typeof alertReceiptRequest>;
