import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

/** The POST with an `Idempotency-Key` that is being carried out, if there is one. */
export interface RequestInHand {
  /** Writes into `tx` that the request has changed something: both are kept or neither is. */
  markCarriedOut(tx: EntityManager): Promise<void>;
}

/** Follows a request through everything it awaits, so that its transactions can be told its key. */
export const requestInHand = new AsyncLocalStorage<RequestInHand>();
