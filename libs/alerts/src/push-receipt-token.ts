import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AlertDeliveryId } from '@tongyun/kernel';

/** What only the browser that a push was sealed for can know: made of the house's own key, and kept nowhere. */
export const receiptTokenOf = (id: AlertDeliveryId, privateKey: string): string =>
  createHmac('sha256', privateKey).update(`push receipt ${id}`).digest('base64url');

export const isTokenOf = (id: AlertDeliveryId, token: string, privateKey: string): boolean => {
  const [said, own] = [Buffer.from(token), Buffer.from(receiptTokenOf(id, privateKey))];
  return said.length === own.length && timingSafeEqual(said, own);
};
