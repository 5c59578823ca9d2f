import { z } from 'zod';
import { day, instantIn, polygon } from './common.js';
import { orderGrade } from './order-grade.js';

/** The calls of a day, one key each; the caller is noted. */
export const orderCallRequest = z.object({
  call: z.enum(['slower', 'hold', 'resume', 'one_more', 'last_load']),
  /** Of the one more or the last load. */
  m3: z.number().min(0.5).max(20).optional(),
  /** New rate, for `slower`. */
  rateM3PerHour: z.number().min(1).max(500).optional(),
  callerName: z.string().trim().min(1).max(40),
  callerPhone: z.string().trim().max(20).optional(),
});
export type OrderCallRequest = z.infer<typeof orderCallRequest>;

/** The same call for many orders: of a list, or all of a day whose sites lie in an area. */
export const bulkOrderCallRequest = orderCallRequest.extend({
  orders: z.union([
    z.object({ ids: z.array(z.uuid()).min(1).max(200) }),
    z.object({ operatingOn: day, area: polygon }),
  ]),
});
export type BulkOrderCallRequest = z.infer<typeof bulkOrderCallRequest>;
export const bulkOrderCallView = z.object({
  /** `code` says why an order refused it; null: done. */
  items: z.array(z.object({ orderId: z.uuid(), code: z.string().nullable() })),
});
export type BulkOrderCallView = z.infer<typeof bulkOrderCallView>;

/** An order like another one; what goes wrong when it is copied unseen is stated anew. */
export const copyOrderRequest = z.object({
  firstOnSiteAt: instantIn,
  grade: orderGrade,
  pourLocation: z.string().trim().min(1).max(120),
  plannedM3: z.number().min(0.5).max(20_000),
});
export type CopyOrderRequest = z.infer<typeof copyOrderRequest>;
export const siteReadyRequest = z.object({ isReady: z.boolean() });
export type SiteReadyRequest = z.infer<typeof siteReadyRequest>;
