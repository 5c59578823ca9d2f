import type { EntityManager } from 'typeorm';
import type { AlertDeliveryEntity } from './data/alert-delivery.entity.js';

/** How a call ended: taken, reached its end, or in vain for good. Throwing means: again later. */
export type CallAnswer =
  { readonly state: 'sent' | 'delivered' } | { readonly state: 'refused'; readonly why: string };

/** One way out of the house. */
export interface DeliveryCaller {
  /** Reads what the call needs; no call is made here. */
  prepare(manager: EntityManager, row: AlertDeliveryEntity): Promise<() => Promise<CallAnswer>>;
}
