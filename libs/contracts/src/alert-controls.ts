import { z } from 'zod';
import { alertCode, muteGround } from './alerts.js';
import { instant, instantIn, reasonText } from './common.js';

/** An address that is called about alerts. */
export const webhookView = z.object({
  id: z.uuid(),
  /** Null: it hears of every enterprise's alerts. */
  enterpriseId: z.uuid().nullable(),
  url: z.string(),
  createdAt: instant,
});
export type WebhookView = z.infer<typeof webhookView>;
export const webhookList = z.object({ items: z.array(webhookView) });
export type WebhookList = z.infer<typeof webhookList>;
export const createWebhookRequest = z.object({
  url: z.url().max(500),
  enterpriseId: z.uuid().nullable().optional(),
});
export type CreateWebhookRequest = z.infer<typeof createWebhookRequest>;
/** The secret is told this once. */
export const createdWebhook = z.object({ webhook: webhookView, secret: z.string() });
export type CreatedWebhook = z.infer<typeof createdWebhook>;

/** An authorised diversion or emergency. */
export const alertMuteView = z.object({
  id: z.uuid(),
  vehicleId: z.uuid(),
  /** Null: whatever trip the vehicle is on. */
  tripId: z.uuid().nullable(),
  code: alertCode,
  ground: muteGround,
  reason: z.string(),
  validFrom: instant,
  validTo: instant,
  decidedBy: z.uuid(),
  liftedAt: instant.nullable(),
});
export type AlertMuteView = z.infer<typeof alertMuteView>;
export const alertMuteList = z.object({ items: z.array(alertMuteView) });
export type AlertMuteList = z.infer<typeof alertMuteList>;
export const muteAlertsRequest = z.object({
  vehicleId: z.uuid(),
  tripId: z.uuid().nullable().optional(),
  code: alertCode,
  ground: muteGround,
  reason: reasonText,
  validFrom: instantIn,
  validTo: instantIn,
});
export type MuteAlertsRequest = z.infer<typeof muteAlertsRequest>;
