import { z } from 'zod';

/** What a browser subscribes with (RFC 8292): a P-256 point, uncompressed, base64url. */
export const pushKeyView = z.object({ publicKey: z.string() });
export type PushKeyView = z.infer<typeof pushKeyView>;

const endpoint = z.url().max(1_000);
/** As `PushSubscription.toJSON()` writes them: 65 and 16 bytes (RFC 8291). */
const keys = z.object({
  p256dh: z.base64url().length(87),
  auth: z.base64url().length(22),
});

export const pushSubscriptionRequest = z.object({ endpoint, keys });
export type PushSubscriptionRequest = z.infer<typeof pushSubscriptionRequest>;

export const endPushSubscriptionRequest = z.object({ endpoint });
export type EndPushSubscriptionRequest = z.infer<typeof endPushSubscriptionRequest>;

/** A browser says that it has shown a push, with what came in it. */
export const pushReceiptRequest = z.object({
  deliveryId: z.uuid(),
  token: z.base64url().length(43),
});
export type PushReceiptRequest = z.infer<typeof pushReceiptRequest>;
